"""Nothing below zero, nothing lost, caps kept, and the order of arrival changes the dates but not the year's total."""

import random
from datetime import date

import pytest

from ouverture.pricing.care import Line
from ouverture.pricing.counters import cap
from tests.pricing.money_invariants import broken_over, priced, total
from tests.pricing.random_claims import a_year_of_care


def test_money_holds_over_random_claims_of_every_kind() -> None:
    assert broken_over(20_000, seed=7) == []


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_arrival_does_not_change_the_total_of_the_year(seed: int) -> None:
    lines = a_year_of_care(120, seed)
    shuffled = random.Random(seed + 1).sample(lines, len(lines))
    assert total(lines) == total(shuffled), seed


@pytest.mark.parametrize("seed", range(6))
def test_the_caps_of_the_year_are_kept(seed: int) -> None:
    lines = a_year_of_care(200, seed)
    _, counters = priced(lines)
    year, day = counters.year(2026), lines[0].on
    assert year.participations == cap("counts", "participation_year", day), seed
    assert year.franchise_cents <= cap("deductions", "franchise_year", day), seed
    assert max(counters.with_professional.values()) <= cap("counts", "participation_day", day)
    for (on, family), cents in counters.of_day.items():
        assert family == "box" or cents <= cap("deductions", f"{family}_day", on)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_owed_is_what_was_not_taken_and_not_yet_recovered(seed: int) -> None:
    found, counters = priced(a_year_of_care(80, seed))
    assert counters.owed == sum(one.owed_later for one in found) - sum(one.recovered for one in found), seed
    assert counters.owed >= 0


def test_a_participation_owed_from_a_tiers_payant_is_taken_from_the_next_repayment() -> None:
    first = Line("gp", date(2026, 2, 2), 3000, third_party=True)
    next_one = Line("gp", date(2026, 2, 9), 3000)
    found, counters = priced([first, next_one])
    assert [(one.repaid, one.owed_later, one.recovered) for one in found] == [(2100, 200, 0), (1700, 0, 200)]
    assert counters.owed == 0
