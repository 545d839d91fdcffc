"""What is true of money whatever the claims: checked over columns, so that a million claims take seconds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from ouverture.pricing.acts import acts
from ouverture.pricing.care import Line
from ouverture.pricing.columns import Ints, coded
from ouverture.pricing.counters import Counters
from ouverture.pricing.formula import Priced, price
from ouverture.pricing.many import PricedColumns, in_order
from ouverture.pricing.rows import shelf
from tests.pricing.random_claims import a_mixed_year, arriving_otherwise, random_lines

PERSONS, PIECE = 20, 50_000
"""So many lines for so few people that the caps of each year are reached."""
YEARS = (2018, 2024, 2025, 2026)
"""Years before, during and after the change of the caps, and the year with the old sums in the new caps."""


def priced(lines: Sequence[Line]) -> tuple[list[Priced], Counters]:
    """The lines of one person as they come, and the counters after them."""
    counters = Counters()
    return [price(line, counters) for line in lines], counters


def total(lines: Sequence[Line]) -> int:
    """What is taken in all, at once or later, less what is undone; in cents."""
    return sum(one.deducted + one.owed_later - one.undone for one in priced(lines)[0])


def lines_of(seed: int) -> int:
    """How many lines the random year of this seed has: 20 to 149."""
    return 20 + seed % 130


def order_matters(seed: int) -> bool:
    """Whether a random year of mixed acts costs another sum when its sheets arrive in another order."""
    lines = a_mixed_year(lines_of(seed), seed, YEARS[seed % len(YEARS)])
    return total(lines) != total(arriving_otherwise(lines, seed + 1))


def priced_in_order(lines: Sequence[Line], of: Ints) -> PricedColumns:
    """The lines as they come, each for the person of ``of``."""
    return in_order(coded(lines), of, [line.with_whom for line in lines])


def over_a_cap(lines: Sequence[Line], of: Ints, found: PricedColumns) -> list[str]:
    """The caps that a person's year or day goes over, by name and first day."""
    kinds = np.array([acts()[line.act].deduction for line in lines])
    years = np.array([line.counted_in.year for line in lines])
    days = np.array([line.on.toordinal() for line in lines])
    cents = np.where(found.held, found.deducted + found.owed_later - found.undone, 0)
    franchise = np.isin(kinds, ("box", "auxiliary", "transport"))
    over = []
    for series, mask in {"auxiliary_day": kinds == "auxiliary", "transport_day": kinds == "transport"}.items():
        for row in shelf()["deductions", series]:
            inside = (days >= row.since.toordinal()) & (days < (row.until or date.max).toordinal())
            over += [f"{series} {row.since}"] if _most(cents, mask & inside, of, days) > (row.value or 0) else []
    for row in shelf()["counts", "participation_year"]:
        inside = (years >= row.since.year) & (years < (row.until or date.max).year)
        # Until 2024 fifty of one euro, in 2024 fifty euros, since then twenty-five of two: fifty euros in each.
        over += (
            [f"participations {row.since}"]
            if _most(cents, (kinds == "participation") & inside, of, years) > FIFTY_EUROS
            else []
        )
        over += [f"franchises {row.since}"] if _most(cents, franchise & inside, of, years) > FIFTY_EUROS else []
    return over


FIFTY_EUROS = 5_000


def _most(cents: Ints, mask: Any, of: Ints, when: Ints) -> int:
    """The most that one person bears in one year or day."""
    _, place = np.unique(of[mask] * 1_000_000 + when[mask], return_inverse=True)
    return int(np.bincount(place, cents[mask]).max(initial=0))


def broken(lines: Sequence[Line], found: PricedColumns) -> list[str]:
    """The invariants that do not hold, by name; none is what one hopes for."""
    held, fees = found.held, np.array([line.fee for line in lines])
    checks = {
        "nothing below zero": bool(
            min(found.base[held].min(), found.share[held].min(), found.deducted[held].min(), found.repaid[held].min(),
                found.left[held].min(), found.recovered[held].min(), found.owed_later[held].min(),
                found.undone[held].min(), found.given_back[held].min()) >= 0
        ),
        "nothing above what was paid": bool((found.repaid[held] <= fees[held]).all()),
        "never above the base": bool((found.repaid[held] <= found.base[held]).all()),
        "what was paid = repaid + left": bool((found.repaid + found.left == fees)[held].all()),
        "what was paid = repaid + kept + recovered + share + beyond": bool(
            (found.repaid + found.deducted + found.recovered + found.share + (fees - found.base) == fees)[held].all()
        ),
        "a deduction never above what the caisse gives": bool(
            (found.deducted + found.owed_later <= found.base - found.share)[held].all()
        ),
        "recovered never above what was owed": bool(found.recovered.sum() <= found.owed_later.sum()),
        "given back never above what was taken": bool(
            (found.given_back <= found.undone).all() and found.undone.sum() <= (found.deducted + found.owed_later).sum()
        ),
    }  # fmt: skip
    return [name for name, holds in checks.items() if not holds]


def broken_over(count: int, seed: int) -> list[str]:
    """The invariants broken by ``count`` random claims, in pieces that fit in memory."""
    piece, found = PIECE, []
    for start in range(0, count, piece):
        lines = random_lines(min(piece, count - start), seed + start)
        people = max(1, PERSONS * len(lines) // PIECE)
        of = np.random.default_rng(seed + start).integers(0, people, len(lines))
        priced_lines = priced_in_order(lines, of)
        found += broken(lines, priced_lines) + over_a_cap(lines, of, priced_lines)
    return found
