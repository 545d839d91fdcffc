"""Rows whose answers may not all be true: a wide net over columns; the exact reading then says which do clash.

Tests hold it against ``law.consistency`` row by row: what clashes there must be caught here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ouverture.clock.period import add_months
from ouverture.law.consistency import NEVER_IN_THE_FUTURE, ONLY_WITH, ORDERED
from ouverture.law.facts import FACTS
from ouverture.law.plausible import plausible_days, plausible_most
from ouverture.rules.columns import UNKNOWN
from ouverture.services.answer.implied import among, places_of
from ouverture.services.answer.read_columns import Crowd, Ints

Mask = NDArray[np.bool_]
ADULT_AT = 18 * 12
"""In months; the exact reading has the last word on who is a minor."""
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
    return mask | _ages(said, crowd.rows, on) | _french(said, crowd.rows) | _numbers(said, crowd.rows) | _places(crowd)


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


def _ages(said: Mapping[str, Ints], rows: int, on: date) -> Mask:
    """Those who say when they were born and what they do, and are minors by one of the two."""
    if "born_on" not in said or "activity" not in said:
        return np.zeros(rows, bool)
    known = (said["born_on"] != UNKNOWN) & (said["activity"] != UNKNOWN)
    young = said["born_on"] >= add_months(on, -ADULT_AT).toordinal() - 7
    minor = among("activity", said["activity"], frozenset({"minor"}))
    found: Mask = known & (young | minor)
    return found


def _french(said: Mapping[str, Ints], rows: int) -> Mask:
    if "nationality" not in said or "stay_document" not in said:
        return np.zeros(rows, bool)
    without = among("stay_document", said["stay_document"], frozenset({"none"})) | (said["stay_document"] == UNKNOWN)
    found: Mask = among("nationality", said["nationality"], frozenset({"FR"})) & ~without
    return found


def _numbers(said: Mapping[str, Ints], rows: int) -> Mask:
    if "rights_open" not in said or "had_number" not in said:
        return np.zeros(rows, bool)
    return among("rights_open", said["rights_open"], frozenset({True})) & among(
        "had_number", said["had_number"], frozenset({False})
    )


def _places(crowd: Crowd) -> Mask:
    """Postcodes that are none, or that lie elsewhere than where the row says."""
    if "postcode" not in crowd.codes:
        return np.zeros(crowd.rows, bool)
    place = places_of(crowd)
    lives_in = crowd.codes.get("lives_in", np.full(crowd.rows, UNKNOWN, np.int8))
    elsewhere = (place >= 0) & (lives_in != UNKNOWN) & (lives_in != place)
    found: Mask = (place < UNKNOWN) | elsewhere
    return found
