"""The days the law gives, by the name of the deadline, remembered: the same ones are asked for again and again."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from ouverture.clock import deadlines

Span = tuple[date, date | None]
"""A clock stood still from the first day; it runs again on the second (None: it still stands)."""


@lru_cache(maxsize=1 << 17)
def due(rule: str, start: date, suspended: tuple[Span, ...] = ()) -> date:
    """The safe last day of a named deadline; raises ValueError for one that gives no date."""
    counted = deadlines.count(rule, start, suspended=suspended).due
    if counted is None:
        raise ValueError(f"{rule} gives no date from {start}")
    return counted


@cache
def articles(rule: str) -> tuple[str, ...]:
    """The articles a named deadline rests on; empty when it rests on a page or a practice."""
    return deadlines.rule_named(rule).versions[-1].articles


def days_after(start: date, days: int) -> date:
    """So many calendar days after ``start``."""
    return start + timedelta(days=days)
