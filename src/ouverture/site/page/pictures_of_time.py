"""Pictures of time drawn in percent of their width: the honest range of a wait, and one track for each thing that runs.

Their words keep their size at any width, and no inline style is needed. The same facts always follow in words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ouverture.site.page.parts import Holder
from ouverture.text import Text

Stretch = Literal["gone", "usual", "longest", "held"]


_NO_ROOM = 92
"""In percent: words that start after this would leave the drawing."""
_WORDS_WIDE = 7
"""In percent: nearer than this, the words under two events would touch; the list says them."""


@dataclass(frozen=True)
class Box:
    """A piece of a bar, in percent."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class Scale:
    """From ``first`` to ``last`` (after it), in percent."""

    first: date
    last: date

    def place(self, on: date) -> float:
        """Where a day stands, 0 to 100."""
        share = (on - self.first).days / max((self.last - self.first).days, 1)
        return round(min(max(share, 0.0), 1.0) * 100, 2)

    def box(self, kind: str, start: date, end: date) -> Box:
        """A stretch of time as a box, never thinner than can be seen."""
        x = self.place(start)
        return Box(kind, x, round(max(self.place(end) - x, 0.6), 2))

    def months(self) -> Iterator[date]:
        """The first days of months inside, thinned so that their names have room."""
        day = (self.first.replace(day=1) + timedelta(days=32)).replace(day=1)
        every = max(1, round((self.last - self.first).days / 30.4 / 6))
        while day < self.last:
            if (day.month - 1) % every == 0 and self.place(day) < _NO_ROOM:
                yield day
            day = (day + timedelta(days=32)).replace(day=1)


@dataclass(frozen=True)
class WaitingRange:
    """``page/range.html`` (``range``): a wait drawn as a range. Usual part filled, longest known outlined, limit red.

    ``caption`` says where the figures come from. Under five known cases there is no bar: say it in a sentence instead.
    """

    title: Text
    start: date
    today: date
    usual_from: date
    usual_until: date
    longest: date
    caption: Text
    limit: date | None = None

    @property
    def scale(self) -> Scale:
        """From the start to the last day known, with some room after it."""
        last = max(self.longest, self.limit or self.longest, self.today)
        return Scale(self.start, last + (last - self.start) / 25)

    @property
    def boxes(self) -> list[Box]:
        """The pieces from the start to the end."""
        return [
            self.scale.box("gone", self.start, self.today),
            self.scale.box("usual", self.usual_from, self.usual_until),
            self.scale.box("longest", self.usual_until, self.longest),
        ]

    @property
    def now(self) -> float:
        """Where today stands."""
        return self.scale.place(self.today)

    @property
    def end(self) -> float | None:
        """Where waiting becomes abnormal."""
        return self.scale.place(self.limit) if self.limit else None

    @property
    def middle_of_usual(self) -> float:
        """Where the words under the usual part stand, away from both edges."""
        usual = self.scale.box("usual", self.usual_from, self.usual_until)
        return min(max(usual.x + usual.width / 2, 22), 78)


@dataclass(frozen=True)
class Event:
    """What happened or will on a day, by whom. ``says`` stands in the list, ``short`` under its shape."""

    on: date
    holder: Holder
    says: Text
    short: Text | None = None
    until: date | None = None


@dataclass(frozen=True)
class Track:
    """One thing that runs: its name, its stretches (kind, from, until), its events, and the words at its end."""

    name: Text
    stretches: tuple[tuple[Stretch, date, date], ...] = ()
    events: tuple[Event, ...] = ()
    says: Text | None = None
    says_at: date | None = None
    limit: date | None = None
    limit_says: Text | None = None


@dataclass(frozen=True)
class Mark:
    """A shape or words on a track, in percent."""

    kind: str
    x: float
    says: Text | None = None
    anchor: str = "middle"


@dataclass(frozen=True)
class DrawnTrack:
    """A track where it is drawn: ``top`` in pixels."""

    track: Track
    top: int
    boxes: tuple[Box, ...]
    marks: tuple[Mark, ...]
    words: Mark | None
    limit: Mark | None

    @property
    def bar(self) -> int:
        """Where its bar starts, from the top."""
        return self.top + 20

    @property
    def bar_middle(self) -> int:
        """Of the words on the bar."""
        return self.bar + 13

    @property
    def below(self) -> int:
        """Of the words under the bar."""
        return self.bar + 36


_ROW = 88
_HEAD = 34


@dataclass(frozen=True)
class TimeLine:
    """``page/timeline.html`` (``timeline``): a track for each thing that runs, today as a line. Never one for all."""

    title: Text
    tracks: tuple[Track, ...]
    today: date
    caption: Text | None = None

    @property
    def scale(self) -> Scale:
        """From the first day of any track to the last, with room at both ends."""
        days = [self.today, *_days(self.tracks)]
        first, last = min(days), max(days)
        room = max((last - first) // 16, timedelta(days=4))
        return Scale(first - room, last + room)

    @property
    def drawn(self) -> list[DrawnTrack]:
        """The tracks from top to bottom."""
        now = self.now.x
        return [_drawn(self.scale, track, _HEAD + _ROW * place, now) for place, track in enumerate(self.tracks)]

    @property
    def height(self) -> int:
        """Of the whole drawing, in pixels."""
        return _HEAD + _ROW * len(self.tracks) + 34

    @property
    def foot(self) -> int:
        """Where the label of today stands."""
        return self.height - 30

    @property
    def now(self) -> Mark:
        """Today: a line, with a label under it that the room at both ends keeps inside."""
        return Mark("now", self.scale.place(self.today))

    @property
    def names_its_tracks(self) -> bool:
        """One track alone needs no name beside the title of the picture."""
        return len(self.tracks) > 1

    @property
    def months(self) -> list[tuple[float, date]]:
        """The months and where they start."""
        return [(self.scale.place(day), day) for day in self.scale.months()]

    @property
    def events(self) -> list[Event]:
        """Every event of every track in order of time: the list that follows the picture, and is it on a phone."""
        return sorted((event for track in self.tracks for event in track.events), key=lambda event: event.on)


def _days(tracks: Iterable[Track]) -> Iterator[date]:
    for track in tracks:
        for _, start, end in track.stretches:
            yield from (start, end)
        for event in track.events:
            yield event.on
        if track.limit:
            yield track.limit


def _drawn(scale: Scale, track: Track, top: int, now: float) -> DrawnTrack:
    words = Mark("words", scale.place(track.says_at), track.says) if track.says and track.says_at else None
    limit = Mark("limit", scale.place(track.limit), track.limit_says) if track.limit else None
    return DrawnTrack(
        track,
        top,
        tuple(scale.box(kind, start, end) for kind, start, end in track.stretches),
        tuple(_marks(scale, track.events, now)),
        words,
        limit,
    )


def _marks(scale: Scale, events: Iterable[Event], now: float) -> Iterator[Mark]:
    """The shapes of events; words that would touch those before them are left to the list."""
    last = -float(_WORDS_WIDE)
    for event in sorted(events, key=lambda each: each.on):
        x = scale.place(event.on)
        has_room = event.short is not None and x - last >= _WORDS_WIDE
        last = x if has_room else last
        yield Mark(event.holder, x, event.short if has_room else None, _anchor(x, now))


def _anchor(x: float, now: float) -> str:
    """Words stand under their shape, but leave neither the drawing nor the line of today crossing them."""
    if x > _NO_ROOM or -_WORDS_WIDE / 2 < x - now < 0:
        return "end"
    return "start" if x < _WORDS_WIDE or 0 <= x - now < _WORDS_WIDE / 2 else "middle"
