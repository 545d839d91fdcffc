"""A million lines at once: the parts of the law asked once for each combination that occurs, then whole columns.

Each part of ``terms`` rests on few facts (the act, the period between two changes of a table, the situations). The
columns are coded in those facts, each combination that occurs is looked up by the very functions that price one line,
and the arithmetic is done on arrays of whole cents. Equal line by line to ``formula.price`` (tested).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ouverture.pricing.acts import Act, Status, acts, statuses
from ouverture.pricing.care import Line, Pathway, Sector
from ouverture.pricing.consulted import Consulted, Figure
from ouverture.pricing.rows import Table, shelf
from ouverture.pricing.terms import (
    WHOLE,
    chooses_a_doctor,
    deduction_of,
    flat_of,
    increase_of,
    minor,
    rate_of,
    tariff_of,
)  # fmt: skip

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
SECTORS: tuple[Sector, ...] = ("1", "optam", "2", "none")
PATHWAYS: tuple[Pathway, ...] = ("in", "direct", "spared", "out")
PLACES = ("", "elsewhere", "reunion")
"""Mainland, overseas, Réunion: the places the tables tell apart."""
FEE, LACKS = -1, -2
"""In a column of tariffs or rates: what was paid is the base; not held."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines in columns, one element a line: codes are places in the registries, days are ordinals, sums are cents."""

    act: Ints
    on: Ints
    counted_in: Ints
    fee: Ints
    quantity: Ints
    tariff: Ints
    sector: Ints
    pathway: Ints
    age: Ints
    situations: Ints
    overseas: Ints
    in_hospital: Bools
    protocol: Bools
    heavy: Bools
    third_party: Bools


@dataclass(frozen=True, slots=True)
class Applied:
    """The terms of each line, in columns; ``unit`` is the deduction of one unit."""

    base: Ints
    gross: Ints
    unit: Ints
    held: Bools


def coded(lines: Sequence[Line]) -> Columns:
    """Lines as columns. Lines of flat charges and of stays counted in days are not for the columns: KeyError."""
    act_codes = {name: place for place, name in enumerate(_acts())}
    bits = {name: 1 << place for place, name in enumerate(statuses())}

    def ints(read: Callable[[Line], int]) -> Ints:
        return np.fromiter((read(line) for line in lines), np.int64, len(lines))

    return Columns(
        act=ints(lambda line: act_codes[line.act]),
        on=ints(lambda line: line.on.toordinal()),
        counted_in=ints(lambda line: line.counted_in.toordinal()),
        fee=ints(lambda line: line.fee),
        quantity=ints(lambda line: line.quantity),
        tariff=ints(lambda line: FEE if line.tariff is None else line.tariff),
        sector=ints(lambda line: SECTORS.index(line.sector)),
        pathway=ints(lambda line: PATHWAYS.index(line.pathway)),
        age=ints(lambda line: line.patient.age),
        situations=ints(lambda line: sum(bits[name] for name in line.patient.situations)),
        overseas=ints(lambda line: PLACES.index(line.patient.overseas) if line.patient.overseas in PLACES else 1),
        in_hospital=ints(lambda line: line.in_hospital).astype(bool),
        protocol=ints(lambda line: line.protocol).astype(bool),
        heavy=ints(lambda line: line.heavy).astype(bool),
        third_party=ints(lambda line: line.third_party).astype(bool),
    )


def applied(lines: Columns) -> Applied:
    """Base and gross repayment of each line before any deduction, and the deduction of one unit."""
    keys = _Keys(lines)
    tariff, rate = _tariffs(lines, keys), _rates(lines, keys)
    points, cap = _increases(keys)
    flat, start = _flats(lines, keys)
    unit = _deductions(lines, keys)
    held = (tariff != LACKS) & (rate >= 0)
    base = np.where(tariff < 0, lines.fee, np.minimum(lines.fee, tariff * lines.quantity))
    gross = _gross(lines, base, rate, points, cap, flat, start)
    return Applied(base, gross, unit, held)


def _gross(lines: Columns, base: Ints, rate: Ints, points: Ints, cap: Ints, flat: Ints, start: Ints) -> Ints:
    """The arithmetic of ``formula.priced``, on columns."""
    full = _half_up(base, rate)
    capped = (points > 0) & (cap >= 0) & (base * points > cap * WHOLE)
    plain = np.where(capped, full - cap, _half_up(base, rate - points))
    reached = lines.heavy | ((start > 0) & (base >= start * lines.quantity) & (lines.act != _stay()))
    is_heavy = (flat >= 0) & (base > full) & reached
    lump = base - np.minimum(flat, base - full)
    increase = np.where(capped, cap, _half_up(base, points))
    gross = np.where(is_heavy, lump - np.minimum(increase, lump), plain)
    # A capped increase is taken off in cents, and never below nothing.
    return np.where(capped & ~is_heavy, np.maximum(gross, 0), gross)


def _half_up(cents: Ints, rate: Ints) -> Ints:
    return (cents * rate + WHOLE // 2) // WHOLE


@cache
def _acts() -> tuple[str, ...]:
    return tuple(name for name, act in acts().items() if not act.charge)


@cache
def _stay() -> int:
    return _acts().index("hospital_stay")


@cache
def _changes(*tables: Table) -> Ints:
    """Every day on which one of these tables changes, as ordinals."""
    rows = [row for (table, _), series in shelf().items() if table in tables for row in series]
    days = {day for row in rows for day in (row.since, row.until) if day}
    return np.array(sorted(day.toordinal() for day in days), np.int64)


@dataclass(frozen=True, slots=True)
class _Periods:
    """The days of some tables, cut where one of them changes: the period of each line, and a day in each period."""

    of_line: Ints
    days: tuple[date, ...]


def _periods(on: Ints, *tables: Table) -> _Periods:
    edges = _changes(*tables)
    days = (date.fromordinal(int(edges[0]) - 1), *(date.fromordinal(int(day)) for day in edges))
    return _Periods(np.searchsorted(edges, on, side="right"), days)


@cache
def _age_bands() -> Ints:
    """Every age at which something changes."""
    chosen = [choice for act in acts().values() for choice in act.tariffs]
    ages = {
        0,
        chooses_a_doctor(),
        minor(),
        *(c.from_age for c in chosen),
        *(c.under_age for c in chosen if c.under_age),
    }
    return np.array(sorted(ages), np.int64)


class _Keys:
    """The few facts each part rests on, coded."""

    def __init__(self, lines: Columns) -> None:
        self.band = np.searchsorted(_age_bands(), lines.age, side="right") - 1
        self.on = lines.on
        every = list(acts().values())
        self.acts: list[Act] = [act for act in every if not act.charge]
        self.names = list(statuses())
        self.mask, self.masks = self._situations(lines)
        self.of_doctor = np.array([act.of_doctor for act in self.acts])[lines.act]
        self.out = self.of_doctor & (lines.pathway == PATHWAYS.index("out")) & (lines.age >= chooses_a_doctor())
        self.without = lines.sector == SECTORS.index("none")

    def _situations(self, lines: Columns) -> tuple[Ints, list[tuple[Status, ...]]]:
        """The situations that bear on each line (``terms.situations_of``), as a place among those that occur."""
        bit = {name: 1 << place for place, name in enumerate(self.names)}
        in_care = np.array([act.care in ("hospital", "charge") for act in self.acts])[lines.act]
        mask = np.where(lines.age < minor(), lines.situations | bit["minor"], lines.situations)
        mask = np.where(lines.protocol, mask, mask & ~bit["long_illness"])
        mask = np.where(lines.in_hospital | in_care, mask, mask & ~bit["newborn"])
        found, place = _places(mask, 1 << len(self.names))
        every = list(statuses().values())
        return place, [tuple(one for at, one in enumerate(every) if int(bits) >> at & 1) for bits in found]

    def spared(self, what: str) -> Ints:
        """1 for the lines of which a situation spares this."""
        spares = [int(any(what in status.spares for status in situations)) for situations in self.masks]
        return np.array(spares, np.int64)[self.mask]


def _places(key: Ints, size: int) -> tuple[Ints, Ints]:
    """The keys that occur, and for each line the place of its key among them; without a sort."""
    present = np.zeros(size, bool)
    present[key] = True
    found = np.flatnonzero(present)
    place = np.zeros(size, np.int64)
    place[found] = np.arange(len(found))
    return found, place[key]


def _looked_up(parts: Sequence[tuple[Ints, int]], ask: Callable[[tuple[int, ...]], int]) -> Ints:
    """One answer a line, asked once for each combination of the coded ``parts`` (values, how many there may be)."""
    key, size = np.zeros(len(parts[0][0]), np.int64), 1
    for values, count in parts:
        key, size = key * count + values, size * count
    found, place = _places(key, size)
    answers = []
    for each in found:
        rest, codes = int(each), []
        for _, count in reversed(parts):
            codes.append(rest % count)
            rest //= count
        answers.append(ask(tuple(reversed(codes))))
    return np.array(answers, np.int64)[place]


def _tariffs(lines: Columns, keys: _Keys) -> Ints:
    """The tariff of one act; what no tariff of an act depends on is left out of its key."""
    periods = _periods(lines.on, "tariffs")

    def ask(codes: tuple[int, ...]) -> int:
        act, period, band, pathway, sector, place = codes
        age, where = int(_age_bands()[band]), PLACES[place]
        figure, lacks = tariff_of(
            Consulted(), keys.acts[act], periods.days[period], age, SECTORS[sector], ("spared", "in")[pathway], where
        )
        return LACKS if lacks else _cents(figure, FEE)

    def only_if(matters: Callable[[Act], bool], values: Ints) -> Ints:
        return np.where(np.array([matters(act) for act in keys.acts])[lines.act], values, 0)

    coordinated = (lines.pathway <= PATHWAYS.index("direct")).astype(np.int64)
    found = _looked_up(
        [
            (lines.act, len(keys.acts)),
            (only_if(lambda act: bool(act.tariffs or act.authority), periods.of_line), len(periods.days)),
            (only_if(lambda act: any(c.from_age or c.under_age for c in act.tariffs), keys.band), len(_age_bands())),
            (only_if(lambda act: any(c.coordinated is not None for c in act.tariffs), coordinated), 2),
            (lines.sector, len(SECTORS)),
            (only_if(lambda act: bool(act.tariffs), lines.overseas), len(PLACES)),
        ],
        ask,
    )
    return np.where(lines.tariff >= 0, lines.tariff, found)


def _rates(lines: Columns, keys: _Keys) -> Ints:
    periods = _periods(lines.on, "rates")

    def ask(codes: tuple[int, ...]) -> int:
        act, period, mask, without, inside, out = codes
        sector: Sector = "none" if without else "1"
        found = rate_of(
            Consulted(), keys.acts[act], periods.days[period], keys.masks[mask], sector, bool(inside), bool(out)
        )
        return LACKS if found[1] is not None and found[1].rate_not_held else _cents(found[0], LACKS)

    return _looked_up(
        [
            (lines.act, len(keys.acts)), (periods.of_line, len(periods.days)), (keys.mask, len(keys.masks)),
            (keys.without.astype(np.int64), 2), (lines.in_hospital.astype(np.int64), 2),
            (keys.out.astype(np.int64), 2),
        ],
        ask,
    )  # fmt: skip


def _increases(keys: _Keys) -> tuple[Ints, Ints]:
    """Points of increase (0: none) and their cap in cents (-1: none known)."""
    periods = _periods(keys.on, "rates", "deductions")
    doctor = acts()["gp"]

    def ask(place: int) -> Callable[[tuple[int, ...]], int]:
        def one(codes: tuple[int, ...]) -> int:
            due, period = codes
            if not due:
                return (0, FEE)[place]
            found = increase_of(Consulted(), doctor, periods.days[period], chooses_a_doctor(), (), "out")[place]
            return _cents(found, (0, FEE)[place])

        return one

    due = (keys.out & (keys.spared("increase") == 0)).astype(np.int64)
    parts = [(due, 2), (periods.of_line, len(periods.days))]
    return _looked_up(parts, ask(0)), _looked_up(parts, ask(1))


def _flats(lines: Columns, keys: _Keys) -> tuple[Ints, Ints]:
    """The flat charge of a heavy act (-1: none for this act) and the tariff from which an act is heavy (0: none)."""
    periods = _periods(lines.on, "charges")

    def ask(place: int) -> Callable[[tuple[int, ...]], int]:
        def one(codes: tuple[int, ...]) -> int:
            act, period, spared = codes
            found = flat_of(Consulted(), keys.acts[act], periods.days[period], ())[place]
            if place:
                return _cents(found, 0) if isinstance(found, Figure) else 0
            if not isinstance(found, Figure):
                return FEE
            return 0 if spared or keys.acts[act].name == "imaging" else _cents(found, 0)

        return one

    parts = [(lines.act, len(keys.acts)), (periods.of_line, len(periods.days)), (keys.spared("heavy"), 2)]
    return _looked_up(parts, ask(0)), _looked_up(parts, ask(1))


def _deductions(lines: Columns, keys: _Keys) -> Ints:
    periods = _periods(lines.on, "deductions")

    def ask(codes: tuple[int, ...]) -> int:
        act, period, spared, without, inside = codes
        if spared:
            return 0
        sector: Sector = "none" if without else "1"
        return _cents(deduction_of(Consulted(), keys.acts[act], periods.days[period], (), sector, bool(inside))[0], 0)

    return _looked_up(
        [
            (lines.act, len(keys.acts)), (periods.of_line, len(periods.days)), (keys.spared("deduction"), 2),
            (keys.without.astype(np.int64), 2), (lines.in_hospital.astype(np.int64), 2),
        ],
        ask,
    )  # fmt: skip


def _cents(figure: Figure | None, otherwise: int) -> int:
    return otherwise if figure is None or figure.value is None else figure.value
