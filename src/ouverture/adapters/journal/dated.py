"""What happened on which day in every file, as a forecast needs it: nothing sealed is opened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ouverture.adapters.journal.store import Store
from ouverture.services.casework.ports import Dated


def dated(store: Store, kinds: Collection[str], most: int) -> tuple[Dated, ...]:
    """The last ``most`` events of these kinds, oldest first."""
    wanted = sorted(kinds)
    statement = (
        f"SELECT stream, kind, day, body FROM events WHERE kind IN ({', '.join('?' for _ in wanted)})"
        " ORDER BY position DESC LIMIT ?"
    )
    rows = store.read(lambda connection: connection.execute(statement, (*wanted, most)).fetchall())
    return tuple(Dated(stream, kind, date.fromisoformat(day), body) for stream, kind, day, body in reversed(rows))
