from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.clock.period import Period
from ouverture.clock.refusal import DeadlineError
from ouverture.clock.suspension import pause, stops

START, LAST = date(2026, 1, 10), date(2026, 3, 10)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def last_day(*spans: tuple[date, date | None], at_most: Period | None = None) -> date | None:
    counted = pause(START, LAST, stops(spans, at_most))
    return counted[-1].last if counted else LAST


def test_each_suspended_day_moves_the_last_day_by_one() -> None:
    assert last_day((date(2026, 2, 1), date(2026, 2, 15))) == date(2026, 3, 24)


def test_two_suspensions_add_up() -> None:
    assert last_day((date(2026, 2, 20), date(2026, 2, 25)), (date(2026, 2, 1), date(2026, 2, 11))) == date(2026, 3, 25)


def test_overlapping_suspensions_are_counted_once() -> None:
    assert last_day((date(2026, 2, 1), date(2026, 2, 15)), (date(2026, 2, 10), date(2026, 2, 20))) == date(2026, 3, 29)
    assert last_day((date(2026, 2, 1), date(2026, 2, 15)), (date(2026, 2, 3), date(2026, 2, 5))) == date(2026, 3, 24)


def test_a_suspension_that_follows_the_end_changes_nothing() -> None:
    assert last_day((date(2026, 3, 11), date(2026, 4, 15))) == LAST


def test_a_suspension_on_the_last_day_still_counts() -> None:
    assert last_day((LAST, LAST + timedelta(days=5))) == date(2026, 3, 15)


def test_a_suspension_before_the_start_changes_nothing() -> None:
    assert last_day((date(2025, 12, 1), date(2026, 1, 11))) == LAST


def test_a_suspension_already_running_at_the_start_counts_from_the_first_counted_day() -> None:
    assert last_day((date(2025, 12, 1), date(2026, 1, 21))) == date(2026, 3, 20)


def test_a_second_suspension_may_fall_in_the_time_the_first_one_added() -> None:
    assert last_day((date(2026, 2, 1), date(2026, 2, 11)), (date(2026, 3, 15), date(2026, 3, 20))) == date(2026, 3, 25)


def test_a_suspension_without_an_end_leaves_no_last_day_and_says_how_many_are_left() -> None:
    (stopped,) = pause(START, LAST, stops([(date(2026, 2, 1), None)], None))
    assert (stopped.last, stopped.days) == (None, 38)


def test_a_limit_ends_a_suspension_that_lasts_too_long() -> None:
    two_months = Period(months=2)
    assert last_day((date(2026, 2, 10), None), at_most=two_months) == LAST + timedelta(days=59)
    assert last_day((date(2026, 2, 10), date(2026, 9, 1)), at_most=two_months) == LAST + timedelta(days=59)
    assert last_day((date(2026, 2, 10), date(2026, 2, 20)), at_most=two_months) == LAST + timedelta(days=10)


def test_a_suspension_cannot_end_before_it_begins() -> None:
    with pytest.raises(DeadlineError) as refused:
        stops([(date(2026, 2, 1), date(2026, 1, 20))], None)
    assert "20 janvier 2026" in refused.value.text.fr
    assert "20 January 2026" in refused.value.text.en


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.tuples(DAYS, st.integers(0, 90)), max_size=6))
def test_the_days_added_are_the_suspended_days_of_the_period_counted_one_by_one(spans: list[tuple[date, int]]) -> None:
    suspended = {first + timedelta(days=n) for first, length in spans for n in range(length)}
    day, left = START, (LAST - START).days
    while left:
        day += timedelta(days=1)
        left -= day not in suspended
    assert last_day(*((first, first + timedelta(days=length)) for first, length in spans)) == day
