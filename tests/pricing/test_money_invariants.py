"""Nothing below zero, nothing lost, caps kept, and the order of arrival changes the dates but not the year's total."""

import random
from datetime import date

import pytest

from ouverture.pricing.care import Line
from ouverture.pricing.counters import cap
from tests.pricing.money_invariants import broken_over, order_matters, priced, total
from tests.pricing.random_claims import a_mixed_year, a_year_of_care


def test_money_holds_over_random_claims_of_every_kind() -> None:
    assert broken_over(20_000, seed=7) == []


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_arrival_does_not_change_the_total_of_the_year(seed: int) -> None:
    lines = a_year_of_care(120, seed)
    shuffled = random.Random(seed + 1).sample(lines, len(lines))
    assert total(lines) == total(shuffled), seed


def test_nor_in_a_year_of_acts_whose_deductions_differ() -> None:
    assert [seed for seed in range(120) if order_matters(seed)] == []


def test_a_cheaper_participation_of_earlier_care_that_comes_late_gives_back_the_difference() -> None:
    early = [Line("gp", date(2024, 2, day + 1), 2650, repaid_on=date(2025, 1, 5)) for day in range(2)]
    later = [Line("gp", date(2025, 3, day + 1), 3000) for day in range(25)]
    assert total([*early, *later]) == total([*later, *early]) == 2 * 100 + 23 * 200
    found, _ = priced([*later, *early])
    assert [(one.deducted, one.undone, one.given_back) for one in found[-2:]] == [(0, 100, 100)] * 2


def test_what_is_given_back_is_first_taken_from_what_is_still_owed() -> None:
    owed = [Line("gp", date(2025, 3, day + 1), 3000, third_party=True) for day in range(25)]
    found, counters = priced([*owed, Line("gp", date(2024, 2, 1), 2650, third_party=True, repaid_on=date(2025, 6, 1))])
    assert (found[-1].undone, found[-1].given_back, counters.owed) == (100, 0, 4900)


@pytest.mark.parametrize("seed", range(6))
def test_the_caps_of_the_year_are_kept(seed: int) -> None:
    lines = a_year_of_care(200, seed)
    _, counters = priced(lines)
    year, day = counters.year(2026), lines[0].on
    assert year.participations == cap("counts", "participation_year", day), seed
    assert year.franchise_cents <= cap("deductions", "franchise_year", day), seed
    for one in year.counting:
        with_them = year.with_professional(one.care_on, one.professional)
        assert len(with_them) <= cap("counts", "participation_day", day)
    for (on, family), cents in counters.of_day.items():
        assert family == "box" or cents <= cap("deductions", f"{family}_day", on)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_owed_is_what_was_not_taken_and_not_yet_recovered(seed: int) -> None:
    found, counters = priced(a_mixed_year(80, seed, 2025))
    no_more = sum(one.undone - one.given_back for one in found)
    assert counters.owed == sum(one.owed_later - one.recovered for one in found) - no_more, seed
    assert counters.owed >= 0


def test_a_participation_owed_from_a_tiers_payant_is_taken_from_the_next_repayment() -> None:
    first = Line("gp", date(2026, 2, 2), 3000, third_party=True)
    next_one = Line("gp", date(2026, 2, 9), 3000)
    found, counters = priced([first, next_one])
    assert [(one.repaid, one.owed_later, one.recovered) for one in found] == [(2100, 200, 0), (1700, 0, 200)]
    assert counters.owed == 0
