"""The worker's round, again and again: send, wake, seal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event as Signal
from typing import NamedTuple

from ouverture.adapters.journal.seals import Signing, seal
from ouverture.adapters.journal.store import Store
from ouverture.adapters.worker.sending import Post, Report, send_due
from ouverture.adapters.worker.waking import Wake, wake_due

IDLE_SECONDS = 2.0
"""How long the worker rests when nothing was due."""


class Duties(NamedTuple):
    """What the worker does its work with."""

    store: Store
    signing: Signing
    post: Post
    report: Report
    wake: Wake


class Round(NamedTuple):
    """What one round did."""

    sent: int
    woken: int


def one_round(duties: Duties, now: datetime) -> Round:
    """Send what is due, look at the files whose day has come, seal what was written."""
    sent = send_due(duties.store, duties.post, duties.report, now)
    woken = wake_due(duties.store, duties.wake, now)
    seal(duties.store, duties.signing, now)
    return Round(sent, woken)


def work(duties: Duties, clock: Callable[[], datetime], stop: Signal) -> None:
    """Go round until ``stop`` is set, resting when nothing was due."""
    while not stop.is_set():
        if one_round(duties, clock()) == Round(0, 0):
            stop.wait(IDLE_SECONDS)
