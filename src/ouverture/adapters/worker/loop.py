"""The worker's round, again and again: send, wake, seal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event as Signal
from typing import NamedTuple

from ouverture.adapters.journal.forgetting import erased_since
from ouverture.adapters.journal.genuine import Mark, last_genuine
from ouverture.adapters.journal.seals import Seal, Signing, seal
from ouverture.adapters.journal.store import Store, is_out_of_reach
from ouverture.adapters.worker.sending import Fate, Post, Report, send_due
from ouverture.adapters.worker.troubles import is_over, is_set_aside, note_trouble
from ouverture.adapters.worker.waking import Wake, wake_due

IDLE_SECONDS = 2.0
"""How long the worker rests when nothing was due."""

LONGEST_SILENCE = timedelta(days=366)
"""A journal in which nothing was written for longer was left alone, or the clock is wrong: a person must say which."""
BACK = timedelta(days=1)
"""How far a clock may be behind what was written last: machines differ by seconds, time zones by hours."""

PURGED_FOR = timedelta(days=30)
"""How long the letters of an erased file are looked for: one may be put back from a copy of the folder."""
PURGING = "take away what was erased"
MOST_CHANNELS = 6
"""How many ways a message is tried in one round: every channel there is, once."""


class ClockIsFar(Exception):
    """The clock is so far from the last event that what it asks for could never be taken back."""


class Duties(NamedTuple):
    """What the worker does its work with.

    ``mark`` is what only this installation can put on an event; ``keep_seal`` puts each new seal outside the journal,
    ``purge`` takes the letters of an erased file away.
    """

    store: Store
    signing: Signing
    mark: Mark
    post: Post
    report: Report
    wake: Wake
    keep_seal: Callable[[Seal], object] = lambda _: None
    purge: Callable[[str], object] = lambda _: None


class Round(NamedTuple):
    """What one round did; ``troubled``: how many times something failed in a file, which is set aside."""

    sent: int
    woken: int
    troubled: int = 0


def one_round(duties: Duties, now: datetime, clock_is_right: bool = False) -> Round:
    """Send what is due, look at the files whose day has come, seal what was written.

    Raises ClockIsFar, before anything is done, unless a person said that ``clock_is_right``.
    """
    if not clock_is_right:
        check_clock(duties.store, duties.mark, now)
    try:
        left = sum(not _is_purged(duties, stream, now) for stream in erased_since(duties.store, now - PURGED_FOR))
        fates = _send_by_every_way(duties, now)
        woken, unseen = wake_due(duties.store, duties.wake, now)
    finally:
        duties.keep_seal(seal(duties.store, duties.signing, now))
    return Round(fates["left"], woken, fates["set_aside"] + unseen + left)


def _is_purged(duties: Duties, stream: str, now: datetime) -> bool:
    """Take away what is left of an erased file; whatever a disk does not let go of, all else goes on."""
    try:
        duties.purge(stream)
    except Exception as problem:
        fault = problem
        duties.store.write(lambda connection: note_trouble(connection, stream, PURGING, fault, now))
        return False
    if is_set_aside(duties.store, stream, PURGING):
        duties.store.write(lambda connection: is_over(connection, stream, PURGING))
    return True


def _send_by_every_way(duties: Duties, now: datetime) -> Counter[Fate]:
    """Send what is due; what bounces goes by its next channel at once, as long as there is one."""
    fates: Counter[Fate] = Counter()
    for _ in range(MOST_CHANNELS):
        found = send_due(duties.store, duties.post, duties.report, now)
        fates += found
        if not found["bounced"]:
            break
    return fates


def check_clock(store: Store, mark: Mark, now: datetime) -> None:
    """Raise ClockIsFar, in one sentence, when the moment is far from that of the last event that is ours."""
    found = last_genuine(store, mark)
    if found is None:
        return
    last = datetime.fromisoformat(found.recorded_at)
    if not last - BACK <= now <= last + LONGEST_SILENCE:
        raise ClockIsFar(f"the clock says {now.date()}, and the last event is of {last.date()}")


def work(
    duties: Duties,
    clock: Callable[[], datetime],
    stop: Signal,
    clock_is_right: bool = False,
    waits: Callable[[Exception], object] = lambda _: None,
) -> bool:
    """Go round until ``stop`` is set, resting when nothing was due.

    A database or a disk that is out of reach now is waited for: ``waits`` is told each time.

    True when it left because a file was erased meanwhile: what this process met of it goes with the process alone.
    """
    before = _erased(duties.store, clock())
    while not stop.is_set():
        try:
            done = one_round(duties, clock(), clock_is_right)
            erased = _erased(duties.store, clock()) - before
        except Exception as problem:
            if not is_out_of_reach(problem):
                raise
            waits(problem)
            stop.wait(IDLE_SECONDS)
            continue
        if erased:
            return True
        if (done.sent, done.woken) == (0, 0):
            stop.wait(IDLE_SECONDS)
    return False


def _erased(store: Store, now: datetime) -> set[str]:
    return set(erased_since(store, now - PURGED_FOR))
