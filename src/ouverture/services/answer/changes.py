"""When the answer would change: by time alone, and by one answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from ouverture.clock.birthdays import birthday
from ouverture.law.rulebook import rulebook
from ouverture.law.within_reach import within_reach
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.conditions import AtLeast
from ouverture.rules.diagram import Variable, outcome_diagram
from ouverture.rules.facts import Fact, Value
from ouverture.rules.rulebook import Ground, Law, Outcome, Verdict
from ouverture.text import Text

HORIZON_DAYS = 3 * 366
"""How far ahead time is looked at: the longest residence documents apart, what matters to a newcomer lies within."""

REASSESS = Text(
    "À partir de ce jour, la réponse dépend de faits encore inconnus (par exemple un document renouvelé).",
    "From this day the answer depends on facts not known yet (for example a renewed document).",
)

KEPT_NO_MORE = Text(
    "À partir de ce jour, les droits gardés peuvent fermer : la suite dépend de faits encore inconnus (un document "
    "renouvelé, vos ressources).",
    "From this day the rights that were kept may close: what follows depends on facts not known yet (a renewed "
    "document, your resources).",
)

ADULT = Text(
    "Ce jour-là, 18 ans : la couverture ne passe plus par un adulte. Assuré en son nom propre en vivant ou travaillant "
    "en France en séjour régulier ; refaites l'évaluation avec les réponses d'un adulte.",
    "On that day, 18 years: cover no longer goes through an adult. Insured in one's own name by living or working in "
    "France in regular stay; do the assessment again with an adult's answers.",
)

PERMIT_AT_18 = Text(
    "Ce jour-là, 18 ans : un document de séjour sera demandé. Demandez-le à la préfecture avant ce jour, et refaites "
    "l'évaluation avec ce document.",
    "On that day, 18 years: a residence document will be asked. Ask the prefecture for it before that day, and do the "
    "assessment again with that document.",
)

OPENING = (Verdict.COVERED, Verdict.COVERED_LATER)


@dataclass(frozen=True)
class Change:
    """From ``on``, the answer is this ground, if nothing else changes; None: it will depend on facts not known yet.

    ``ends_kept_rights``: until then, rights were kept. ``of_age``: what is said of the 18th birthday of a minor.
    """

    on: date
    ground: Ground | None
    ends_kept_rights: bool = False
    of_age: Text | None = None

    @property
    def says(self) -> Text:
        """What changes, in one sentence."""
        if self.ground:
            return self.ground.says
        if self.of_age:
            return self.of_age
        return KEPT_NO_MORE if self.ends_kept_rights else REASSESS

    def to_json(self) -> dict[str, Any]:
        """The change as plain values."""
        return {
            "on": self.on.isoformat(),
            "verdict": self.ground.outcome.verdict.value if self.ground else Verdict.UNKNOWN.value,
            "ground": self.ground.name if self.ground else None,
            "says": self.says._asdict(),
        }


def changes_ahead(person: Person, on: date) -> tuple[Change, ...]:
    """The days after ``on`` on which the passing of time gives another ground, up to three years ahead.

    For a person entitled today, rights are supposed open by then and no removal order supposed issued.
    """
    found: list[Change] = []
    last = _ground(person, on)
    if last is not None and last.outcome.verdict is Verdict.COVERED:
        person = {"removal_order": False, **person, "rights_open": True}
        last = _ground(person, on)
    for day in sorted({d for d in _turning_days(person, on) if on < d}):
        ground = _ground(person, day)
        if ground is not last:
            kept = last is not None and last.outcome.verdict is Verdict.KEPT
            found.append(Change(day, ground, kept))
        last = ground
    return _until_of_age(found, person, on)


def _until_of_age(found: list[Change], person: Person, on: date) -> tuple[Change, ...]:
    """The changes up to the 18th birthday of a minor, and that day: what comes after rests on an adult's answers."""
    spared = _rests_on_no_permit_before_18(person, on)
    if not (spared or person.get("activity") == "minor") or "born_on" not in person:
        return tuple(found)
    first, last = birthday(date.fromordinal(int(person["born_on"])), 18)
    day = first if on < first else last
    if day > on + timedelta(days=HORIZON_DAYS):
        return tuple(found)
    return (
        *(change for change in found if change.on < day),
        Change(day, None, of_age=PERMIT_AT_18 if spared else ADULT),
    )


def _rests_on_no_permit_before_18(person: Person, on: date) -> bool:
    """Whether an adult without a document would be answered otherwise: not in Mayotte, nor abroad, nor by an A1."""
    adult = {**person, "stay_standing": "none", "stay_document": "none"}
    return person.get("stay_document") == "none_under_18" and _ground(adult, on) is not _ground(person, on)


def first_day_without(verdict: Verdict, person: Person, on: date) -> date | None:
    """The first day after ``on`` on which time alone has taken ``verdict`` away, up to three years ahead."""
    for day in sorted({d for d in _turning_days(person, on) if on < d}):
        ground = _ground(person, day)
        if ground is None or ground.outcome.verdict is not verdict:
            return day
    return None


def would_change(person: Person, on: date, outcome: Outcome | None) -> tuple[tuple[Fact, Value, Outcome], ...]:
    """Other answers to one question that would open cover, for a person who is not covered now.

    Only what the person can do, or what will happen to them: a paper, a job, studies, a relative who is insured.
    """
    if outcome is None or outcome.verdict is Verdict.COVERED:
        return ()
    law = rulebook().on(on)
    return tuple(
        (fact, value, other)
        for fact, value, other in _one_step_away(person, law, on, outcome.verdict)
        if other.verdict in OPENING and other.verdict is not outcome.verdict
    )


def _ground(person: Person, day: date) -> Ground | None:
    return evaluator(rulebook().on(day), day).decide(person)


def _turning_days(person: Person, on: date) -> Iterator[date]:
    end = on + timedelta(days=HORIZON_DAYS)
    yield from (day for day in rulebook().changes if day <= end)
    for atom in _cuts_of_days(on, end):
        if atom.fact.name in person:
            day = _turns(atom, int(person[atom.fact.name]), on, end)
            if day is not None:
                yield day


@lru_cache(maxsize=64)
def _cuts_of_days(on: date, end: date) -> tuple[AtLeast, ...]:
    """What the laws from ``on`` to ``end`` ask of dates: a text that comes meanwhile counts days of its own."""
    days = (on, *(day for day in rulebook().changes if on < day <= end))
    steps = (step.atom for day in days for step in rulebook().on(day).program.steps)
    return tuple(dict.fromkeys(atom for atom in steps if isinstance(atom, AtLeast) and atom.fact.kind == "date"))


def _turns(atom: AtLeast, value: int, start: date, end: date) -> date | None:
    """The first day on which the date falls under the cut: cuts only move forward, so a bisection finds it."""
    if value < atom.cut.value(start) or value >= atom.cut.value(end):
        return None
    low, high = start, end
    while (high - low).days > 1:
        middle = low + (high - low) // 2
        low, high = (low, middle) if value < atom.cut.value(middle) else (middle, high)
    return high


def _one_step_away(person: Person, law: Law, on: date, verdict: Verdict) -> Iterator[tuple[Fact, Value, Outcome]]:
    diagram = outcome_diagram(law, on)
    for variable in diagram.variables:
        current = person.get(variable.fact.name)
        if current is None or variable.fact.name == "nationality":
            continue
        for index in range(variable.size):
            example = _reachable(variable, index, person, verdict)
            if example is not None and index != variable.index(current):
                leaves = diagram.leaves(diagram.residual({**person, variable.fact.name: example}))
                if len(leaves) == 1:
                    yield variable.fact, example, law.outcomes[leaves[0]]


def _reachable(variable: Variable, index: int, person: Person, verdict: Verdict) -> Value | None:
    """Some answer of that class which the person can come to, None if there is none."""
    told = [value for value, place in variable.class_of.items() if place == index] or [variable.example(index)]
    current = person[variable.fact.name]
    return next((value for value in told if within_reach(variable.fact, current, value, verdict, person)), None)
