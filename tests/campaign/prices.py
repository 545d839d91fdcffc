"""A million random claims: what is true of money, and columns equal to lines one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from ouverture.pricing.columns import coded
from ouverture.pricing.formula import price
from ouverture.pricing.many import NOT_HELD, each_alone
from tests.campaign.report import Trial
from tests.dossier.claim.random_money import paid_twice, unbalanced
from tests.dossier.claim.test_claim import with_bank
from tests.pricing.money_invariants import broken_over, order_matters
from tests.pricing.random_claims import random_lines

CLAIMS, COMPARED, YEARS, SHEETS = 1_000_000, 200_000, 4_000, 500


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of prices; ``share`` of 1 is all of it."""
    counts = (max(1, round(count * share)) for count in (CLAIMS, COMPARED, YEARS, SHEETS))
    claims, compared, years, sheets = counts
    yield [
        Trial("random claims with their counters: every invariant of money", claims, partial(_money, claims, seed)),
        Trial(
            "random claims in the ledger of a file: debit and credit after every event",
            claims,
            partial(_ledger, claims, seed),
        ),
        Trial("a sheet received, priced or paid again", sheets, partial(_again, sheets, seed)),
        Trial("columns equal to the line explained alone", compared, partial(_equal, compared, seed)),
        Trial("a year of mixed acts in two orders: the same total", years, partial(_orders, years, seed)),
    ]


def _money(claims: int, seed: int) -> str:
    assert broken_over(claims, seed) == []
    return "nothing below zero, nothing lost, every cap kept"


def _ledger(claims: int, seed: int) -> str:
    assert unbalanced(claims, seed) == []
    return "equal, and no account on the wrong side"


def _again(sheets: int, seed: int) -> str:
    assert paid_twice(with_bank(), sheets, seed) == []
    return "refused each time"


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
