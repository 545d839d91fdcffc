"""A million random claims: what is true of money, and columns equal to lines one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from ouverture.pricing.columns import coded
from ouverture.pricing.formula import price
from ouverture.pricing.many import NOT_HELD, each_alone
from tests.campaign.report import Trial
from tests.pricing.money_invariants import broken_over, order_matters
from tests.pricing.random_claims import random_lines

CLAIMS, COMPARED, YEARS = 1_000_000, 200_000, 4_000


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of prices; ``share`` of 1 is all of it."""
    claims, compared, years = (max(1, round(count * share)) for count in (CLAIMS, COMPARED, YEARS))
    yield [
        Trial("random claims with their counters: every invariant of money", claims, partial(_money, claims, seed)),
        Trial("columns equal to the line explained alone", compared, partial(_equal, compared, seed)),
        Trial("a year of mixed acts in two orders: the same total", years, partial(_orders, years, seed)),
    ]


def _money(claims: int, seed: int) -> str:
    assert broken_over(claims, seed) == []
    return "nothing below zero, nothing lost, nothing paid twice"


def _equal(compared: int, seed: int) -> str:
    lines = random_lines(compared, seed + 1)
    repaid = each_alone(coded(lines)).repaid
    for place, line in enumerate(lines):
        one = price(line).repaid
        assert repaid[place] == (NOT_HELD if one is None else one), line
    return "equal to the cent"


def _orders(years: int, seed: int) -> str:
    assert [year for year in range(seed, seed + years) if order_matters(year)] == []
    return "equal to the cent"
