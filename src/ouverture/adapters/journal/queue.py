"""The work queue as an office reads it: whose turn it is, the first due first, a page at a time."""

from __future__ import annotations

from typing import NamedTuple

from ouverture.adapters.journal.store import Store

PAGE = (
    "SELECT due, stream, act, basis FROM work WHERE holder = ? AND (due, stream) > (?, ?) ORDER BY due, stream LIMIT ?"
)


class Waiting(NamedTuple):
    """One file and the act it waits for; ``due`` is an ISO day."""

    due: str
    stream: str
    act: str
    basis: str


def waiting_for(store: Store, holder: str, at_most: int = 50, after: Waiting | None = None) -> list[Waiting]:
    """The next files that wait for ``holder``, at most ``at_most``; ``after`` is the last one of the page before."""
    last = (after.due, after.stream) if after else ("", "")
    rows = store.read(lambda connection: connection.execute(PAGE, (holder, *last, at_most)).fetchall())
    return [Waiting(*row) for row in rows]
