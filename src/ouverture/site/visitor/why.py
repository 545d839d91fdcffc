"""Why a question is asked, and on what an answer stands: the rules that a condition reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ouverture.law.rulebook import rulebook
from ouverture.rules.conditions import Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Rule


@lru_cache(maxsize=512)
def rules_reading(fact: Fact, on: date) -> tuple[Rule, ...]:
    """The rules in force on a day that look at ``fact`` themselves, in the order of the law."""
    return tuple(rule for rule in rulebook().on(on).rules.values() if fact in _facts(rule.when))


def rules_named(condition: Condition) -> Iterator[str]:
    """The names of the rules that a condition asks to hold, in its order."""
    match condition:
        case Holds(rule):
            yield rule
        case Not(part):
            yield from rules_named(part)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from rules_named(part)


def _facts(condition: Condition) -> Iterator[Fact]:
    match condition:
        case Among(fact, _) | AtLeast(fact, _):
            yield fact
        case Not(part):
            yield from _facts(part)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _facts(part)
