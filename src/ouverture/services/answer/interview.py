"""The interview: which screen comes next, what stands on it, and how many may still come.

What has been given so far is one mapping from fact to value, in the order in which it was given; None means that the
person was asked and does not know. The functions here never ask what can change neither the outcome nor the plan.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ouverture.law.answers import AnswerError, known
from ouverture.law.consistency import DETAIL_OF, check, derived, orphans
from ouverture.law.facts import FACTS
from ouverture.law.facts.stay import DOCUMENTS_BY_STANDING
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, Person, evaluator
from ouverture.rules.diagram import Diagram, Node
from ouverture.rules.facts import Fact, Value
from ouverture.rules.questions import Questioner
from ouverture.rules.rulebook import Outcome
from ouverture.services.answer.assess import Answer, assess, questioner
from ouverture.services.answer.plan_questions import PLAN_SCREENS, could_change_the_plan, plan_facts
from ouverture.text import Text

Given = Mapping[str, Value | None]
"""The answers so far, oldest first. None: asked, and not known."""


MOST_SCREENS = 14
"""Whoever knows little is not asked for ever: after so many screens, what is known by then is answered."""


@dataclass(frozen=True)
class Screen:
    """The facts asked together: the first one names the screen, the others keep it company."""

    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        """The fact that gives the screen its address."""
        return self.facts[0].name


def next_screen(given: Given, on: date, answer: Answer | None = None) -> Screen | None:
    """The screen to show next, None when no answer that is still open can change the outcome or the plan.

    None too once MOST_SCREENS were answered, some with "I don't know". ``answer``: what these answers assess to, where
    the caller has it already. Raises AnswerError for a day before the rulebook starts.
    """
    if declined(given) and screens_answered(given) >= MOST_SCREENS:
        return None
    fact = _open_question(given, on, answer)
    return screen_of(fact.name) if fact else None


def screen_of(name: str) -> Screen:
    """The screen named after a fact: that fact, and those asked with it. Raises KeyError for a name that is no fact.

    A fact that is asked with another still has a screen of its own, for when the other one need not be asked.
    """
    together = next((names for names in PLAN_SCREENS if names[0] == name), ())
    company = (other.name for other in FACTS.values() if other.asked_with == name)
    return Screen(tuple(FACTS[each] for each in dict.fromkeys((name, *together, *company))))


def on_screen(screen: Screen, given: Given, on: date) -> tuple[Fact, ...]:
    """The facts of a screen that some answer makes worth asking of this person, or that they answered on it before.

    What they have told on another screen is not asked again.
    """
    main, *others = screen.facts
    return (main, *(fact for fact in others if _stands_on(fact, main, given, on)))


def answers_offered(fact: Fact, given: Given) -> Mapping[str, Text]:
    """The answers of a one-of that go with what was given: the documents that can stand where the person's stands."""
    documents = DOCUMENTS_BY_STANDING.get(str(given.get("stay_standing")))
    if fact.name != "stay_document" or documents is None:
        return fact.options
    return {name: fact.options[name] for name in documents}


def is_wanted(fact: Fact, given: Given, on: date, start: Node | None = None) -> bool:
    """Whether an answer to ``fact`` can still change the outcome or the plan of a person who has given the rest.

    ``start``: what some of these answers leave to decide, where the caller has it already.
    """
    rest = {name: value for name, value in given.items() if name != fact.name}
    diagram = questioner(on).diagram
    person = person_of(rest, on)
    node = diagram.residual(person, start)
    matters = {diagram.variables[level].fact.name for level in diagram.matters(node)}
    if fact.name in matters:
        return True
    possible = {rulebook().on(on).outcomes[leaf] for leaf in diagram.leaves(node)}
    if could_change_the_plan(fact, possible, {**known_values(rest), **person}):
        return True
    nothing_between = fact.asked_with is not None and not any(fact.asked_with in FACTS[name].after for name in matters)
    return nothing_between and _is_a_first_day(fact, person, possible, on)


def _is_a_first_day(fact: Fact, person: Person, possible: Container[Outcome], on: date) -> bool:
    """Whether cover may begin on the day this fact holds: it is then asked beside what makes it worth asking."""
    reader = evaluator(rulebook().on(on), on)
    truths = reader.truths(person)
    return any(
        fact in (ground.start.fact, ground.start.not_before) and truths[reader.program.goals[ground.name]] != FALSE
        for ground in reader.law.grounds
        if ground.outcome in possible
    )


def opens(companion: Fact, main: Fact, given: Given, on: date) -> tuple[str, ...]:
    """The answers offered to ``main`` after which ``companion``, asked on the same screen, is worth an answer."""
    offered = answers_offered(main, given)
    values = (value for value in main.values() if not offered or value in offered)
    rest = {name: value for name, value in given.items() if name not in (main.name, companion.name)}
    known_already = {name: value for name, value in person_of(rest, on).items() if name in rest}
    start = questioner(on).diagram.residual(known_already)
    return tuple(as_typed(value) for value in values if is_wanted(companion, {**rest, main.name: value}, on, start))


def as_typed(value: Value) -> str:
    """A value as a form sends it: yes/no answers as "yes" and "no"."""
    return str(value) if not isinstance(value, bool) else "yes" if value else "no"


def questions_range(given: Given, on: date) -> tuple[int, int]:
    """The fewest and the most screens that may still come, the answers being known: those of the outcome and the plan.

    "I don't know" can lead further than the most; never further than MOST_SCREENS in all.
    """
    asking = _pace(on)
    node = asking.diagram.residual(person_of(given, on))
    unknown = {asking.diagram.variables[level].fact.name for level in asking.levels(node)} - not_to_ask(given)
    least, most = asking.extremes(node) if unknown else (0, 0)
    plan = bool(_open_plan_facts(given, on)) if not unknown else True
    room = max(MOST_SCREENS - screens_answered(given), 0)
    return min(least + (plan and not unknown), room), min(most + plan, room)


@dataclass(frozen=True)
class Effect:
    """What some answers to a question would say at once: the outcome that they alone would settle."""

    values: tuple[Value, ...]
    outcome: Outcome


def effects(fact: Fact, given: Given, on: date) -> tuple[Effect, ...]:
    """For a question of a few answers, those that would settle the outcome at once, alike ones together.

    Empty when none does: the question then only leads to the next one.
    """
    rest = {name: value for name, value in given.items() if name != fact.name}
    diagram = questioner(on).diagram
    settled: dict[Outcome, list[Value]] = {}
    for value in fact.values():
        leaves = diagram.leaves(diagram.residual({**person_of(rest, on), fact.name: value}))
        outcomes = {rulebook().on(on).outcomes[leaf] for leaf in leaves}
        if len(outcomes) == 1:
            settled.setdefault(outcomes.pop(), []).append(value)
    return tuple(Effect(tuple(values), outcome) for outcome, values in settled.items())


def screens_answered(given: Given) -> int:
    """How many screens these answers were given on."""
    return len({_screen_name(name, given) for name in given})


def _screen_name(name: str, given: Given) -> str:
    """The screen on which an answer was given: that of the fact it was asked with, where that one was asked too."""
    main = FACTS[name].asked_with
    return main if main is not None and main in given else name


def tidied(given: Given, changed: Iterable[str], on: date) -> dict[str, Value | None]:
    """What was given, without the answers that the ``changed`` ones have made pointless."""
    changes = frozenset(changed)
    kept = {name: value for name, value in given.items() if _still_makes_sense(FACTS[name], given, changes, on)}
    if "postcode" in changes and "commune" not in changes:
        kept.pop("commune", None)
    while stale := orphans(known_values(kept)):
        kept = {name: value for name, value in kept.items() if name not in stale}
    return kept


def contradiction(given: Given, on: date) -> AnswerError | None:
    """What says that these answers cannot all be true, None when they can."""
    try:
        check(known_values(given), on)
    except AnswerError as problem:
        return problem
    return None


def known_values(given: Given) -> dict[str, Value]:
    """The answers that are known."""
    return {name: value for name, value in given.items() if value is not None}


def declined(given: Given) -> frozenset[str]:
    """The facts that the person said they do not know."""
    return frozenset(name for name, value in given.items() if value is None)


def not_to_ask(given: Given) -> frozenset[str]:
    """The facts that the person said they do not know, and the details of these, and theirs."""
    closed = set(declined(given))
    while further := {name for name, main in DETAIL_OF.items() if main in closed} - closed:
        closed |= further
    return frozenset(closed)


def person_of(given: Given, on: date) -> Person:
    """What the rules read of these answers."""
    return known(derived(known_values(given), on), FACTS)


def prerequisites(fact: Fact) -> frozenset[str]:
    """The facts without which a question makes no sense, and those without which these make none."""
    return frozenset(fact.after).union(*(prerequisites(FACTS[name]) for name in fact.after))


def _open_question(given: Given, on: date, answer: Answer | None) -> Fact | None:
    fact = answer.next_question if answer else questioner(on).next(person_of(given, on), not_to_ask(given))
    return fact or next(iter(_open_plan_facts(given, on, answer)), None)


def _open_plan_facts(given: Given, on: date, answer: Answer | None = None) -> tuple[Fact, ...]:
    answer = answer or _answer(given, on)
    closed = not_to_ask(given)
    return tuple(f for f in plan_facts(answer) if f.name not in given and f.name not in closed) if answer else ()


def _answer(given: Given, on: date) -> Answer | None:
    """The assessment of these answers, None where they cannot all be true."""
    try:
        return assess(known_values(given), on, not_to_ask(given))
    except AnswerError:
        return None


def _stands_on(fact: Fact, main: Fact, given: Given, on: date) -> bool:
    return main.name in given if fact.name in given else _keeps_company(fact, main, given, on)


def _keeps_company(fact: Fact, main: Fact, given: Given, on: date) -> bool:
    return is_wanted(fact, given, on) or (fact.asked_with == main.name and bool(opens(fact, main, given, on)))


def _still_makes_sense(fact: Fact, given: Given, changed: frozenset[str], on: date) -> bool:
    """False for an answer that hangs on a changed one and can no longer matter, whatever else is answered."""
    before = prerequisites(fact)
    level = questioner(on).diagram.level.get(fact.name)
    if level is None or not before & changed:
        return True
    known_before = {name: value for name, value in given.items() if name in before}
    return level in questioner(on).levels(questioner(on).diagram.residual(person_of(known_before, on)))


@lru_cache(maxsize=4)
def _pace(on: date) -> _Pace:
    return _Pace(questioner(on).diagram)


class _Pace(Questioner):
    """A questioner that also counts the fewest and the most screens ahead, and remembers them."""

    def __init__(self, diagram: Diagram) -> None:
        super().__init__(diagram)
        self._extremes: dict[Node, tuple[int, int]] = {}

    def extremes(self, node: Node) -> tuple[int, int]:
        """The fewest and the most screens on the way that this questioner chooses, shared ones once."""
        if node not in self._extremes:
            level = self._choice(node)
            if level is None:
                self._extremes[node] = (0, 0)
            else:
                below = [self.extremes(child) for child in self._answers(node, level)]
                shared = self.diagram.variables[level].fact.asked_with is not None
                step = 0 if shared else 1
                self._extremes[node] = (step + min(low for low, _ in below), step + max(high for _, high in below))
        return self._extremes[node]
