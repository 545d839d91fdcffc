"""The ways of counting a period: from its event to its last day, before any suspension or move."""

from collections.abc import Callable
from datetime import date, timedelta

from ouverture.clock.birthdays import LEAP_DAY
from ouverture.clock.period import add_months
from ouverture.clock.registry import Version

_ONE_DAY = timedelta(days=1)
_MONTHS_IN_A_QUARTER = 3

_SAME_DAY_NUMBER = frozenset({"day_after", "first_day_counts", "more_than", "before", "birthday"})

IsOff = Callable[[date], bool]


def first_of_next_month(day: date) -> date:
    """The first day of the month after ``day``."""
    return add_months(day.replace(day=1), 1)


def first_of_next_quarter(day: date) -> date:
    """The first day of the civil quarter after ``day`` (1 January, 1 April, 1 July or 1 October)."""
    months_left = _MONTHS_IN_A_QUARTER - (day.month - 1) % _MONTHS_IN_A_QUARTER
    return add_months(day.replace(day=1), months_left)


def last_of_month(day: date) -> date:
    """The last day of the month of ``day``."""
    return first_of_next_month(day) - _ONE_DAY


def last_worked(day: date, is_off: IsOff) -> date:
    """``day`` itself if it is worked, else the last worked day before it."""
    while is_off(day):
        day -= _ONE_DAY
    return day


def _day_after(terms: Version, start: date, is_off: IsOff) -> date:
    return terms.period.after(start)


def _first_day_counts(terms: Version, start: date, is_off: IsOff) -> date:
    # A month too short for the day number is used to its last day: 31 January, one month, ends on 28 February.
    reached = terms.period.after(start)
    return reached if is_clamped(terms, start) else reached - _ONE_DAY


def _quarter_after(terms: Version, start: date, is_off: IsOff) -> date:
    return terms.period.after(first_of_next_quarter(start)) - _ONE_DAY


def _end_of_month(terms: Version, start: date, is_off: IsOff) -> date:
    return last_of_month(terms.period.after(start))


def _more_than(terms: Version, start: date, is_off: IsOff) -> date:
    return terms.period.after(start) + _ONE_DAY


def _before(terms: Version, start: date, is_off: IsOff) -> date:
    return terms.period.before(start)


def _next_month(terms: Version, start: date, is_off: IsOff) -> date:
    return first_of_next_month(start)


def _working_days(terms: Version, start: date, is_off: IsOff) -> date:
    day = start
    for _ in range(terms.working_days):
        day += _ONE_DAY
        while is_off(day):
            day += _ONE_DAY
    return day


def _last_working_day_of_month(terms: Version, start: date, is_off: IsOff) -> date:
    month = terms.period.after(start.replace(month=terms.month, day=1))
    return last_worked(last_of_month(month), is_off)


def _last_working_day_of_quarter(terms: Version, start: date, is_off: IsOff) -> date:
    return last_worked(first_of_next_quarter(start) - _ONE_DAY, is_off)


RECKONINGS: dict[str, Callable[[Version, date, IsOff], date]] = {
    "day_after": _day_after,
    "first_day_counts": _first_day_counts,
    "quarter_after": _quarter_after,
    "end_of_month": _end_of_month,
    "more_than": _more_than,
    "before": _before,
    "birthday": _day_after,
    "birthday_month": _end_of_month,
    "next_month": _next_month,
    "working_days": _working_days,
    "last_working_day_of_month": _last_working_day_of_month,
    "last_working_day_of_quarter": _last_working_day_of_quarter,
}


def reckon(terms: Version, start: date, is_off: IsOff) -> date:
    """The day the period of ``terms`` leads to, counted from the event of ``start``."""
    return RECKONINGS[terms.counting](terms, start, is_off)


def is_clamped(terms: Version, start: date) -> bool:
    """True when the month reached has no such day number, so that its last day stands in."""
    reach = terms.period.before if terms.counting == "before" else terms.period.after
    return terms.counting in _SAME_DAY_NUMBER and not terms.period.days and reach(start).day != start.day


def has_no_birthday(terms: Version, start: date) -> bool:
    """True for a birth of 29 February whose age is reached in a year without that day: the law does not say when."""
    ages = terms.counting in ("birthday", "birthday_month")
    return ages and (start.month, start.day) == LEAP_DAY and terms.period.after(start).day != start.day
