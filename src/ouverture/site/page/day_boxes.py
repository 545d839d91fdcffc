"""The one date control: three boxes, day, month and year; read by the one reader of dates.

A month may be written in letters, and whoever pastes a whole date into the first box is understood too.
"""

from collections.abc import Mapping
from datetime import date

from ouverture.clock.day_reading import DayNotRead, read_day
from ouverture.site.page.sentences import sentence
from ouverture.text import Language

PARTS = ("day", "month", "year")
LONGEST = 40
"""In characters: the longest way to write a day fits."""


def boxes_of(name: str, posted: Mapping[str, str]) -> dict[str, str]:
    """What the three boxes of a field hold, those that are empty left out."""
    typed = {part: posted.get(f"{name}-{part}", "").strip()[:LONGEST] for part in PARTS}
    return {part: written for part, written in typed.items() if written}


def boxes_for(day: date) -> dict[str, str]:
    """The boxes filled in with a day."""
    return {"day": str(day.day), "month": str(day.month), "year": f"{day.year:04}"}


def read_boxes(typed: Mapping[str, str], language: Language | None = None) -> date:
    """The day in the boxes; raises DayNotRead with what is wrong. Three boxes leave no doubt which part is which."""
    if len(typed) == 1 and "day" in typed:
        return read_day(typed["day"], language)
    missing = [part for part in PARTS if part not in typed]
    if missing:
        raise DayNotRead(sentence(f"error.date_no_{missing[0]}"))
    if typed["month"].isdecimal():
        return read_day("/".join(typed[part] for part in PARTS), "fr")  # the day first, as the boxes are
    return read_day(" ".join(typed[part] for part in PARTS), language)


def one_line(typed: Mapping[str, str], language: Language | None = None) -> str:
    """The boxes as one text, for those who read a day themselves: year-month-day; as typed when it is no day."""
    try:
        return read_boxes(typed, language).isoformat()
    except DayNotRead:
        return "/".join(typed[part] for part in PARTS if part in typed)
