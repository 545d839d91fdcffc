"""A million random claims: what is true of money, and columns equal to lines one by one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from os import cpu_count

from ouverture.pricing.columns import coded
from ouverture.pricing.formula import price
from ouverture.pricing.many import NOT_HELD, each_alone
from tests.campaign.report import Trial
from tests.dossier.claim.random_money import paid_twice, unbalanced
from tests.dossier.claim.test_claim import with_bank
from tests.pricing.money_invariants import broken_over, lines_of, order_matters
from tests.pricing.random_claims import random_lines

CLAIMS, COMPARED, YEARS = 1_000_000, 200_000, 12_000
AT_ONCE = 2_000
"""Lines that one process settles and tries again before it takes the next; a year has 85 lines on average."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of prices; ``share`` of 1 is all of it."""
    counts = (max(1, round(count * share)) for count in (CLAIMS, COMPARED, YEARS))
    claims, compared, years = counts
    yield [
        Trial("random claims with their counters: every invariant of money", claims, partial(_money, claims, seed)),
        Trial(
            "random claims in the ledger of a file: debit and credit after every event",
            claims,
            partial(_ledger, claims, seed),
        ),
        Trial("lines of sheets, each received, priced or paid again", claims, partial(_again, claims, seed)),
        Trial("columns equal to the line explained alone", compared, partial(_equal, compared, seed)),
        Trial("a year of mixed acts in two orders: the same total", years, partial(_orders, years, seed)),
    ]


def _money(claims: int, seed: int) -> str:
    assert broken_over(claims, seed) == []
    return "nothing below zero, nothing lost, every cap kept"


def _ledger(claims: int, seed: int) -> str:
    assert unbalanced(claims, seed) == []
    return "equal, and no account on the wrong side"


def _again(lines: int, seed: int) -> str:
    starts = range(0, lines, AT_ONCE)
    with ProcessPoolExecutor(cpu_count()) as pool:
        found = pool.map(
            paid_twice, repeat(with_bank()), (min(AT_ONCE, lines - at) for at in starts), (seed + at for at in starts)
        )
        assert [one for each in found for one in each] == []
    return "paid once, refused each other time"


def _equal(compared: int, seed: int) -> str:
    lines = random_lines(compared, seed + 1)
    repaid = each_alone(coded(lines)).repaid
    for place, line in enumerate(lines):
        one = price(line).repaid
        assert repaid[place] == (NOT_HELD if one is None else one), line
    return "equal to the cent"


def _orders(years: int, seed: int) -> str:
    with ProcessPoolExecutor(cpu_count()) as pool:
        asked = range(seed, seed + years)
        differ = [
            year for year, other in zip(asked, pool.map(order_matters, asked, chunksize=50), strict=True) if other
        ]
    assert differ == []
    return f"{sum(map(lines_of, asked)):,} lines, equal to the cent"
