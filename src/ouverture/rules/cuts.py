"""Where a date or a number is cut in two: at a fixed place, or at one relative to the day asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, timedelta

from ouverture.clock.period import add_months


class Cut(ABC):
    """A threshold between smaller and larger values."""

    @abstractmethod
    def value(self, day: date) -> int:
        """The smallest value at or above the threshold on ``day`` (dates as proleptic ordinals, money in euros)."""


@dataclass(frozen=True)
class Fixed(Cut):
    """The same value on every day: a date written in the law, a number of years."""

    at: int

    def value(self, day: date) -> int:
        """The fixed value."""
        return self.at


@dataclass(frozen=True)
class Today(Cut):
    """The day asked."""

    def value(self, day: date) -> int:
        """The day itself."""
        return day.toordinal()


@dataclass(frozen=True)
class Ago(Cut):
    """The first date from which the period has not yet run more than fully (or, ``complete``, not yet fully)."""

    months: int
    complete: bool = False

    def value(self, day: date) -> int:
        """The first date whose period is still running; month ends make it a search of a few days."""
        goal = day + timedelta(days=1) if self.complete else day
        candidate = add_months(goal, -self.months) - timedelta(days=4)
        while add_months(candidate, self.months) < goal:
            candidate += timedelta(days=1)
        return candidate.toordinal()


@dataclass(frozen=True)
class MonthsEnd(Cut):
    """The first date whose n-th following month has not ended, or ended less than ``days`` days ago."""

    months: int
    days: int = 1

    def value(self, day: date) -> int:
        """The first day of the month so many months back."""
        last = day - timedelta(days=self.days - 1)
        return add_months(last.replace(day=1), -self.months).toordinal()
