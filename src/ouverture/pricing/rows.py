"""The dated tables: one row a period, with its source, the day it was checked and how sure it is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ouverture.text import Text

Certainty = Literal["H", "M", "L"]
Table = Literal["tariffs", "rates", "deductions", "charges", "counts"]
TABLES: tuple[Table, ...] = ("tariffs", "rates", "deductions", "charges", "counts")
_SCALE: Mapping[Table, int] = {"tariffs": 100, "rates": 100, "deductions": 100, "charges": 100, "counts": 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a series from ``since`` to the day before ``until`` (None: still in force).

    ``value`` is in cents, in hundredths of a per cent (rates), or a plain number (counts); None when nobody found it.
    ``others`` are values that another source gives for the same days, each with that source.
    """

    table: Table
    series: str
    label: Text
    text: str
    since: date
    until: date | None
    value: int | None
    source: str
    checked_on: date
    certainty: Certainty
    others: tuple[tuple[int, str], ...] = ()

    @property
    def choices(self) -> tuple[tuple[int | None, str], ...]:
        """Every value that some source gives, ours first."""
        return ((self.value, self.source), *self.others)


Series = tuple[Row, ...]
Shelf = Mapping[tuple[Table, str], Series]


def row(table: Table, series: str, on: date) -> Row | None:
    """The row in force on the day ``on``; None when that day is not held. Raises KeyError for an unknown series."""
    for one in reversed(shelf()[table, series]):
        if one.since <= on:
            return one if one.until is None or on < one.until else None
    return None


def held_from(table: Table, series: str) -> str:
    """The days a series is held for, in ISO dates: "2017-05-01 to 2024-12-21, …"; for the sentence that says so."""
    return ", ".join(f"{one.since.isoformat()} → {one.until.isoformat() if one.until else '…'}" for one in
                     _runs(shelf()[table, series]))  # fmt: skip


def _runs(series: Series) -> list[Row]:
    """Rows that follow one another without a gap, made one, for their dates only."""
    runs: list[Row] = []
    for one in series:
        if runs and runs[-1].until == one.since:
            runs[-1] = Row(one.table, one.series, one.label, one.text, runs[-1].since, one.until, one.value, one.source,
                           one.checked_on, one.certainty)  # fmt: skip
        else:
            runs.append(one)
    return runs


@cache
def shelf() -> Shelf:
    """Every series of every table, oldest row first."""
    return {
        (table, name): _series(table, name, body)
        for table in TABLES
        for name, body in read_table(table).items()
    }  # fmt: skip


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """A file of the folder ``tables`` as written, its figures as exact decimals."""
    text = files(__package__).joinpath("tables", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _series(table: Table, name: str, body: Mapping[str, Any]) -> Series:
    dated = body["values"]
    ends = [*(each["since"] for each in dated[1:]), None]
    return tuple(_row(table, name, body, each, end) for each, end in zip(dated, ends, strict=True))


def _row(table: Table, name: str, body: Mapping[str, Any], dated: Mapping[str, Any], end: date | None) -> Row:
    scale = _SCALE[table]
    return Row(
        table=table,
        series=name,
        label=Text(**body["label"]),
        text=body["text"],
        since=dated["since"],
        until=dated.get("until", end),
        value=int(dated["value"] * scale) if "value" in dated else None,
        source=dated["source"],
        checked_on=dated["checked_on"],
        certainty=dated["certainty"],
        others=tuple((int(other["value"] * scale), other["source"]) for other in dated.get("others", ())),
    )
