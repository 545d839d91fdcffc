"""Whether a condition holds for one person, in three values: true, false, or None while a fact is missing.

The same conditions as ``rules`` reads, and one question more: which ground answers. The tests check that the two
readings agree on every rule of the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ouverture.law.grounds import GROUNDS
from ouverture.rules.assessment import FALSE, TRUE, Person, evaluator
from ouverture.rules.conditions import NEVER, Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.facts import Fact
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


@dataclass(frozen=True)
class Circumstances:
    """A person on a day, under a law, with the grounds that can still give the answer."""

    person: Person
    law: Law
    on: date
    grounds: frozenset[str]

    def truth(self, condition: Condition) -> bool | None:
        """True, False, or None when a missing fact may decide."""
        match condition:
            case Among(fact, values) if fact is ANSWER:
                return _of_all(ground in values for ground in self.grounds)
            case Among(fact, values):
                return None if (value := self.person.get(fact.name)) is None else value in values
            case AtLeast(fact, cut):
                return None if (value := self.person.get(fact.name)) is None else int(value) >= cut.value(self.on)
            case Not(part):
                return None if (truth := self.truth(part)) is None else not truth
            case Every(parts):
                return _every(self.truth(part) for part in parts)
            case Either(parts):
                return _either(self.truth(part) for part in parts)
            case Holds(name):
                return self.truth(self._rule(name))
        raise TypeError(f"not a condition: {condition!r}")

    def missing(self, condition: Condition) -> Iterator[str]:
        """The names of the unknown facts on which a condition still hangs ("ground": the answer itself)."""
        if self.truth(condition) is not None:
            return
        match condition:
            case Among(fact) | AtLeast(fact):
                yield fact.name
            case Not(part):
                yield from self.missing(part)
            case Every(parts) | Either(parts):
                for part in parts:
                    yield from self.missing(part)
            case Holds(name):
                yield from self.missing(self._rule(name))

    def _rule(self, name: str) -> Condition:
        return self.law.rules[name].when if name in self.law.rules else NEVER


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


def _every(truths: Iterator[bool | None]) -> bool | None:
    seen = set(truths)
    return False if False in seen else None if None in seen else True


def _either(truths: Iterator[bool | None]) -> bool | None:
    seen = set(truths)
    return True if True in seen else None if None in seen else False


def _of_all(truths: Iterator[bool]) -> bool | None:
    """True when all are, False when none is; nobody at all: False."""
    seen = set(truths)
    return None if len(seen) > 1 else seen == {True}
