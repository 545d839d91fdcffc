"""Days, months and names as the findings say them."""

from __future__ import annotations

from datetime import date

from ouverture.clock.day_words import month_name, plain_day
from ouverture.evidence.reading.days_on import Month
from ouverture.text import Text


def day(on: date) -> Text:
    """A day in words."""
    return plain_day(on)


def month(one: Month) -> Text:
    """A month in words: "août 2026", "August 2026"."""
    return month_name(date(one.year, one.month, 1))


def listed(every: list[Text]) -> Text:
    """Several, with commas."""
    return Text(", ".join(one.fr for one in every), ", ".join(one.en for one in every))


def quoted(name: str) -> Text:
    """A name as it stands on the paper, kept apart from the sentence whatever its script."""
    isolated = f"\u2068{name}\u2069"
    return Text(isolated, isolated)
