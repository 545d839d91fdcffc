"""A fact: something true of a person, asked once, typed, and possibly unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ouverture.rules.conditions import Among, AtLeast, Condition, Not
from ouverture.rules.cuts import Ago, Cut, Fixed, Today
from ouverture.text import Text

Kind = Literal["yes_no", "one_of", "date", "whole_number", "money", "text"]
Value = bool | str | int
"""A known value as the engine holds it: yes/no, a choice, or a number (dates are proleptic ordinals)."""

YES_NO: Mapping[str, Text] = {"yes": Text("Oui", "Yes"), "no": Text("Non", "No")}


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A typed question about a person.

    ``options`` lists the allowed values of a one-of with their labels; ``priors`` says how likely each is (equal when
    absent), used only to choose the order of questions; ``cost`` is how heavy the question is to answer (1 = light).
    ``after`` names the facts without which the question makes no sense: they are asked first while they matter.
    ``asked_with`` names the fact on whose screen this one is asked too. ``also_written`` are words that stand for a
    value of a one-of, and ``not_an_answer`` words that stand for none, each with what to write instead.
    """

    name: str
    kind: Kind
    label: Text
    question: Text
    options: Mapping[str, Text] = field(default_factory=dict)
    hint: Text | None = None
    asked_with: str | None = None
    after: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ("person",)
    proved_by: tuple[str, ...] = ()
    priors: Mapping[str, float] = field(default_factory=dict)
    cost: float = 1.0
    also_written: Mapping[str, str] = field(default_factory=dict)
    not_an_answer: Mapping[str, Text] = field(default_factory=dict)

    def among(self, *values: str) -> Condition:
        """True when the value is one of ``values``."""
        unknown = [value for value in values if value not in self.options]
        if unknown:
            raise ValueError(f"{self.name} has no option {unknown[0]!r}")
        return Among(self, frozenset(values))

    def other_than(self, *values: str) -> Condition:
        """True when the value is known and none of ``values``."""
        return Not(self.among(*values))

    def is_yes(self) -> Condition:
        """True when the answer to a yes/no fact is yes."""
        return Among(self, frozenset((True,)))

    def is_no(self) -> Condition:
        """True when the answer to a yes/no fact is no."""
        return Among(self, frozenset((False,)))

    def at_least(self, cut: Cut | int | date) -> Condition:
        """True when the value (number, money, date) is not under the cut."""
        return AtLeast(self, cut if isinstance(cut, Cut) else Fixed(cut.toordinal() if isinstance(cut, date) else cut))

    def not_past(self) -> Condition:
        """True when this date is today or later."""
        return self.at_least(Today())

    def more_than_ago(self, *, years: int = 0, months: int = 0) -> Condition:
        """True when more than the period has run since this date (the day after it has run in full)."""
        return Not(self.at_least(Ago(years * 12 + months)))

    def reached(self, *, years: int = 0, months: int = 0) -> Condition:
        """True from the day on which the period since this date is complete (a birthday)."""
        return Not(self.at_least(Ago(years * 12 + months, complete=True)))

    def values(self) -> tuple[Any, ...]:
        """Every value of a discrete fact, in the order shown; empty for dates and numbers."""
        return (True, False) if self.kind == "yes_no" else tuple(self.options)

    def weight(self, value: Value) -> float:
        """How likely ``value`` is among the others, unnormalised."""
        key = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        return self.priors.get(key, 1.0)
