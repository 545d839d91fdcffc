"""Which announced texts an office reads its files under, and from which day: kept beside its runs."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple, Protocol


class BroughtIn(NamedTuple):
    """One announced text, by name, in an office: the day it begins, and who brought it in."""

    office: str
    name: str
    on: date
    by: str


class TextsBroughtIn(Protocol):
    """Where that is kept; a text is brought in once."""

    def of_office(self, office: str) -> tuple[BroughtIn, ...]:
        """Every text of an office, the first to begin first."""

    def keep(self, one: BroughtIn, at: datetime) -> None:
        """Keep one."""


class NoTexts:
    """An installation where no text is brought in."""

    def of_office(self, office: str) -> tuple[BroughtIn, ...]:
        """None."""
        return ()

    def keep(self, one: BroughtIn, at: datetime) -> None:
        """It cannot be kept."""
        raise NotImplementedError
