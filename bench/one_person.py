"""One person: the assessment with its proof, and the next question, over people in the middle of their interview."""

import random
from collections.abc import Iterator
from datetime import date
from functools import partial
from statistics import fmean

from core_rules import core_law, crowd
from many_persons import Peers
from timing import MICRO, Figure, Section, cpu, each_cpu, spread

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.diagram import Diagram, outcome_diagram
from ouverture.rules.questions import Questioner

INTERVIEWS = 2000
REPEATS = 20
TWINS = 20
PROOF_RATIO, QUESTION_RATIO = 80.0, 10.0
"""How many times as fast as a decision of OpenFisca-Core: a time alone says more of the machine than of the program."""
OVER_THE_LEAST, SEARCHED = 0.05, 16
"""How far from the fewest questions possible, over persons with at most so many facts left: more take minutes."""

ABOUT = """{interviews} interviews are held first, each answer drawn by how likely it is: {partial} persons in the
middle of one (the empty person counted once), {whole} at its end, with only the facts that were asked. *First* is the
first time a server meets that person, with what it remembers of the others; *alone* is with nothing remembered but the
law itself; *again* is every later time. OpenFisca-Core decides for one invented person by the core rules alone, its
inputs already set, in a fresh simulation; the proof is of the whole law, at the end of the interview. The fewest
questions possible are found by trying every order, from each person of the middle with at most {searched} facts
left."""


def interview(questioner: Questioner, rng: random.Random) -> Iterator[Person]:
    """The person after each answer, from nothing known to the last question."""
    variables = {variable.fact: variable for variable in questioner.diagram.variables}
    person: Person = {}
    while True:
        yield person
        fact = questioner.next(person)
        if fact is None:
            return
        variable = variables[fact]
        (index,) = rng.choices(range(variable.size), variable.weights)
        person = {**person, fact.name: variable.example(index)}


def measure(day: date, seed: int) -> Section:
    """Proof and question, in CPU time of this process."""
    law = rulebook().on(day)
    diagram, rng = outcome_diagram(law, day), random.Random(seed)
    questioner = Questioner(diagram)
    held = [list(interview(questioner, rng)) for _ in range(INTERVIEWS)]
    whole = [steps[-1] for steps in held]
    middle = list({tuple(sorted(person.items())): person for steps in held for person in steps[:-1]}.values())
    counts = {"interviews": f"{INTERVIEWS:,}", "partial": f"{len(middle):,}", "whole": f"{len(whole):,}"}
    twin = fmean(_decisions_of_the_twin(day, seed))
    figures = (
        Figure("one decision of OpenFisca-Core", f"{twin * MICRO:.0f} µs"),
        *_proofs(whole, middle, day, twin),
        *_questions(diagram, middle, twin),
        _over_the_least(diagram, middle),
    )
    return Section("One person", ABOUT.format(**counts, searched=SEARCHED), figures)


def _proofs(whole: list[Person], middle: list[Person], day: date, twin: float) -> Iterator[Figure]:
    ready = evaluator(rulebook().on(day), day)
    times = each_cpu([partial(ready.prove, person) for person in whole], REPEATS)
    yield Figure("assessment with full proof, at the end", spread(times))
    yield Figure("the same, in the middle", spread(each_cpu([partial(ready.prove, person) for person in middle])))
    yield _beside("a proof of the whole law", fmean(times), twin, PROOF_RATIO)


def _beside(what: str, seconds: float, twin: float, limit: float) -> Figure:
    named = f"{what}, times a decision of OpenFisca-Core"
    return Figure(named, f"{twin / seconds:.0f} times as fast", f"{limit:.0f} times", twin / seconds >= limit)


def _decisions_of_the_twin(day: date, seed: int) -> Iterator[float]:
    """The least CPU seconds of a decision, for each of some persons."""
    law = core_law(day)
    columns = crowd(law, day, TWINS, seed)
    for place in range(TWINS):
        fresh = Peers(law, day).openfisca({name: column[place : place + 1] for name, column in columns.items()})
        yield min(cpu(fresh(), 1)[0] for _ in range(REPEATS))


def _questions(diagram: Diagram, middle: list[Person], twin: float) -> Iterator[Figure]:
    questioner = Questioner(diagram)
    for name in ("first", "again"):
        times = each_cpu([partial(questioner.next, person) for person in middle])
        yield Figure(f"next question, {name}", spread(times))
        yield _beside(f"next question, {name}", fmean(times), twin, QUESTION_RATIO)
    alone = each_cpu([partial(Questioner(diagram).next, person) for person in middle])
    yield Figure("next question, alone", spread(alone))


def _over_the_least(diagram: Diagram, middle: list[Person]) -> Figure:
    ours, every = Questioner(diagram), Questioner(diagram, exact_up_to=SEARCHED)
    left = [diagram.residual(person) for person in middle]
    searched = [node for node in left if len(ours.levels(node)) <= SEARCHED]
    over = sum(map(ours.expected, searched)) / sum(map(every.optimum, searched)) - 1
    named = f"questions expected, over the fewest possible ({len(searched)} persons)"
    return Figure(named, f"{over:.1%}", f"{OVER_THE_LEAST:.0%}", over <= OVER_THE_LEAST)
