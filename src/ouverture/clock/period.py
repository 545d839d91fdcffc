"""Periods in days, months and years, counted from one day to another."""

from dataclasses import dataclass
from datetime import date, timedelta

# The shortest month has 28 days: below that no length needs looking up.
_ALWAYS_THERE = 28
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_length(year: int, month: int) -> int:
    """Days in ``month`` (0 for January) of ``year``."""
    if month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month]


def add_months(day: date, months: int) -> date:
    """The same day number ``months`` months later (earlier if negative), or the month's last day when it is too short.

    This is the counting of the code de procédure civile, art. 641 (text not held in our files), used here for every
    period in months. Raises ValueError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    number = day.day
    if number > _ALWAYS_THERE:
        number = min(number, _month_length(year, month))
    return date(year, month + 1, number)


def add_years(day: date, years: int) -> date:
    """The same day ``years`` years later; 29 February becomes 28 February in a common year."""
    return add_months(day, 12 * years)


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as the law writes it. Months are counted first, then days."""

    days: int = 0
    months: int = 0
    years: int = 0

    def after(self, day: date) -> date:
        """The last day of the period when ``day`` is the event that starts it (the event's day is not counted)."""
        return add_months(day, 12 * self.years + self.months) + timedelta(days=self.days)

    def before(self, day: date) -> date:
        """The day that lies one whole period before ``day``."""
        return add_months(day, -12 * self.years - self.months) - timedelta(days=self.days)
