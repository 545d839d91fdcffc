"""The days and months written on a page, as French and English papers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ouverture.clock.day_reading import read_day
from ouverture.clock.deadlines import DeadlineError
from ouverture.evidence.reading.found import Found, spots
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.places.spelling import fold

_SPACED = r"(?<!\d )\d\d \d\d (?:19|20)\d\d(?! ?\d)"
"""As residence permits print days."""
_FIGURES = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}|\d{4}-\d\d-\d\d"
_WORDS = r"\d{1,2}(?:er|st|nd|rd|th)?\s?[^\W\d_]{3,9}\.?,?\s?\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
_DAY = re.compile(rf"(?<!\d)(?:{_FIGURES}|{_SPACED}|{_WORDS})(?!\d)")
_SPACES = re.compile(r"\s?([/.\-])\s?(?=\d)")
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})(?=\d{4})")
_PERIOD = re.compile(r"\b(?:du|from|de)\b(.{6,24}?)\b(?:au|to|a|until)\b(.{6,24})")
_SHORT_PERIOD = re.compile(r"\bdu (\d{1,2})(?:er)?(?: ([a-z]+))? au (\d{1,2}) ([a-z]+) (\d{4})")
_MONTH = re.compile(r"(?<![\d/.])(?<!\d )([a-z]{3,9}) ?(\d{4})\b")
_MONTH_FIGURES = re.compile(r"(?<![\d/.\-])(\d{2})\s?/\s?(\d{4})(?!\d)")
_DAY_BEFORE = re.compile(r"\d{1,2}(?:er|st|nd|rd|th)? ?$")


class Month(NamedTuple):
    """A month of a year; the year first, so that months are in their order."""

    year: int
    month: int

    def after(self, months: int = 1) -> Month:
        """The month that many months later."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)


class Period(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date


def days_in(text: str) -> tuple[date, ...]:
    """The days written in ``text``, in their order; a day in figures is read the French way, day first."""
    return tuple(day for day, _ in days_and_what_leads_to_them(text))


def days_and_what_leads_to_them(text: str) -> Iterator[tuple[date, str]]:
    """The same, each with the words before it, folded: "décret du" for the day of a decree."""
    for found in _DAY.finditer(text):
        if day := _day(found[0]):
            yield day, fold(text[: found.start()])


def _day(written: str) -> date | None:
    spaced = _GLUED.sub(" ", _SPACES.sub(r"\1", written))
    if re.fullmatch(_SPACED, spaced):
        spaced = spaced.replace(" ", "/")
    try:
        return read_day(spaced, "fr")
    except DeadlineError:
        return None


def days_on(read: PaperRead) -> tuple[Found[date], ...]:
    """Every day of a paper with its place."""
    return tuple(
        Found(day, spot.page.number, spot.line.place) for spot in spots(read) for day in days_in(spot.line.text)
    )


def periods_in(text: str) -> tuple[Period, ...]:
    """The periods written "du … au …", "from … to …"."""
    folded = _in_figures(text)
    found = [period for first, last in _PERIOD.findall(folded) if (period := _period(first, last))]
    found += [period for parts in _SHORT_PERIOD.findall(folded) if (period := _short(*parts))]
    return tuple(dict.fromkeys(found))


def _in_figures(text: str) -> str:
    """Folded, but the days in figures kept whole: "Août 2026 au 31/08/2026" gives "aout 2026 au 31/08/2026"."""
    parts = text.replace(":", " ").split()
    return " ".join(part if re.search(r"\d[/.\-]\d", part) else fold(part) for part in parts)


def _period(first: str, last: str) -> Period | None:
    one, other = days_in(first), days_in(last)
    return Period(one[0], other[0]) if one and other and one[0] <= other[0] else None


def _short(first: str, named: str, last: str, month: str, year: str) -> Period | None:
    one, other = _day(f"{first} {named or month} {year}"), _day(f"{last} {month} {year}")
    return Period(one, other) if one and other and one <= other else None


def months_in(text: str) -> tuple[Month, ...]:
    """The months that ``text`` is about: named without a day ("août 2026", "08/2026"), or wholly within a period."""
    periods = periods_in(text)
    if periods:
        return tuple(month for period in periods for month in months_of(period))
    folded = fold(text)
    named = [found for found in _MONTH.finditer(folded) if not _DAY_BEFORE.search(folded[: found.start()])]
    days = [day for found in named if (day := _day(f"1 {found[1]} {found[2]}"))]
    days += [day for month, year in _MONTH_FIGURES.findall(text) if (day := _day(f"{year}-{month}-01"))]
    return tuple(dict.fromkeys(Month(day.year, day.month) for day in days))


def months_of(period: Period) -> Iterator[Month]:
    """The months of a period; one of which it has only a few days is left out, unless it is the only one."""
    month, last = Month(period.first.year, period.first.month), Month(period.last.year, period.last.month)
    if month == last:
        yield month
        return
    while month <= last:
        if _days_of(month, period) * 2 > _length(month):
            yield month
        month = month.after()


def _length(month: Month) -> int:
    after = month.after()
    return (date(after.year, after.month, 1) - date(month.year, month.month, 1)).days


def _days_of(month: Month, period: Period) -> int:
    after = month.after()
    first = max(period.first, date(month.year, month.month, 1))
    last = min(period.last, date(after.year, after.month, 1) - timedelta(days=1))
    return (last - first).days + 1
