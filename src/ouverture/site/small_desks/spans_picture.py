"""Spans of time as bars under each other, to scale, numbered like the list beside them, with today drawn across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ouverture.site.page.time_scale import Tick, TimeScale

WIDTH = 340
"""Of the drawing, in its own units: a narrow phone shows them one to one."""

_LEFT, _RIGHT = 30, 332
_ROW = 24
_THIN = 4
"""The least width of a bar: a single day can be seen too."""


@dataclass(frozen=True)
class Span:
    """From one day to another; None when there is no such day: it was always open, or it never closes."""

    number: int
    opens: date | None
    closes: date | None


@dataclass(frozen=True)
class Bar:
    """A span where it is drawn. ``state``: "closed", "open" or "later", beside today."""

    number: int
    x: int
    y: int
    width: int
    state: str

    @property
    def middle(self) -> int:
        """Of its circle."""
        return self.y + 8

    @property
    def base(self) -> int:
        """Of its number."""
        return self.y + 12


@dataclass(frozen=True)
class SpansPicture:
    """The bars from top to bottom, today's place, and the months under them."""

    bars: tuple[Bar, ...]
    today: int
    ticks: tuple[Tick, ...]

    @property
    def base(self) -> int:
        """Where the line of time runs."""
        return 4 + _ROW * len(self.bars)

    @property
    def below(self) -> int:
        """Where the ticks end."""
        return self.base + 6

    @property
    def words(self) -> int:
        """Where the months are written."""
        return self.base + 18

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        return self.base + 24


def spans_picture(spans: Iterable[Span], today: date) -> SpansPicture | None:
    """The picture of these spans, None when none of them has a day."""
    rows = list(spans)
    days = [day for span in rows for day in (span.opens, span.closes) if day]
    if not days:
        return None
    first, last = min(*days, today), max(*days, today)
    around = timedelta(days=max((last - first).days // 12, 7))
    scale = TimeScale(first - around, last + around, _LEFT, _RIGHT)
    return SpansPicture(tuple(_bars(rows, scale, today)), scale.place(today), tuple(scale.ticks()))


def _bars(spans: Iterable[Span], scale: TimeScale, today: date) -> Iterator[Bar]:
    for row, span in enumerate(spans):
        start = scale.place(span.opens) if span.opens else _LEFT
        end = scale.place(span.closes) if span.closes else _RIGHT
        yield Bar(span.number, start, 4 + _ROW * row, max(end - start, _THIN), _state(span, today))


def _state(span: Span, today: date) -> str:
    if span.closes and span.closes < today:
        return "closed"
    return "later" if span.opens and span.opens > today else "open"
