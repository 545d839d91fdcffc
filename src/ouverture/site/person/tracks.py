"""Where everything stands: the tracks of a file as a picture of time, and as the same facts in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ouverture.services.casework.look import OwedAct
from ouverture.services.casework.running import Happened, Running
from ouverture.services.casework.waits import Forecast
from ouverture.site.page.file_acts import HOLDERS
from ouverture.site.page.pictures_of_time import Event, Stretch, TimeLine, Track
from ouverture.site.page.sentences import sentence
from ouverture.text import Text

LONG_ENDED = timedelta(days=120)
"""A thing that ended longer ago is among what is held, no more in the picture."""
FARTHEST = timedelta(days=400)
"""The same for a range of waiting, which is drawn whole or not at all."""
FAR = timedelta(days=240)
"""A day further off would press everything else into a corner: it stands among what is awaited."""
MOST_TRACKS = 5


Waits = tuple[tuple[str, Forecast], ...]
"""What is waited for, by the name of its track."""


def timeline(tracks: tuple[Running, ...], day: date, waits: Waits = ()) -> TimeLine | None:
    """The picture of everything that runs, each wait as its range; None while nothing runs."""
    shown = [one for one in tracks if one.happened and not _long_ended(one, day)][:MOST_TRACKS]
    if not shown:
        return None
    ranges = {track: each for track, each in waits if _can_be_drawn(each)}
    drawn = tuple(_track(one, day, ranges.get(one.name)) for one in shown)
    caption = sentence("person.where_caption_ranges" if ranges else "person.where_caption")
    return TimeLine(sentence("person.where_title", n=len(drawn)), drawn, day, caption)


def _can_be_drawn(wait: Forecast) -> bool:
    found = wait.range
    return found is not None and found.nine is not None and found.nine - wait.on < FARTHEST


def _long_ended(one: Running, day: date) -> bool:
    return one.ended_on is not None and not _near(one, day) and day - one.ended_on > LONG_ENDED


def _near(one: Running, day: date) -> tuple[OwedAct, ...]:
    """What is awaited soon: the first two, and the first day that the law sets."""
    near = [owed for owed in one.next if owed.due - day < FAR]
    by_law = next((owed for owed in near if owed.basis == "article"), None)
    return tuple(owed for place, owed in enumerate(near) if place < 2 or owed is by_law)


def _track(one: Running, day: date, wait: Forecast | None) -> Track:
    near = _near(one, day)
    by_law = next((owed for owed in near if owed.basis == "article"), None)
    return Track(
        name=Text(*(f"{title} · {state}" for title, state in zip(one.title, one.state, strict=True))),
        stretches=tuple(_stretches(one, near, day, wait)),
        events=(*map(_past, one.happened), *(_to_come(owed) for owed in near)),
        **_limit(by_law, wait),
    )


def _limit(by_law: OwedAct | None, wait: Forecast | None) -> dict[str, Any]:
    """The day the law sets; else the one from which the wait is abnormal."""
    if by_law:
        return {"limit": by_law.due, "limit_says": sentence("person.by_law")}
    if wait and wait.abnormal_from:
        return {"limit": wait.abnormal_from, "limit_says": sentence("waits.abnormal_short")}
    return {}


def _stretches(
    one: Running, near: tuple[OwedAct, ...], day: date, wait: Forecast | None
) -> Iterator[tuple[Stretch, date, date]]:
    """What has gone, then the range of the wait; without one, the time until what is expected next, outlined."""
    start = one.happened[0].on
    if (end := one.ended_on or day) > start:
        yield "gone", start, end
    if wait and wait.range and wait.range.first and wait.range.half and wait.range.nine:
        yield "usual", wait.range.first, wait.range.half
        yield "longest", wait.range.half, wait.range.nine
    elif near and near[0].due > day:
        yield "longest", day, near[0].due


def _past(happened: Happened) -> Event:
    return Event(happened.on, HOLDERS.get(happened.holder, "other"), happened.says.capitalised(), happened.short)


def _to_come(owed: OwedAct) -> Event:
    short = None if owed.basis == "article" else sentence("person.expected")
    return Event(owed.due, HOLDERS.get(owed.holder, "other"), owed.says, short)
