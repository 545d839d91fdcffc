"""Rules that quote their article, grounds in their order, and the law in force on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

from ouverture.rules.conditions import NEVER, Condition, Holds
from ouverture.rules.facts import Fact
from ouverture.rules.program import Program
from ouverture.text import Text

Certainty = Literal["H", "M", "L"]


class Verdict(StrEnum):
    """What can be answered to "am I covered?"."""

    COVERED = "covered"
    COVERED_LATER = "covered_later"
    SERVED_FOR_ANOTHER_STATE = "served_for_another_state"
    OTHER_SCHEME = "other_scheme"
    CHOICE = "choice"
    STATE_MEDICAL_AID = "state_medical_aid"
    KEPT = "kept"
    NOT_COVERED = "not_covered"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class Source:
    """One version of one text: an article held word for word, or (``official`` false) what our sources say of it."""

    code: str
    article: str
    version: str
    digest: str
    since: date
    until: date | None = None
    official: bool = True

    @property
    def citation(self) -> str:
        """How lawyers write it: "CSS L160-1"."""
        return f"{self.code} {self.article}"


@dataclass(frozen=True, eq=False)
class Rule:
    """A named condition that quotes the words it encodes, in force from ``since`` to the day before ``until``.

    ``rows`` are the rows of the facts files it stands for. Versions of one rule share its name.
    """

    name: str
    source: Source
    paragraph: str
    quote: str
    when: Condition
    says: Text
    certainty: Certainty
    rows: tuple[str, ...]
    since: date
    until: date | None = None

    @property
    def holds(self) -> Holds:
        """This rule as part of another condition, in whichever version is in force on the day asked."""
        return Holds(self.name)


@dataclass(frozen=True)
class Outcome:
    """What changes for the person: two grounds with equal outcomes need not be told apart by a question."""

    verdict: Verdict
    body: str
    route: str


@dataclass(frozen=True)
class Start:
    """From when: the date that ``fact`` holds, plus ``months`` run in full; else the act that ``says`` names.

    Never before the date that ``not_before`` holds; ``needs_both``: while that one is unknown, so is the day.
    """

    says: Text
    fact: Fact | None = None
    months: int = 0
    not_before: Fact | None = None
    needs_both: bool = False


@dataclass(frozen=True)
class Doubt:
    """What makes an answer less sure without changing its outcome: when, what to say instead, how sure it is left.

    While it is not known whether it holds, those for whom ``if_unknown`` holds have no sure answer either.
    """

    when: Condition
    says: Text
    certainty: Certainty = "M"
    if_unknown: Condition = NEVER


@dataclass(frozen=True, eq=False)
class Ground:
    """Why a person is (not) covered. Grounds are tried in order; tiers group those that may not contradict."""

    name: str
    tier: str
    when: Condition
    outcome: Outcome
    start: Start
    says: Text
    certainty: Certainty
    rows: tuple[str, ...]
    since: date = date(2016, 1, 1)
    until: date | None = None
    doubts: tuple[Doubt, ...] = ()


class Law:
    """The rules and grounds in force between two changes, ready for every reading.

    ``absent`` holds one version, the nearest, of each rule that is not in force then: a proof may have to name it.
    """

    def __init__(
        self, facts: Iterable[Fact], grounds: Sequence[Ground], rules: Iterable[Rule], absent: Iterable[Rule] = ()
    ) -> None:
        self.facts = tuple(facts)
        self.grounds = tuple(grounds)
        self.rules = {rule.name: rule for rule in rules}
        self.absent = {rule.name: rule for rule in absent if rule.name not in self.rules}
        self.ground = {ground.name: ground for ground in grounds}
        self.outcomes = tuple(dict.fromkeys(ground.outcome for ground in grounds))

    def named(self, name: str) -> Rule:
        """The rule of that name in the version in force, else in the nearest one; raises KeyError if there is none."""
        return self.rules[name] if name in self.rules else self.absent[name]

    @cached_property
    def program(self) -> Program:
        """Every condition of the grounds as one list of steps. A rule that is not in force holds for nobody."""
        program = Program(lambda name: self.rules[name].when if name in self.rules else NEVER, self.facts)
        for ground in self.grounds:
            program.add(ground.name, ground.when)
        return program


class Rulebook:
    """All versions of all rules. ``on(day)`` gives the law of that day, old days the old law."""

    def __init__(self, facts: Iterable[Fact], rules: Iterable[Rule], grounds: Iterable[Ground]) -> None:
        self.facts = {fact.name: fact for fact in facts}
        self.rules = tuple(rules)
        self.grounds = tuple(grounds)
        dated: tuple[Rule | Ground, ...] = (*self.rules, *self.grounds)
        self._changes = sorted({d for item in dated for d in (item.since, item.until) if d is not None})
        self._laws: dict[int, Law] = {}

    @property
    def changes(self) -> tuple[date, ...]:
        """The days on which some rule or ground starts or ends."""
        return tuple(self._changes)

    def on(self, day: date) -> Law:
        """The law in force on ``day``; raises ValueError before the first day the rulebook knows."""
        index = bisect_right(self._changes, day)
        if index == 0:
            raise ValueError(f"on: this rulebook starts on {self._changes[0]}; ask for that day or a later one")
        if index not in self._laws:
            self._laws[index] = Law(
                self.facts.values(),
                [ground for ground in self.grounds if in_force(ground, day)],
                [rule for rule in self.rules if in_force(rule, day)],
                sorted(self.rules, key=lambda rule: _distance(rule, day), reverse=True),
            )
        return self._laws[index]


def in_force(item: Rule | Ground, day: date) -> bool:
    """Whether a rule or ground applies on ``day``."""
    return item.since <= day and (item.until is None or day < item.until)


def _distance(rule: Rule, day: date) -> int:
    """How many days part ``day`` from the days on which the rule is in force; 0 inside them."""
    ended = (day - rule.until).days + 1 if rule.until else 0
    return max((rule.since - day).days, ended, 0)
