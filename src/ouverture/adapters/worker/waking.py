"""Files looked at because their day has come: a time has run out, a reminder is due, a review is near."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ouverture.adapters.journal.store import Store
from ouverture.adapters.worker.lease import claim_files

WOKEN = "UPDATE work SET woken_on = ?, leased_until = '' WHERE stream = ?"

Wake = Callable[[str, datetime], object]
"""Carries out, in one file, what the passing of the day asks for, under a key made of the day."""


def wake_due(store: Store, wake: Wake, now: datetime, at_most: int = 100) -> int:
    """Look at the files that are due, each once a day; how many."""
    claimed = claim_files(store, now, at_most)
    for stream in claimed:
        wake(stream, now)
        store.write(lambda connection, stream=stream: connection.execute(WOKEN, (now.date().isoformat(), stream)))  # type: ignore[misc]
    return len(claimed)
