"""A line of time in a drawing: where a day stands on it, and the months written under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_EDGE = 10
"""No month is written this near an end."""
_WORDS = 56
"""The room that the words of a month take, with the left margin."""


@dataclass(frozen=True)
class Tick:
    """The first day of a month or a year, where the line is long enough to show it."""

    x: int
    on: date


@dataclass(frozen=True)
class TimeScale:
    """From the day ``first`` at ``left`` to the day ``last`` at ``right``, in the drawing's units; last after first."""

    first: date
    last: date
    left: int
    right: int

    def place(self, on: date) -> int:
        """Where a day stands."""
        return self.left + round((self.right - self.left) * (on - self.first).days / (self.last - self.first).days)

    def ticks(self) -> Iterator[Tick]:
        """Months that divide the year, as many as leave room for their words, none at the very edges."""
        months = next((every for every in (1, 2, 3, 6, 12, 24, 60, 120) if self._room(every) > _WORDS), 300)
        every_years = max(months // 12, 1)
        for year in range(-(-self.first.year // every_years) * every_years, self.last.year + 1, every_years):
            for month in range(1, 13, min(months, 12)):
                day = date(year, month, 1)
                if self.first <= day <= self.last and self.left + _EDGE < self.place(day) < self.right - _EDGE:
                    yield Tick(self.place(day), day)

    def _room(self, months: int) -> int:
        return self.place(self.first + timedelta(days=round(months * 30.4)))
