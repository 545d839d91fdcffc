"""What happens to a period while a text stops its clock: each suspended day moves the last day by one day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ouverture.clock.day_words import day_in_words
from ouverture.clock.period import Period
from ouverture.clock.refusal import DeadlineError
from ouverture.text import Text

_ONE_DAY = timedelta(days=1)

Spans = Sequence[tuple[date, date | None]]


@dataclass(frozen=True, slots=True)
class Stop:
    """The clock stands still from ``first``; it runs again on ``resumes`` (None: it still stands)."""

    first: date
    resumes: date | None
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Stopped:
    """A stop that counted: ``days`` taken out of the period, and the last day it leads to (None: not known yet)."""

    stop: Stop
    days: int
    last: date | None


def _stop(first: date, resumes: date | None, at_most: Period | None) -> Stop:
    if resumes is not None and resumes < first:
        raise DeadlineError(_backwards(first, resumes))
    limit = at_most.after(first) if at_most else None
    if limit is not None and (resumes is None or resumes > limit):
        return Stop(first, limit, capped=True)
    return Stop(first, resumes)


def _backwards(first: date, resumes: date) -> Text:
    begin, end = day_in_words(first), day_in_words(resumes)
    return Text(
        f"Une suspension ne peut pas finir le {end.fr}, avant d'avoir commencé le {begin.fr}.",
        f"A suspension cannot end on {end.en}, before it began on {begin.en}.",
    )


def _joined(stops: Iterable[Stop]) -> list[Stop]:
    """The stops in order, those that overlap or touch made one."""
    joined: list[Stop] = []
    for stop in sorted(stops, key=lambda each: each.first):
        before = joined[-1] if joined else None
        if before is None or (before.resumes is not None and before.resumes < stop.first):
            joined.append(stop)
        else:
            joined[-1] = _one(before, stop)
    return joined


def _one(earlier: Stop, later: Stop) -> Stop:
    if earlier.resumes is None or (later.resumes is not None and later.resumes <= earlier.resumes):
        return earlier
    return Stop(earlier.first, later.resumes, later.capped)


def stops(suspended: Spans, at_most: Period | None) -> list[Stop]:
    """The suspensions in order, each no longer than ``at_most``; raises DeadlineError if one ends before it begins."""
    return _joined(_stop(first, resumes, at_most) for first, resumes in suspended)


def pause(start: date, last: date, standing: Iterable[Stop]) -> list[Stopped]:
    """The stops that count for a period whose first counted day follows ``start`` and whose last day is ``last``.

    A stop that begins after the (moved) last day changes nothing; one that never ends leaves no last day.
    """
    counted: list[Stopped] = []
    for stop in standing:
        first = max(stop.first, start + _ONE_DAY)
        if first > last or (stop.resumes is not None and stop.resumes <= first):
            continue
        if stop.resumes is None:
            return [*counted, Stopped(stop, (last - first).days + 1, None)]
        days = (stop.resumes - first).days
        last += timedelta(days=days)
        counted.append(Stopped(stop, days, last))
    return counted
