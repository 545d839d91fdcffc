"""On every day on which the law changes: nobody without an answer, nobody with two, no ground that never decides."""

from datetime import date

import pytest

from ouverture.law.rulebook import rulebook
from ouverture.rules.enumeration import contradictions, idle, unanswered

DAYS = (*rulebook().changes, date(2026, 11, 23))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nobody_is_left_without_an_answer(day: date) -> None:
    assert unanswered(rulebook().on(day), day) is None


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_two_grounds_of_a_tier_contradict_each_other(day: date) -> None:
    assert [(one.name, other.name) for one, other in contradictions(rulebook().on(day), day)] == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_ground_decides_for_somebody(day: date) -> None:
    assert [ground.name for ground in idle(rulebook().on(day), day)] == []


def test_the_day_before_the_rulebook_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="2016-01-01"):
        rulebook().on(date(2015, 12, 31))
