"""The day on which a person reaches an age that the law names (``data/ages.toml``)."""

from __future__ import annotations

from datetime import date

from ouverture.clock.period import add_years
from ouverture.dossier.words import table


def reaches(age: str, born_on: date) -> date:
    """The birthday on which the age named ``age`` is reached; raises KeyError for an age not in the table."""
    years: int = table("ages")[age]["years"]
    return add_years(born_on, years)
