"""The dates of an answer and its plan as a picture: dots on one line, to scale, numbered like the list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ouverture.services.plan import Plan
from ouverture.site.sentences import sentence
from ouverture.text import Text

WIDTH = 340
"""Of the drawing, in its own units: a narrow phone shows them one to one."""

_MARGIN = 14
_DOT = 10
_WORDS = 56
"""The room that the words of a month take, with the left margin."""

_LONGEST_DAYS = 3 * 366


@dataclass(frozen=True)
class Moment:
    """A day and what happens on it. ``number`` stands in the dot and before the line of the list."""

    number: int
    on: date
    says: tuple[Text, ...]
    is_today: bool
    x: int
    y: int

    @property
    def middle(self) -> int:
        """Where the number is written."""
        return self.y + 4


@dataclass(frozen=True)
class Tick:
    """The first day of a month or a year, where the line is long enough to show it."""

    x: int
    on: date


@dataclass(frozen=True)
class Timeline:
    """Moments in order of time, and the ticks under them. ``base``: where the line runs, in the drawing's units."""

    moments: tuple[Moment, ...]
    ticks: tuple[Tick, ...]
    base: int

    @property
    def below(self) -> int:
        """Where the ticks end."""
        return self.base + 15

    @property
    def words(self) -> int:
        """Where the months are written."""
        return self.base + 27

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        return self.base + 34


def timeline(plan: Plan) -> Timeline | None:
    """The picture of a plan, None when it has fewer than two days to show."""
    days = [
        (on, tuple(dict.fromkeys(text for _, text in found)))
        for on, found in groupby(sorted(_days(plan), key=lambda day: day[0]), key=lambda day: day[0])
        if abs((on - plan.answer.on).days) <= _LONGEST_DAYS
    ]
    if len(days) < 2:
        return None
    first, last = days[0][0], days[-1][0]
    places = [_place(on, first, last) for on, _ in days]
    lanes = list(_lanes(places))
    base = _MARGIN + max(lanes) * 2 * (_DOT + 1)
    moments = tuple(
        Moment(number, on, texts, on == plan.answer.on, x, base - lane * 2 * (_DOT + 1))
        for number, ((on, texts), x, lane) in enumerate(zip(days, places, lanes, strict=True), start=1)
    )
    return Timeline(moments, tuple(_ticks(first, last)), base)


def _days(plan: Plan) -> Iterator[tuple[date, Text]]:
    answer = plan.answer
    yield answer.on, sentence("timeline.today")
    if answer.starts_on:
        yield answer.starts_on, sentence("timeline.starts")
    for step in plan.steps:
        if step.on is not None and step.on != answer.on and step.on != answer.starts_on:
            yield step.on, step.text.title
    lead = sentence("timeline.change")
    for change in answer.changes():
        yield change.on, Text(f"{lead.fr} {change.says.fr}", f"{lead.en} {change.says.en}")


def _place(on: date, first: date, last: date) -> int:
    return _MARGIN + round((WIDTH - 2 * _MARGIN) * (on - first).days / (last - first).days)


def _lanes(places: Iterable[int]) -> Iterator[int]:
    """Dots that would touch are stacked."""
    ends: list[int] = []
    for x in places:
        lane = next((lane for lane, end in enumerate(ends) if x - end > 2 * _DOT), len(ends))
        ends[lane : lane + 1] = [x]
        yield lane


def _ticks(first: date, last: date) -> Iterator[Tick]:
    """Months that divide the year, as many as leave room for their words, none at the very edges."""
    months = next(every for every in (1, 2, 3, 6, 12, 24) if _place(_later(first, every), first, last) > _WORDS)
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, min(months, 12)):
            day = date(year, month, 1)
            if first <= day <= last and _MARGIN + _DOT < _place(day, first, last) < WIDTH - _MARGIN - _DOT:
                yield Tick(_place(day, first, last), day)


def _later(day: date, months: int) -> date:
    return day + timedelta(days=round(months * 30.4))
