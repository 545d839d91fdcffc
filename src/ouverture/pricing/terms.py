"""The numbers that the law puts on one act on one day: tariff, rate, increase, flat charge, deduction.

Each part is a function of the few facts it rests on, so that a million lines share the few answers there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ouverture.pricing.acts import Act, Status, acts, statuses
from ouverture.pricing.care import Line, Pathway, Sector
from ouverture.pricing.consulted import NO_PICK, Consulted, Doubt, Figure, Picks
from ouverture.pricing.rows import shelf

WHOLE = 10_000
"""One hundred per cent, in hundredths of a per cent."""


@cache
def minor() -> int:
    """The age at which one is no longer a minor; the same in every row held."""
    return _age("minor")


@cache
def chooses_a_doctor() -> int:
    """The age from which the care pathway holds; the same in every row held."""
    return _age("chooses_a_doctor")


def _age(series: str) -> int:
    return shelf()["counts", series][-1].value or 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What is applied to one line. Rates in hundredths of a per cent, sums in cents of one act.

    ``tariff`` None: what was paid is the base. ``increase`` 0: none; ``increase_cap`` None: no cap known.
    ``flat`` replaces the share for an act from ``heavy_from``; ``deduction`` is of one unit of its ``family``.
    ``spared_by``: the situations that gave the rate or removed the deduction. ``lacks``: what is not held, by name.
    """

    tariff: Figure | None
    rate: Figure | None
    rate_from: Status | None
    increase: Figure | None
    increase_cap: Figure | None
    flat: Figure | None
    heavy_from: Figure | None
    flat_spared_by: Status | None
    deduction: Figure | None
    family: str
    deduction_spared_by: Status | None
    lacks: str
    doubts: tuple[Doubt, ...]


def terms(line: Line, picks: Picks = NO_PICK) -> Terms:
    """What the tables say of a line, under a choice of readings. Raises KeyError for an unknown act or situation."""
    tables = Consulted(picks)
    act = acts()[line.act]
    age, situations = line.patient.age, situations_of(line)
    tariff, lacks = None, ""
    if line.tariff is None:
        tariff, lacks = tariff_of(tables, act, line.on, age, line.sector, line.pathway, line.patient.overseas)
    out = act.of_doctor and line.pathway == "out" and age >= chooses_a_doctor()
    rate, rate_from = rate_of(tables, act, line.on, situations, line.sector, line.in_hospital, out)
    if rate_from is not None and rate_from.rate_not_held:
        lacks = rate_from.name
    elif rate is None:
        lacks = "act" if act.outside else lacks or "rate"
    increase, cap = increase_of(tables, act, line.on, age, situations, line.pathway)
    flat, heavy_from, flat_spared = flat_of(tables, act, line.on, situations)
    deduction, deduction_spared = deduction_of(tables, act, line.on, situations, line.sector, line.in_hospital)
    return Terms(
        tariff, rate, rate_from, increase, cap, flat, heavy_from, flat_spared,
        deduction, act.deduction, deduction_spared, lacks, tuple(tables.doubts),
    )  # fmt: skip


def situations_of(line: Line) -> tuple[Status, ...]:
    """The situations that bear on this line, in the order of the table: age adds one, a limit of scope removes one."""
    names = set(line.patient.situations)
    if line.patient.age < minor():
        names.add("minor")
    if not line.protocol:
        names.discard("long_illness")
    if not (line.in_hospital or acts()[line.act].care in ("hospital", "charge")):
        names.discard("newborn")
    return tuple(status for name, status in statuses().items() if name in names)


def tariff_of(
    tables: Consulted, act: Act, on: date, age: int, sector: Sector, pathway: Pathway, overseas: str
) -> tuple[Figure | None, str]:
    """The tariff of one act, and what is lacking when there should be one and none is held."""
    if act.of_doctor and sector == "none" and act.authority:
        figure = tables.figure("tariffs", act.authority, on)
        return figure, "" if figure else "tariff"
    if act.of_doctor and sector == "2" and act.outside_optam:
        figure = tables.figure("tariffs", act.outside_optam, on)
        return figure, "" if figure else "tariff"
    if act.priced == "given":
        return None, "supplement"
    if not act.tariffs:
        free_price = act.priced == "ask" and not (act.of_doctor and sector == "1")
        return None, "free_price" if free_price or sector == "none" else ""
    if overseas:
        there = (act.overseas_tariffs or {}).get(overseas)
        figure = tables.figure("tariffs", there, on) if there else None
        return figure, "" if figure else "overseas"
    figure = _first_that_fits(tables, act, on, age, pathway in ("in", "direct"))
    return figure, "" if figure else "tariff"


def _first_that_fits(tables: Consulted, act: Act, on: date, age: int, coordinated: bool) -> Figure | None:
    for choice in act.tariffs:
        if choice.fits(age, coordinated):
            figure = tables.figure("tariffs", choice.series, on)
            if figure is not None or not choice.or_next:
                return figure
    return None


def rate_of(
    tables: Consulted,
    act: Act,
    on: date,
    situations: tuple[Status, ...],
    sector: Sector,
    in_hospital: bool,
    out: bool,
) -> tuple[Figure | None, Status | None]:
    """The rate before any increase, and the situation that gives it; the best of those that give one."""
    if act.charge or act.outside:
        return None, None
    care = "hospital" if in_hospital else act.care
    series = "authority" if act.of_doctor and sector == "none" and not in_hospital else care
    best, given_by = tables.figure("rates", series, on), None
    if best is None and act.before:
        best = tables.figure("rates", act.before, on)
    for status in situations:
        if status.rate_not_held:
            return best, status
        named = _rate_named(tables, status, care, out)
        figure = tables.figure("rates", named, on) if named else None
        if figure is not None and _higher(figure, best):
            best, given_by = figure, status
    return best, given_by


def _rate_named(tables: Consulted, status: Status, care: str, out: bool) -> str:
    """The series of rates a situation gives; where the sources do not say whether it gives one, a reading each way."""
    named, key = status.rate_for(care), f"statuses.{status.name}"
    if named and out and status.doubtful_out_of_pathway:
        return named if tables.choose(key, ((1, status.source), (0, status.doubtful_out_of_pathway))) else ""
    if named or not status.doubtful_rate or care in status.kept:
        return named
    return status.doubtful_rate if tables.choose(key, ((0, status.source), (1, status.text))) else ""


def _higher(one: Figure, other: Figure | None) -> bool:
    return other is None or other.value is None or (one.value is not None and one.value > other.value)


def increase_of(
    tables: Consulted, act: Act, on: date, age: int, situations: tuple[Status, ...], pathway: Pathway
) -> tuple[Figure | None, Figure | None]:
    """The increase of the share out of the pathway, and its cap; None twice when none is due."""
    spared = pathway != "out" or age < chooses_a_doctor() or any("increase" in status.spares for status in situations)
    if not act.of_doctor or spared:
        return None, None
    return tables.figure("rates", "out_of_pathway", on), tables.figure("deductions", "out_of_pathway_cap", on)


def flat_of(
    tables: Consulted, act: Act, on: date, situations: tuple[Status, ...]
) -> tuple[Figure | None, Figure | None, Status | None]:
    """The flat charge of a heavy act, from which tariff, and the situation that spares it."""
    if act.care not in ("doctor", "hospital"):
        return None, None, None
    flat, start = tables.figure("charges", "heavy", on), tables.figure("charges", "heavy_from", on)
    return flat, start, next((status for status in situations if "heavy" in status.spares), None)


def deduction_of(
    tables: Consulted, act: Act, on: date, situations: tuple[Status, ...], sector: Sector, in_hospital: bool
) -> tuple[Figure | None, Status | None]:
    """The deduction of one unit, and the situation that spares it."""
    if not act.deduction or in_hospital:
        return None, None
    spared_by = next((status for status in situations if "deduction" in status.spares), None)
    if spared_by is not None:
        return None, spared_by
    without_contract = act.of_doctor and sector == "none"
    series = "participation_not_contracted" if without_contract else act.deduction
    return tables.figure("deductions", series, on), None
