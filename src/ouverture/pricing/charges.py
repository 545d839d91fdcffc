"""Flat charges of hospitals: so much a day, so much for an emergency without a stay."""

from __future__ import annotations

from datetime import timedelta

from ouverture.pricing.acts import acts
from ouverture.pricing.care import Line
from ouverture.pricing.consulted import NO_PICK, Consulted, Figure, Picks
from ouverture.pricing.terms import situations_of


def charge_of(line: Line, picks: Picks = NO_PICK) -> int | None:
    """The charge of a line that is nothing else, in cents; None when the line is an act, or the day is not held."""
    act = acts()[line.act]
    if act.charge == "emergency":
        figure = emergency_charge(line, picks)
        return None if figure is None else (figure.value or 0) * line.quantity
    if not act.charge:
        return None
    days = daily_figures(line, act.charge, line.quantity)
    return None if None in days else _spared(line, sum(figure.value or 0 for figure in days if figure))


def emergency_charge(line: Line, picks: Picks = NO_PICK) -> Figure | None:
    """The flat charge of an emergency department, reduced or removed by a situation."""
    situations, tables = situations_of(line), Consulted(picks)
    reduced = any("emergency" in status.reduces for status in situations)
    figure = tables.figure("charges", "emergency_reduced" if reduced else "emergency", line.on)
    spared = any("emergency" in status.spares for status in situations)
    return figure._replace(value=0) if figure and spared else figure


def daily_figures(line: Line, series: str, days: int) -> list[Figure | None]:
    """The charge of each day from the first of the line on; a stay over a change of tariff has two."""
    tables = Consulted()
    return [tables.figure("charges", series, line.on + timedelta(days=day)) for day in range(days)]


def daily_charge(line: Line) -> int:
    """The daily charges of a stay of ``line.days``, in cents; days that are not held count for nothing."""
    return _spared(line, sum(figure.value or 0 for figure in daily_figures(line, "daily", line.days) if figure))


def _spared(line: Line, cents: int) -> int:
    return 0 if any("daily" in status.spares for status in situations_of(line)) else cents
