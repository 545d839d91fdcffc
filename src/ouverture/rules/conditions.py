"""Conditions as data: nothing here runs; every reading walks the same tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ouverture.rules.cuts import Cut
    from ouverture.rules.facts import Fact


class Condition:
    """A statement about a person: true, false, or unknown while facts are missing."""

    def __and__(self, other: Condition) -> Every:
        return Every((*_parts(Every, self), *_parts(Every, other)))

    def __or__(self, other: Condition) -> Either:
        return Either((*_parts(Either, self), *_parts(Either, other)))

    def __invert__(self) -> Condition:
        return self.part if isinstance(self, Not) else Not(self)


@dataclass(frozen=True)
class Among(Condition):
    """The fact's value is one of ``values``."""

    fact: Fact
    values: frozenset[str | bool]


@dataclass(frozen=True)
class AtLeast(Condition):
    """The fact's value is not under the cut."""

    fact: Fact
    cut: Cut


@dataclass(frozen=True)
class Every(Condition):
    """All the parts hold. No part at all: always true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Either(Condition):
    """At least one part holds. No part at all: never true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True)
class Holds(Condition):
    """The rule of that name holds, in its version in force on the day asked."""

    rule: str


NEVER = Either(())
ALWAYS = Every(())


def _parts(kind: type[Every] | type[Either], condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, kind) else (condition,)
