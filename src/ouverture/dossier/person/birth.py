"""A birth date as people have it: whole, or only its month or its year, because that is all their papers say."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ouverture.clock.day_reading import read_day
from ouverture.clock.deadlines import DeadlineError
from ouverture.text import Text

PARTIAL = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
"""Year, then month, then day, each of the last two left out or written 00 when it is not known."""


class BirthDate(NamedTuple):
    """What is known of a birth date; ``month`` and ``day`` are None when the papers do not say them."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The date, when all of it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)


def read_birth(typed: str) -> BirthDate:
    """A birth date as it was typed or as an event keeps it: "1961", "1961-00-00", "1961-07", any day read elsewhere.

    Raises DeadlineError with one sentence when it cannot be one, or when the day and the month may be swapped.
    """
    said = PARTIAL.fullmatch(typed.strip())
    if said is None:
        found = read_day(typed)
        return BirthDate(found.year, found.month, found.day)
    year, month, day = (int(part or 0) for part in said.groups())
    born = BirthDate(year, month or None, day or None)
    if (day and not month) or not _exists(born):
        raise DeadlineError(NO_SUCH_BIRTH)
    return born


def _exists(born: BirthDate) -> bool:
    try:
        return bool(born.earliest)
    except ValueError:
        return False


NO_SUCH_BIRTH = Text(
    "Cette date de naissance n'existe pas : écrivez année-mois-jour, ou l'année seule si c'est tout ce qui est connu.",
    "There is no such birth date: write year-month-day, or the year alone if that is all that is known.",
)
