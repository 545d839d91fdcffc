"""The dates of an answer and its plan as a picture: dots on one line, to scale, numbered like the list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ouverture.services.answer.plan import Plan
from ouverture.site.page.sentences import sentence
from ouverture.site.page.time_scale import Tick, TimeScale
from ouverture.text import Text

WIDTH = 340
"""Of the drawing, in its own units: a narrow phone shows them one to one."""

_MARGIN = 14
_DOT = 10

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
    scale = TimeScale(days[0][0], days[-1][0], _MARGIN, WIDTH - _MARGIN)
    places = [scale.place(on) for on, _ in days]
    lanes = list(_lanes(places))
    base = _MARGIN + max(lanes) * 2 * (_DOT + 1)
    moments = tuple(
        Moment(number, on, texts, on == plan.answer.on, x, base - lane * 2 * (_DOT + 1))
        for number, ((on, texts), x, lane) in enumerate(zip(days, places, lanes, strict=True), start=1)
    )
    return Timeline(moments, tuple(scale.ticks()), base)


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


def _lanes(places: Iterable[int]) -> Iterator[int]:
    """Dots that would touch are stacked."""
    ends: list[int] = []
    for x in places:
        lane = next((lane for lane, end in enumerate(ends) if x - end > 2 * _DOT), len(ends))
        ends[lane : lane + 1] = [x]
        yield lane
