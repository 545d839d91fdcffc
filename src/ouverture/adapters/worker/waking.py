"""Files looked at because their day has come: a time has run out, a reminder is due, a review is near."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ouverture.adapters.journal.store import Connection, Store
from ouverture.adapters.worker.lease import claim_files
from ouverture.adapters.worker.troubles import is_over, note_trouble

WOKEN = "UPDATE work SET woken_on = ?, leased_until = '' WHERE stream = ?"
DOING = "look at the file"

Wake = Callable[[str, datetime], object]
"""Carries out, in one file, what the passing of the day asks for, under a key made of the day."""


def wake_due(store: Store, wake: Wake, now: datetime, at_most: int = 100) -> tuple[int, int]:
    """Look at the files that are due, each once a day: in how many it went well, and in how many something failed."""
    claimed = claim_files(store, now, at_most)
    went_well = [_looked_at(store, wake, stream, now) for stream in claimed]
    return went_well.count(True), went_well.count(False)


def _looked_at(store: Store, wake: Wake, stream: str, now: datetime) -> bool:
    problem = _fault(wake, stream, now)

    def act(connection: Connection) -> None:
        connection.execute(WOKEN, (now.date().isoformat(), stream))
        if problem:
            note_trouble(connection, stream, DOING, problem, now)
        else:
            is_over(connection, stream, DOING)

    store.write(act)
    return problem is None


def _fault(wake: Wake, stream: str, now: datetime) -> Exception | None:
    try:
        wake(stream, now)
    except Exception as problem:  # whatever is wrong in one file, the others are looked at
        return problem
    return None
