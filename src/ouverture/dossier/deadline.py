"""The days the law gives, by the name of the deadline, remembered: the same ones are asked for again and again."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from ouverture.clock import deadlines
from ouverture.text import Text

Span = tuple[date, date | None]
"""A clock stood still from the first day; it runs again on the second (None: it still stands)."""


class NotHeld(ValueError):
    """Our texts do not reach that day: what rests on them is said not to be held, and never guessed."""


class TermNotHeld(NotHeld):
    """Our texts do not give this term for a start on that day: it is counted by hand."""

    def __init__(self, rule: str, start: date) -> None:
        super().__init__(f"{rule} is not held for a start on {start}")
        self.rule = rule
        self.start = start


class LawNotHeld(NotHeld):
    """Our rulebook begins later than that day."""

    def __init__(self, day: date) -> None:
        super().__init__(f"our rulebook does not reach {day}")
        self.day = day


@lru_cache(maxsize=1 << 17)
def ended(stops: tuple[Span, ...], on: date) -> tuple[Span, ...]:
    """The stops of a clock, the last one ended on this day if it stood; one that would end before it began goes."""
    if not stops or stops[-1][1] is not None:
        return stops
    first = stops[-1][0]
    return (*stops[:-1], (first, on)) if on >= first else stops[:-1]


def due(rule: str, start: date, suspended: tuple[Span, ...] = ()) -> date:
    """The safe last day of a named deadline; raises TermNotHeld when our texts give none for that start."""
    try:
        counted = deadlines.count(rule, start, suspended=suspended).due
    except deadlines.DeadlineError:
        raise TermNotHeld(rule, start) from None
    if counted is None:
        raise TermNotHeld(rule, start)
    return counted


def due_if_held(rule: str, start: date, suspended: tuple[Span, ...] = ()) -> date | None:
    """The same; None when our texts do not give the term for that start."""
    try:
        return due(rule, start, suspended)
    except TermNotHeld:
        return None


@cache
def title_of(rule: str) -> Text:
    """What a named deadline is called."""
    return deadlines.rule_named(rule).title


@cache
def articles(rule: str) -> tuple[str, ...]:
    """The articles a named deadline rests on; empty when it rests on a page or a practice."""
    return deadlines.rule_named(rule).versions[-1].articles


def days_after(start: date, days: int) -> date:
    """So many calendar days after ``start``."""
    return start + timedelta(days=days)
