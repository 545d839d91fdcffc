"""Rows whose answers may not all be true: a wide net over columns; the exact reading then says which do clash.

Tests hold it against ``law.consistency`` row by row: what clashes there must be caught here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ouverture.law.consistency import NEVER_IN_THE_FUTURE, ONLY_WITH, ORDERED
from ouverture.law.contradictions import CONTRADICTIONS
from ouverture.law.facts import FACTS
from ouverture.law.plausible import plausible_days, plausible_most
from ouverture.rules.columns import UNKNOWN, Columns
from ouverture.rules.conditions import Either
from ouverture.rules.rulebook import Ground, Law, Outcome, Start, Verdict
from ouverture.services.answer.implied import among, places_of
from ouverture.services.answer.read_columns import Crowd, Ints
from ouverture.text import Text

Mask = NDArray[np.bool_]
_READ = frozenset(name for name, fact in FACTS.items() if fact.kind != "text")
"""What a condition may read."""
SETTLED_BY_AMOUNTS = ("annual_resources", "household_size")
"""Answers from which the amounts of the law settle others: read exactly."""


def may_clash(crowd: Crowd, given: Mapping[str, Ints], on: date) -> Mask:
    """The rows that the exact reading must see before they are answered."""
    mask = np.zeros(crowd.rows, bool)
    said = crowd.codes
    for name, codes in said.items():
        mask |= _out_of_measure(name, codes, on)
    for first, last in ORDERED:
        if first in said and last in said:
            mask |= (said[first] != UNKNOWN) & (said[last] != UNKNOWN) & (said[last] < said[first])
    for name, (parent, wanted) in ONLY_WITH.items():
        if name in said and parent in said:
            mask |= (said[name] != UNKNOWN) & (said[parent] != UNKNOWN) & ~among(parent, said[parent], wanted)
    for name in SETTLED_BY_AMOUNTS:
        if name in said:
            mask |= said[name] != UNKNOWN
    return mask | _contradictory(said, crowd.rows, on) | _places(crowd)


def _out_of_measure(name: str, codes: Ints, on: date) -> Mask:
    fact = FACTS[name]
    if fact.kind == "date":
        first, last = plausible_days(name, on)
        latest = min(last, on) if name in NEVER_IN_THE_FUTURE else last
        out: Mask = (codes != UNKNOWN) & ((codes < first.toordinal()) | (codes > latest.toordinal()))
        return out
    if fact.kind in ("whole_number", "money"):
        most: Mask = codes > plausible_most(name)
        return most
    return np.zeros(len(codes), bool)


def _contradictory(given: Mapping[str, Ints], rows: int, on: date) -> Mask:
    columns = {name: codes for name, codes in given.items() if name in _READ}
    if not columns:
        return np.zeros(rows, bool)
    found: Mask = _contradictions(on).decide(columns) != UNKNOWN
    return found


@lru_cache(maxsize=8)
def _contradictions(on: date) -> Columns:
    """The contradictions of the law as one condition, which those meet who have one."""
    either = Either(tuple(each.when for each in CONTRADICTIONS))
    says = Text("", "")
    ground = Ground("contradiction", "", either, Outcome(Verdict.UNKNOWN, "", ""), Start(says), says, "H", ())
    return Columns(Law(FACTS.values(), (ground,), ()), on)


def _places(crowd: Crowd) -> Mask:
    """Postcodes that are none, or that lie elsewhere than where the row says."""
    if "postcode" not in crowd.codes:
        return np.zeros(crowd.rows, bool)
    place = places_of(crowd)
    lives_in = crowd.codes.get("lives_in", np.full(crowd.rows, UNKNOWN, np.int8))
    elsewhere = (place >= 0) & (lives_in != UNKNOWN) & (lives_in != place)
    found: Mask = (place < UNKNOWN) | elsewhere
    return found
