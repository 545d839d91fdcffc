"""How many times as long as usual the waits that began lately take: a surge shows in them before it has ended.

Each of them was followed from its first day. Those that ended so far are counted against those that would have ended if
they went as the usual curve goes, and against the same curve drawn out; what chance explains is no change of pace.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from math import log, sqrt

from ouverture.forecast.survival import Curve, Span

LEAST_LEFT = 1e-3
"""No curve is followed below this share: its last steps rest on nobody."""
FEWEST = 5
"""Ends that were to be expected at least; below, nothing is said of the pace."""
HALVINGS = 30


def pace(spans: Iterable[Span], usual: Curve, on: date, lately: timedelta, sure: float, most: float) -> float:
    """The factor by which waits begun ``lately`` before ``on`` are drawn out (above 1) or shortened; 1 for no change.

    ``sure``: how many standard deviations the ends must be off; the factor is ``most`` at most, or its inverse.
    """
    followed, ended = _followed(spans, on, lately)
    expected = _expected(followed, usual, 1.0)
    if expected < FEWEST or abs(ended - expected) < sure * sqrt(expected):
        return 1.0
    low, high = 1 / most, most
    for _ in range(HALVINGS):
        middle = sqrt(low * high)
        low, high = (middle, high) if _expected(followed, usual, middle) > ended else (low, middle)
    return sqrt(low * high)


def _followed(spans: Iterable[Span], on: date, lately: timedelta) -> tuple[Counter[int], int]:
    """For how many days each was followed, and how many ended."""
    days: Counter[int] = Counter()
    ended = 0
    for span in spans:
        if on - lately <= span.began <= on:
            last = min(one for one in (span.ended, span.left, on) if one is not None)
            days[(last - span.began).days] += 1
            ended += span.ended == last
    return days, ended


def _expected(followed: Counter[int], usual: Curve, factor: float) -> float:
    """How many would have ended, each followed as long as it was, on the usual curve drawn out by ``factor``."""
    return sum(-log(max(usual.still(int(age / factor)), LEAST_LEFT)) * count for age, count in followed.items())
