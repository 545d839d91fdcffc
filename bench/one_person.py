"""One person: the assessment with its proof, and the next question, over people in the middle of their interview."""

import random
from collections.abc import Iterator
from datetime import date
from functools import partial

from timing import MICRO, Figure, Section, each_cpu, spread

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.diagram import Diagram, outcome_diagram
from ouverture.rules.questions import Questioner

INTERVIEWS = 2000
PROOF_LIMIT, QUESTION_LIMIT = 50e-6, 200e-6
REPEATS = 20

ABOUT = """{interviews} interviews are held first, each answer drawn by how likely it is: {partial} persons in the
middle of one (the empty person counted once), {whole} at its end, with only the facts that were asked. *First* is the
first time a server meets that person, with what it remembers of the others; *alone* is with nothing remembered but the
law itself; *again* is every later time."""


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
    about = ABOUT.format(interviews=f"{INTERVIEWS:,}", partial=f"{len(middle):,}", whole=f"{len(whole):,}")
    figures = (*_proofs(whole, middle, day), *_questions(diagram, middle))
    return Section("One person", about, figures)


def _proofs(whole: list[Person], middle: list[Person], day: date) -> Iterator[Figure]:
    ready = evaluator(rulebook().on(day), day)
    times = each_cpu([partial(ready.prove, person) for person in whole], REPEATS)
    kept = sum(times) / len(times) <= PROOF_LIMIT
    yield Figure("assessment with full proof, at the end", spread(times), f"{PROOF_LIMIT * MICRO:.0f} µs", kept)
    yield Figure("the same, in the middle", spread(each_cpu([partial(ready.prove, person) for person in middle])))


def _questions(diagram: Diagram, middle: list[Person]) -> Iterator[Figure]:
    limit = f"{QUESTION_LIMIT * MICRO:.0f} µs"
    questioner = Questioner(diagram)
    for name in ("first", "again"):
        times = each_cpu([partial(questioner.next, person) for person in middle])
        kept = sum(times) / len(times) <= QUESTION_LIMIT
        yield Figure(f"next question, {name}", spread(times), limit, kept)
    alone = each_cpu([partial(Questioner(diagram).next, person) for person in middle])
    yield Figure("next question, alone", spread(alone))
