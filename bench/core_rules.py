"""The core rules: the two doors, work and residence. They are enumerated whole, and measured against peers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ouverture.law.rulebook import rulebook
from ouverture.rules.columns import UNKNOWN, Column
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law

TIERS = (
    "work",
    "residence_at_once",
    "residence_of_a_european",
    "residence_of_three_months",
    "wait",
    "document_to_come",
)
SHARE_UNKNOWN = 0.08
DAYS_BEFORE, DAYS_AFTER = 900, 400
MOST_YEARS = 45


def core_law(day: date) -> Law:
    """The law of a day with the grounds of the two doors alone."""
    law = rulebook().on(day)
    return Law(law.facts, [ground for ground in law.grounds if ground.tier in TIERS], law.rules.values())


def crowd(law: Law, day: date, size: int, seed: int, into: Mapping[str, Column] | None = None) -> dict[str, Column]:
    """Invented persons, one column a fact: each answer drawn by how likely it is, and missing for one person in twelve.

    ``into``: columns to fill in place, for more persons than memory holds.
    """
    rng = np.random.default_rng(seed)
    drawn: dict[str, Column] = dict(into) if into else {f.name: np.empty(size, dtype(f)) for f in law.program.facts}
    for fact in law.program.facts:
        column = drawn[fact.name]
        column[:] = _codes(fact, size, rng) if fact.values() else _numbers(fact, day, size, rng)
        column[rng.random(size, np.float32) < SHARE_UNKNOWN] = UNKNOWN
    return drawn


def dtype(fact: Fact) -> np.dtype[Any]:
    """The smallest type that holds a column of this fact."""
    return np.dtype(np.int32 if not fact.values() else np.int8 if len(fact.values()) < 128 else np.int16)


def _codes(fact: Fact, size: int, rng: np.random.Generator) -> NDArray[Any]:
    weights = np.array([fact.weight(value) for value in fact.values()])
    return np.searchsorted(np.cumsum(weights / weights.sum())[:-1], rng.random(size, np.float32))


def _numbers(fact: Fact, day: date, size: int, rng: np.random.Generator) -> NDArray[Any]:
    if fact.kind != "date":
        return rng.integers(0, MOST_YEARS, size, np.int32)
    return rng.integers(day.toordinal() - DAYS_BEFORE, day.toordinal() + DAYS_AFTER, size, np.int32)
