"""How long waits last, from those that ended and those that still run: Kaplan-Meier over the last months alone.

Each wait is followed only inside the window: it enters at the age it had when the window opened, and leaves when it
ends or at the end of the window. A surge is thus seen from those who still wait, before any of them has ended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """One wait of somebody, at which caisse, by which route: the day it began, the day it ended, None if it never did.

    ``left``: the day on which it was given up, or followed no more, without an end.
    """

    began: date
    ended: date | None = None
    left: date | None = None
    caisse: str = ""
    route: str = ""


class Curve(NamedTuple):
    """The share still waiting after so many days: ``left[i]`` from the day ``ages[i]`` on; 1 before the first.

    ``ended`` and ``running`` count the waits it rests on.
    """

    ages: tuple[int, ...]
    left: tuple[float, ...]
    ended: int
    running: int

    def still(self, age: int) -> float:
        """The share still waiting after ``age`` days."""
        place = bisect_right(self.ages, age)
        return self.left[place - 1] if place else 1.0

    def when(self, share: float, waited: int = 0) -> int | None:
        """The age by which ``share`` of those who have waited ``waited`` days will have ended; None: never seen."""
        aim = self.still(waited) * (1 - share)
        found = next((age for age, left in zip(self.ages, self.left, strict=True) if left <= aim + 1e-12), None)
        return None if found is None or self.still(waited) == 0 else max(found, waited)


def survival(spans: Iterable[Span], until: date, window: timedelta) -> Curve:
    """The curve of what was seen in the ``window`` before ``until``, what still ran on that day counted as running."""
    opens = until - window
    entries: Counter[int] = Counter()
    leaves: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for span in spans:
        followed = min(one for one in (span.ended, span.left, until) if one is not None)
        if span.began > until or followed < opens:
            continue
        ended = span.ended == followed
        last = max((followed - span.began).days, 0)
        entries[max((opens - span.began).days, 0)] += 1
        leaves[last] += 1
        ends[last] += ended
    return _curve(entries, leaves, ends)


def _curve(entries: Counter[int], leaves: Counter[int], ends: Counter[int]) -> Curve:
    """At each age somebody's wait ended: the share of those followed at that age who went on."""
    ages = sorted(age for age, count in ends.items() if count)
    came, gone = _up_to(entries), _up_to(leaves)
    went_on = [1 - ends[age] / max(came(age) - gone(age - 1), 1) for age in ages]
    left = tuple(accumulate(went_on, lambda one, other: one * other))
    return Curve(tuple(ages), left, ends.total(), leaves.total() - ends.total())


class _up_to:  # noqa: N801 - reads as the function it is
    """How many are counted up to an age, that age included."""

    def __init__(self, counted: Counter[int]) -> None:
        self.ages = sorted(counted)
        self.sums = list(accumulate(counted[age] for age in self.ages))

    def __call__(self, age: int) -> int:
        place = bisect_right(self.ages, age)
        return self.sums[place - 1] if place else 0
