from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.clock.period import Period, add_months, add_years

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTHS = st.integers(-600, 600)


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(1999, 12, 31), 2, date(2000, 2, 29)),
        (date(1899, 12, 31), 2, date(1900, 2, 28)),
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
    ],
)
def test_months_keep_the_day_number_or_take_the_last_day(day: date, months: int, reached: date) -> None:
    assert add_months(day, months) == reached


def test_a_leap_day_has_its_anniversary_on_the_28th() -> None:
    assert add_years(date(2008, 2, 29), 18) == date(2026, 2, 28)
    assert add_years(date(2008, 2, 29), 4) == date(2012, 2, 29)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(DAYS, MONTHS)
def test_months_agree_with_dateutil(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@settings(derandomize=True, deadline=None)
@given(DAYS, st.integers(0, 40), MONTHS)
def test_a_later_day_never_leads_to_an_earlier_one(day: date, gap: int, months: int) -> None:
    assert add_months(day, months) <= add_months(day + timedelta(days=gap), months)


@settings(derandomize=True, deadline=None)
@given(DAYS, st.integers(0, 500), st.integers(0, 60), st.integers(0, 20))
def test_a_period_counts_its_months_first_then_its_days(day: date, days: int, months: int, years: int) -> None:
    assert Period(days, months, years).after(day) == add_months(day, 12 * years + months) + timedelta(days=days)


def test_a_period_counts_backwards() -> None:
    assert Period(months=2).before(date(2026, 8, 31)) == date(2026, 6, 30)
    assert Period(days=20).before(date(2026, 7, 4)) == date(2026, 6, 14)


def test_a_period_out_of_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="year"):
        add_months(date(9999, 12, 1), 1)
