"""The pace of the waits begun lately: seen before any of them is late, silent where chance explains it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ouverture.forecast.pace import pace
from ouverture.forecast.survival import Span, survival
from ouverture.forecast.waiting import estimate
from tests.forecast.synthetic import START, SURGE, known_on, waits

LATELY, WINDOW = timedelta(days=45), timedelta(days=90)


def pace_on(day_of_all: int, slower: float, seed: int = 7) -> float:
    """The pace on a day of the invented months, as an estimate has it."""
    day = START + timedelta(days=day_of_all)
    return estimate(known_on(day, waits(seed, slower=slower)), "", "751", day).pace


def test_into_a_surge_those_begun_lately_are_seen_to_go_slower() -> None:
    into = (SURGE[0] - START).days + 40
    assert pace_on(into, slower=3.0) > 1.3
    assert pace_on(into, slower=1.0) == 1.0


def test_after_a_surge_those_begun_lately_are_seen_to_go_faster() -> None:
    assert pace_on((SURGE[1] - START).days + 50, slower=3.0) < 0.8


@pytest.mark.parametrize("few", [0, 3])
def test_a_few_waits_change_nothing(few: int) -> None:
    usual = survival([Span(START, START + timedelta(days=age)) for age in range(1, 60)], START + LATELY, 2 * WINDOW)
    day = START + timedelta(days=400)
    assert pace([Span(day - timedelta(days=5))] * few, usual, day, LATELY, sure=2, most=4) == 1.0
