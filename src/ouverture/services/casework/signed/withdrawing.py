"""Which papers no longer stand. Nothing is stored: what happened in a file since says it.

A paper has a serial made of its file, its kind and how often papers of that kind were withdrawn there before. The event
that withdraws a kind withdraws the serial of then; the next paper has another. The list of all of them names nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ouverture.services.casework.house import House
from ouverture.services.casework.ports import Dated
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.signed.said import kinds

MOST = 1_000_000
CORRECTED = "corrected"
OUT_OF_DATE = frozenset({CORRECTED, "stale"})
"""Reasons for which the paper was true and is no longer; for the others it was taken back."""


class Withdrawn(NamedTuple):
    """One serial that no longer stands, why (a word of the data), since when."""

    serial: str
    why: str
    on: date


class Withdrawals(NamedTuple):
    """Every paper of an installation that no longer stands, as known on a day."""

    made_on: date
    rows: Mapping[str, Withdrawn]


def serial_of(house: House, stream: str, kind: str) -> str:
    """The serial of a paper of this kind issued now from this file."""
    history = house.journal.history(stream)
    happened = [Dated(stream, line.kind, date.fromisoformat(line.day), line.body) for line in history.lines]
    return _serial(house, stream, kind, sum(1 for one in happened if _reason(kind, one)))


def withdrawals(house: House, day: date) -> Withdrawals:
    """Every serial that was ever withdrawn, in every file."""
    wanted = {name for row in kinds().values() for name in row["withdrawn_by"]} | _corrections()
    happened = house.journal.dated(wanted, MOST)
    return Withdrawals(day, {one.serial: one for one in _withdrawn(house, happened)})


def _withdrawn(house: House, happened: Iterable[Dated]) -> Iterator[Withdrawn]:
    counts: dict[tuple[str, str], int] = {}
    for one in happened:
        for kind in kinds():
            if why := _reason(kind, one):
                before = counts.get((one.stream, kind), 0)
                yield Withdrawn(_serial(house, one.stream, kind, before), why, one.day)
                counts[one.stream, kind] = before + 1


def _reason(kind: str, happened: Dated) -> str:
    """Why this event withdraws papers of this kind; "" when it does not."""
    if happened.kind in _corrections():
        return CORRECTED if json.loads(happened.body).get("corrects") else ""
    row: Mapping[str, Any] = kinds()[kind]
    why: str = row["withdrawn_by"].get(happened.kind, "")
    if not why or "form" not in row:
        return why
    form = json.loads(happened.body).get("form")
    return why if form in (None, row["form"]) else ""


def _corrections() -> frozenset[str]:
    return frozenset(data_of("signed_papers")["corrections"])


def _serial(house: House, stream: str, kind: str, nth: int) -> str:
    return house.journal.fingerprint(f"signed paper/{kind}/{stream}/{nth}")
