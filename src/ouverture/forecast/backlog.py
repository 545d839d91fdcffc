"""How a queue goes on, if days go on as they did: the whole distribution, worked out, with no chance in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

FEWEST_DAYS = 5
"""Fewer known days are no ground for a forecast: a sentence says so instead."""
SMALLEST = 1e-9
"""A chance below this is let go: it moves no figure that is shown."""


class Ahead(NamedTuple):
    """How many days an act would wait at the end: the middle, half of cases between ``low`` and ``high``, nine in ten
    between ``lowest`` and ``highest``. ``now`` is the wait today; ``known_days`` what it rests on.
    """

    now: float
    middle: float
    low: float
    high: float
    lowest: float
    highest: float
    known_days: int


def backlog_ahead(
    waiting: int, entered: Sequence[int], left: Sequence[int], days: int, share: float = 1.0
) -> Ahead | None:
    """The wait after ``days`` working days, each as likely to be any known one; None from too few known days.

    ``entered`` and ``left`` count the acts of each known working day; ``share``: how much of what left then would leave
    with another number of agents (0.5: half). What waits cannot fall below nothing.
    """
    served = sum(left) / len(left) * share if left else 0.0
    if min(len(entered), len(left)) < FEWEST_DAYS or served <= 0:
        return None
    steps = _steps(entered, left, share)
    chances: Mapping[int, float] = {waiting: 1.0}
    for _ in range(days):
        chances = _next_day(chances, steps)
    ordered = sorted(chances.items())
    middle, low, high, lowest, highest = (_cut(ordered, part) / served for part in (0.5, 0.25, 0.75, 0.05, 0.95))
    return Ahead(waiting / (served / share), middle, low, high, lowest, highest, min(len(entered), len(left)))


def _steps(entered: Sequence[int], left: Sequence[int], share: float) -> Mapping[int, float]:
    """What one day adds to the queue, each known arrival with each known departure."""
    pairs = Counter(came - round(gone * share) for came in entered for gone in left)
    every = len(entered) * len(left)
    return {step: count / every for step, count in pairs.items()}


def _next_day(chances: Mapping[int, float], steps: Mapping[int, float]) -> Mapping[int, float]:
    found: dict[int, float] = {}
    for waiting, chance in chances.items():
        for step, part in steps.items():
            then = max(0, waiting + step)
            found[then] = found.get(then, 0.0) + chance * part
    return {waiting: chance for waiting, chance in found.items() if chance > SMALLEST}


def _cut(ordered: Sequence[tuple[int, float]], part: float) -> int:
    """The length of the queue below which that part of the chances lies."""
    total = 0.0
    for waiting, chance in ordered:
        total += chance
        if total >= part:
            return waiting
    return ordered[-1][0]
