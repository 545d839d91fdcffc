"""The conditions of papers and limits, read with one question more than the law's own: which ground answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ouverture.law.grounds import GROUNDS
from ouverture.rules.assessment import FALSE, TRUE, Person, evaluator
from ouverture.rules.conditions import Condition
from ouverture.rules.facts import Fact
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Ground, Law, Verdict
from ouverture.text import Text

ANSWER = Fact(
    name="ground",
    kind="one_of",
    label=Text("le fondement de la réponse", "the ground of the answer"),
    question=Text("Quel fondement donne la réponse ?", "Which ground gives the answer?"),
    options={ground.name: ground.says for ground in GROUNDS},
)
"""Not a fact about the person: the ground that the law found. It is unknown while several may still come out."""

TO_BE_ADMITTED = (Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED)


def answered_by(*grounds: str) -> Condition:
    """True when one of these grounds gives the answer. Raises ValueError for a name that is no ground."""
    return ANSWER.among(*grounds)


def sent_by(*routes: str, verdicts: tuple[Verdict, ...] = TO_BE_ADMITTED, apart_from: str = "") -> Condition:
    """True when the ground has one of these routes and one of these verdicts, and is not the one ``apart_from``."""
    wanted = [g.name for g in GROUNDS if g.outcome.route in routes and g.outcome.verdict in verdicts]
    return ANSWER.among(*(name for name in wanted if name != apart_from))


def answered_at(*bodies: str) -> Condition:
    """True when the ground that gives the answer is one of these bodies' to judge: "cpam", "msa"…"""
    return ANSWER.among(*(ground.name for ground in GROUNDS if ground.outcome.body in bodies))


@dataclass(frozen=True, slots=True)
class Circumstances(Reading):
    """A person before the law of a day, with the grounds that can still give the answer."""

    grounds: frozenset[str]

    def among(self, fact: Fact, values: frozenset[str | bool]) -> bool | None:
        """The answer itself is among the grounds still possible; any other fact is the person's."""
        if fact is ANSWER:
            return _of_all(ground in values for ground in self.grounds)
        return Reading.among(self, fact, values)

    def missing(self, condition: Condition) -> tuple[str, ...]:
        """The names of the unknown facts on which a condition still hangs ("ground": the answer itself)."""
        return tuple(fact.name for fact in self.waits_for(condition))


def circumstances(person: Person, ground: Ground | None, law: Law, on: date) -> Circumstances:
    """What is known, on that day. Without a ground, each one that is not ruled out may still give the answer."""
    found = frozenset((ground.name,)) if ground else frozenset(_still_possible(person, law, on))
    return Circumstances(person, law, on, found)


def _still_possible(person: Person, law: Law, on: date) -> Iterator[str]:
    reader = evaluator(law, on)
    truths = reader.truths(person)
    for name, place in reader.program.goals.items():
        if truths[place] != FALSE:
            yield name
        if truths[place] == TRUE:
            return


def _of_all(truths: Iterator[bool]) -> bool | None:
    """True when all are, False when none is; nobody at all: False."""
    seen = set(truths)
    return None if len(seen) > 1 else seen == {True}
