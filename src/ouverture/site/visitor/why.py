"""Why a question is asked: the rules in force that read its fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ouverture.law.rulebook import rulebook
from ouverture.rules.conditions import Among, AtLeast, Condition, Either, Every, Not
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Rule


@lru_cache(maxsize=512)
def rules_reading(fact: Fact, on: date) -> tuple[Rule, ...]:
    """The rules in force on a day that look at ``fact`` themselves, in the order of the law."""
    return tuple(rule for rule in rulebook().on(on).rules.values() if fact in _facts(rule.when))


def _facts(condition: Condition) -> Iterator[Fact]:
    match condition:
        case Among(fact, _) | AtLeast(fact, _):
            yield fact
        case Not(part):
            yield from _facts(part)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _facts(part)
