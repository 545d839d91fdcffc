"""When the rules under which cover was granted change, and what the same facts lead to under the new ones (G5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from ouverture.dossier.application.events import Fact
from ouverture.dossier.law_of_a_day import law_on, with_what_follows
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import evaluator
from ouverture.rules.conditions import Condition, Either, Every, Holds, Not
from ouverture.rules.rulebook import Law, Verdict


@lru_cache(maxsize=4096)
def next_change(ground: str, since: date) -> date | None:
    """The first day after ``since`` on which the ground, or a rule it rests on, reads otherwise; None while none does.

    A ground that the law no longer has on that day changes nothing by itself: closing takes its own path.
    """
    for day in rulebook().changes:
        if day > since and _reads(ground, day) not in ((), _reads(ground, since)):
            return day
    return None


@lru_cache(maxsize=4096)
def ground_on(ground: str, facts: tuple[Fact, ...], day: date) -> str:
    """The ground that the facts prove under the rules of that day when it covers; else the one held so far."""
    law = law_on(day)
    proof = evaluator(law, day).prove(dict(with_what_follows(facts, day)))
    covers = proof is not None and proof.ground.outcome.verdict is Verdict.COVERED
    return proof.ground.name if proof and covers else ground


@lru_cache(maxsize=4096)
def _reads(ground: str, day: date) -> tuple[Any, ...]:
    """The ground and every rule it rests on, in their versions of that day; nothing when the law has no such ground."""
    law = law_on(day)
    found = law.ground.get(ground)
    return (found, *(law.rules.get(name) for name in sorted(_named(found.when, law)))) if found else ()


def _named(condition: Condition, law: Law) -> frozenset[str]:
    """The rules that a condition rests on, and those they rest on."""
    found: frozenset[str] = frozenset()
    for name in _held(condition):
        rule = law.rules.get(name)
        found |= {name} | (_named(rule.when, law) if rule else frozenset())
    return found


def _held(condition: Condition) -> Iterator[str]:
    match condition:
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _held(part)
        case Not(part):
            yield from _held(part)
        case Holds(rule):
            yield rule
