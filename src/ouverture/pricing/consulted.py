"""Reading the tables for one act: each figure keeps its row, and each doubt is kept to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ouverture.pricing.rows import Row, Table, row

Picks = Mapping[str, int]
"""Which value to take where sources differ: the key of a doubt, and the place of the value (0: ours)."""
NO_PICK: Picks = {}


class Doubt(NamedTuple):
    """A figure that sources give differently: its key, and what each of them says (a value may be None: not found)."""

    key: str
    options: tuple[tuple[int | None, str], ...]


class Figure(NamedTuple):
    """One figure read from a row: the value taken, the row it stands in."""

    value: int | None
    row: Row


class Consulted:
    """The tables, read for one act under a choice of readings."""

    def __init__(self, picks: Picks = NO_PICK) -> None:
        self.picks = picks
        self.doubts: list[Doubt] = []

    def figure(self, table: Table, series: str, on: date) -> Figure | None:
        """The figure of a series on a day; None when that day is not held."""
        found = row(table, series, on)
        if found is None:
            return None
        if not found.others:
            return Figure(found.value, found)
        return Figure(self.choose(f"{table}.{series}", found.choices), found)

    def choose(self, key: str, options: tuple[tuple[int | None, str], ...]) -> int | None:
        """The value of a doubt under this reading; the doubt is kept."""
        self.doubts.append(Doubt(key, options))
        return options[self.picks.get(key, 0)][0]
