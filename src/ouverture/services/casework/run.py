"""How far an office is with a day of change, and where that is kept."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol


class Run(NamedTuple):
    """How far an office is with one day of change: the last file done, and the counts so far."""

    office: str
    on: date
    upto: str = ""
    read: int = 0
    touched: int = 0
    changed: int = 0
    finished: bool = False


class Runs(Protocol):
    """Where runs are kept, so that one that was stopped goes on where it was."""

    def run(self, office: str, on: date) -> Run:
        """The run of an office for a day; a new one when it has none."""

    def keep(self, run: Run) -> None:
        """Keep how far it is."""


class NoRuns:
    """An installation that keeps none: every run is a new one."""

    def run(self, office: str, on: date) -> Run:
        """A new one."""
        return Run(office, on)

    def keep(self, run: Run) -> None:
        """It is not kept."""
