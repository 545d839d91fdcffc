"""Many lines priced at once: each alone, or one after another with the counters of each person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ouverture.pricing.acts import acts
from ouverture.pricing.columns import Applied, Bools, Columns, Ints, applied
from ouverture.pricing.counters import NO_LIMIT, Counters, cap
from ouverture.pricing.rows import Table, shelf

NOT_HELD = -1
"""In the column of what is repaid: something the price rests on is not held."""


@dataclass(frozen=True, slots=True)
class PricedColumns:
    """In cents: base, share of the patient, deduction taken at once, earlier deductions recovered, owed for later.

    ``undone``, ``given_back``: earlier deductions that no longer count, as in ``formula.Priced``.
    """

    base: Ints
    share: Ints
    deducted: Ints
    recovered: Ints
    owed_later: Ints
    undone: Ints
    given_back: Ints
    repaid: Ints
    left: Ints
    held: Bools


def each_alone(lines: Columns) -> PricedColumns:
    """Every line as if nothing had been counted before it."""
    found = applied(lines)
    wanted = np.minimum(_room_alone(lines, found), found.gross)
    nothing = np.zeros_like(wanted)
    return _priced(lines, found, wanted, nothing, nothing)


def in_order(lines: Columns, persons: Ints, professionals: Sequence[str]) -> PricedColumns:
    """Every line after those before it, with the counters of its person; ``professionals`` names each line's."""
    found = applied(lines)
    taken, recovered = np.zeros_like(found.gross), np.zeros_like(found.gross)
    given_back = np.zeros_like(found.gross)
    of: dict[int, Counters] = {}
    families = _families()
    columns = (found.unit, found.gross, found.held, lines.act, lines.on, lines.counted_in, lines.quantity,
               lines.third_party, persons)  # fmt: skip
    for place, row in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        unit, gross, held, act, on, counted_in, quantity, third_party, person = row
        if not held:
            continue
        mine = of.get(person) or of.setdefault(person, Counters())
        cents = 0
        if unit:
            where = (families[act], date.fromordinal(on), date.fromordinal(counted_in), professionals[place], unit)
            cents = taken[place] = mine.take(*where, min(unit * quantity, gross))
        if cents < 0:
            given_back[place] = mine.give_back(-cents)
        elif third_party:
            mine.owed += cents
        if mine.owed and not third_party:
            recovered[place] = mine.recover(gross - max(0, cents))
    return _priced(lines, found, taken, recovered, given_back)


def _priced(lines: Columns, found: Applied, added: Ints, recovered: Ints, given_back: Ints) -> PricedColumns:
    taken = np.maximum(added, 0)
    at_once = np.where(lines.third_party, 0, taken)
    repaid = found.gross - at_once - recovered
    return PricedColumns(
        base=found.base,
        share=found.base - found.gross,
        deducted=at_once,
        recovered=recovered,
        owed_later=taken - at_once,
        undone=taken - added,
        given_back=given_back,
        repaid=np.where(found.held, repaid, NOT_HELD),
        left=np.where(found.held, lines.fee - repaid, NOT_HELD),
        held=found.held,
    )


def _families() -> list[str]:
    return [act.deduction for act in acts().values() if not act.charge]


def _room_alone(lines: Columns, found: Applied) -> Ints:
    """What fresh counters leave to take, on columns."""
    names = _families()
    number = np.minimum(lines.quantity, _caps("counts", "participation_day", lines.on))
    number = np.minimum(number, _caps("counts", "participation_year", lines.counted_in))
    euros = _caps("deductions", "participation_year_euros", lines.counted_in)
    participations = np.minimum(number * found.unit, euros)
    wanted = np.minimum(found.unit * lines.quantity, _caps("deductions", "franchise_year", lines.counted_in))
    room = np.where(np.array([name == "participation" for name in names])[lines.act], participations, wanted)
    for family in ("auxiliary", "transport"):
        of_family = np.array([name == family for name in names])[lines.act]
        room = np.where(of_family, np.minimum(room, _caps("deductions", f"{family}_day", lines.on)), room)
    return room


def _caps(table: Table, series: str, days: Ints) -> Ints:
    """A cap on each day; ``NO_LIMIT`` where none is held."""
    rows = shelf()[table, series]
    edges = sorted({day.toordinal() for row in rows for day in (row.since, row.until) if day})
    values = [NO_LIMIT, *(cap(table, series, date.fromordinal(edge)) for edge in edges)]
    return np.array(values, np.int64)[np.searchsorted(np.array(edges), days, side="right")]
