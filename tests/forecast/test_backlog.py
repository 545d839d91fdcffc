"""A queue goes on as its days did: exact figures that can be worked out by hand."""

from __future__ import annotations

from ouverture.forecast.backlog import FEWEST_DAYS, backlog_ahead


def test_as_many_come_as_leave_and_nothing_moves() -> None:
    ahead = backlog_ahead(40, [4] * 10, [4] * 10, 20)
    assert ahead
    assert (ahead.now, ahead.middle, ahead.lowest, ahead.highest) == (10, 10, 10, 10)


def test_half_the_agents_let_the_queue_grow_by_what_the_others_did() -> None:
    ahead = backlog_ahead(40, [4] * 10, [4] * 10, 20, 0.5)
    assert ahead
    assert ahead.middle == (40 + 20 * 2) / 2
    assert ahead.now == 10


def test_days_that_differ_give_a_range_around_the_middle() -> None:
    ahead = backlog_ahead(100, [0, 2, 4, 6, 8], [4] * 5, 10)
    assert ahead
    assert ahead.lowest < ahead.low < ahead.middle < ahead.high < ahead.highest
    assert ahead.known_days == 5


def test_a_queue_is_never_shorter_than_nothing() -> None:
    ahead = backlog_ahead(3, [0] * 5, [4] * 5, 10)
    assert ahead
    assert (ahead.lowest, ahead.highest) == (0, 0)


def test_too_few_days_or_nothing_decided_is_not_known() -> None:
    assert backlog_ahead(10, [1] * (FEWEST_DAYS - 1), [1] * (FEWEST_DAYS - 1), 5) is None
    assert backlog_ahead(10, [1] * 10, [0] * 10, 5) is None
    assert backlog_ahead(10, [], [], 5) is None
