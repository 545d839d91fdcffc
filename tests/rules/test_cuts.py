"""A cut parts dates and numbers exactly where the law does, on every day."""

from calendar import monthrange
from datetime import date, timedelta

import pytest

from ouverture.clock.period import add_months
from ouverture.rules.cuts import Ago, Fixed, MonthsEnd, Today

DAYS = [date(2023, 12, 1) + timedelta(days=number) for number in range(460)]


def test_a_fixed_cut_is_the_same_on_every_day() -> None:
    assert {Fixed(15).value(day) for day in DAYS} == {15}


def test_today_is_the_day_asked() -> None:
    assert Today().value(date(2026, 11, 23)) == date(2026, 11, 23).toordinal()


@pytest.mark.parametrize("months", [1, 3, 12])
def test_more_than_so_many_months_have_run_for_all_dates_before_the_cut_and_none_after(months: int) -> None:
    for day in DAYS:
        cut = date.fromordinal(Ago(months).value(day))
        assert add_months(cut, months) >= day
        assert add_months(cut - timedelta(days=1), months) < day


@pytest.mark.parametrize("months", [1, 3, 216])
def test_so_many_months_are_complete_for_all_dates_before_the_cut_and_none_after(months: int) -> None:
    for day in DAYS:
        cut = date.fromordinal(Ago(months, complete=True).value(day))
        assert add_months(cut, months) > day
        assert add_months(cut - timedelta(days=1), months) <= day


def test_an_age_is_reached_on_the_birthday() -> None:
    eighteen = Ago(18 * 12, complete=True)
    assert date(2008, 11, 23).toordinal() < eighteen.value(date(2026, 11, 23))
    assert date(2008, 11, 24).toordinal() >= eighteen.value(date(2026, 11, 23))


def test_three_months_from_the_31st_of_january_are_over_on_the_1st_of_may() -> None:
    january = date(2026, 1, 31).toordinal()
    assert january >= Ago(3).value(date(2026, 4, 30))
    assert january < Ago(3).value(date(2026, 5, 1))


def test_a_leap_day_counts_to_the_29th() -> None:
    leap = date(2024, 2, 29).toordinal()
    assert leap >= Ago(3).value(date(2024, 5, 29))
    assert leap < Ago(3).value(date(2024, 5, 30))
    assert leap >= Ago(12).value(date(2025, 2, 28))
    assert leap < Ago(12).value(date(2025, 3, 1))


@pytest.mark.parametrize("months", [2, 6])
def test_the_end_of_a_following_month_is_its_last_day(months: int) -> None:
    for day in DAYS:
        cut = date.fromordinal(MonthsEnd(months).value(day))
        assert _end_of_month_after(cut, months) >= day
        assert _end_of_month_after(cut - timedelta(days=1), months) < day


def test_days_may_follow_the_end_of_the_month() -> None:
    for day in DAYS:
        cut = date.fromordinal(MonthsEnd(6, days=45).value(day))
        assert _end_of_month_after(cut, 6) + timedelta(days=45) > day
        assert _end_of_month_after(cut - timedelta(days=1), 6) + timedelta(days=45) <= day


def _end_of_month_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
