from datetime import date
from functools import partial

import pytest

from ouverture.clock.calendar import is_off
from ouverture.clock.reckoning import (
    first_of_next_month,
    first_of_next_quarter,
    is_clamped,
    last_of_month,
    last_worked,
    reckon,
)
from ouverture.clock.registry import Version, rule_named

OFF_IN_LYON = partial(is_off, place="metropole")


def terms(rule: str) -> Version:
    return rule_named(rule).versions[-1]


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 8, 31), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_next_quarter_begins_in_january_april_july_or_october(day: date, quarter: date) -> None:
    assert first_of_next_quarter(day) == quarter


def test_months_end_and_begin() -> None:
    assert first_of_next_month(date(2026, 12, 5)) == date(2027, 1, 1)
    assert last_of_month(date(2028, 2, 1)) == date(2028, 2, 29)


def test_the_last_worked_day_goes_back_over_a_weekend() -> None:
    assert last_worked(date(2025, 11, 30), OFF_IN_LYON) == date(2025, 11, 28)
    assert last_worked(date(2026, 6, 30), OFF_IN_LYON) == date(2026, 6, 30)


def test_the_first_day_counts_or_does_not() -> None:
    assert reckon(terms("cash_benefits_twelve_months"), date(2026, 3, 1), OFF_IN_LYON) == date(2027, 3, 1)
    assert reckon(terms("c2s_one_year"), date(2026, 3, 1), OFF_IN_LYON) == date(2027, 2, 28)


def test_more_than_three_months_is_a_day_later_than_three_months() -> None:
    assert reckon(terms("residence_three_months"), date(2026, 1, 15), OFF_IN_LYON) == date(2026, 4, 16)


def test_working_days_skip_weekends_and_days_off() -> None:
    assert reckon(terms("electronic_sheet_3_working_days"), date(2026, 4, 30), OFF_IN_LYON) == date(2026, 5, 6)


def test_a_short_month_is_noticed() -> None:
    assert is_clamped(terms("cra_appeal"), date(2025, 12, 31))
    assert not is_clamped(terms("cra_appeal"), date(2026, 1, 31))
    assert is_clamped(terms("c2s_renewal_window_open"), date(2026, 8, 31))
    assert not is_clamped(terms("title_expiry_six_months"), date(2025, 8, 31))
    assert not is_clamped(terms("closing_45_days"), date(2025, 8, 31))
