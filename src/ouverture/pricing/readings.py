"""Where sources differ, every price they lead to: ours first, each with what it takes."""

from __future__ import annotations

from itertools import islice, product
from typing import NamedTuple

from ouverture.pricing.care import Line
from ouverture.pricing.consulted import Doubt
from ouverture.pricing.counters import Counters
from ouverture.pricing.formula import Priced, price

MOST = 16
"""Readings tried for one line: four doubts of two values."""


class Reading(NamedTuple):
    """One price and the sources that lead to it."""

    priced: Priced
    sources: tuple[str, ...]


def readings(line: Line, counters: Counters | None = None) -> tuple[Reading, ...]:
    """The different prices of one line, ours first; one alone when no doubt changes a cent. Moves no counter."""
    start = counters or Counters()
    first = price(line, start.copy())
    found: dict[tuple[int | None, int | None], Reading] = {}
    doubts = first.terms.doubts
    for places in islice(product(*(range(len(doubt.options)) for doubt in doubts)), MOST):
        picks = {doubt.key: place for doubt, place in zip(doubts, places, strict=True)}
        one = first if not any(places) else price(line, start.copy(), picks)
        found.setdefault((one.repaid, one.left), Reading(one, _sources(doubts, places)))
    return tuple(found.values())


def _sources(doubts: tuple[Doubt, ...], places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(doubt.options[place][1] for doubt, place in zip(doubts, places, strict=True))
