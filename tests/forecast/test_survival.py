from datetime import date, timedelta

from ouverture.forecast.survival import Span, survival

DAY = date(2026, 6, 1)
LONG = timedelta(days=1000)


def span(began: int, ended: int | None = None, left: int | None = None) -> Span:
    """A wait in days before DAY."""
    ago = [None if days is None else DAY - timedelta(days=days) for days in (began, ended, left)]
    assert ago[0]
    return Span(ago[0], ago[1], ago[2])


def test_those_who_still_wait_count_as_waiting() -> None:
    ended = [span(20, 10)] * 5
    assert survival(ended, DAY, LONG).when(0.5) == 10
    assert survival([*ended, *[span(40)] * 15], DAY, LONG).when(0.5) is None


def test_the_estimate_is_that_of_kaplan_and_meier() -> None:
    # Ages at the end: 6 6 6 7 10 13 16 22 23; still waiting: 6 9 10 11 17 19 20 25 32 32 34 35 (the classic example).
    ends, waits = (6, 6, 6, 7, 10, 13, 16, 22, 23), (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
    curve = survival([*(span(age, 0) for age in ends), *(span(age) for age in waits)], DAY, LONG)
    assert [round(curve.still(age), 4) for age in (5, 6, 7, 10, 13, 16, 22, 23)] == [
        1.0, 0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
    ]  # fmt: skip
    assert (curve.ended, curve.running) == (9, 12)


def test_one_who_gave_up_is_followed_until_that_day_and_never_ends() -> None:
    curve = survival([span(30, 20), span(30, left=25), span(30, 10)], DAY, LONG)
    assert (curve.ended, curve.running) == (2, 1)
    assert curve.still(10) == 0.5


def test_what_ended_before_the_window_is_not_counted_and_what_began_before_is_followed_from_its_opening() -> None:
    month = timedelta(days=30)
    assert survival([span(200, 100)], DAY, month).ended == 0
    old = survival([span(200, 5), *[span(20, 10)] * 9], DAY, month)
    # The old wait is followed from the age of 170 days: it says nothing of the first days.
    assert old.still(10) == 0.0
    assert old.when(0.5, waited=12) is None


def test_a_wait_that_begins_after_the_day_or_ends_after_it_is_not_known_to_have_ended() -> None:
    curve = survival([span(-5), span(10, -3)], DAY, LONG)
    assert (curve.ended, curve.running) == (0, 1)
