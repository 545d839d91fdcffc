"""A file erased: its key destroyed, and every row that leads to it. Its events stay, and say nothing of the person."""

from __future__ import annotations

from datetime import datetime

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Connection, Store

EXISTS = "SELECT 1 FROM events WHERE stream = ? LIMIT 1"
DESTROY = (
    "INSERT INTO keys (stream, wrapped, erased_at) VALUES (?, ?, ?)"
    " ON CONFLICT (stream) DO UPDATE SET wrapped = excluded.wrapped, erased_at = excluded.erased_at"
)
ERASED_AT = "SELECT erased_at FROM keys WHERE stream = ? AND erased_at <> ''"
ERASED_SINCE = "SELECT stream FROM keys WHERE erased_at <> '' AND erased_at > ? ORDER BY erased_at, stream"
LEADS_TO_IT = ("outbox", "work", "owed", "numbers", "people")


def forget(store: Store, stream: str, at: datetime) -> bool:
    """Destroy the key of a file and all that leads to it; False when nobody ever wrote in it.

    What lay in the database's own logs of changes is overwritten too, where the database lets us.
    """

    def act(connection: Connection) -> bool:
        if connection.execute(EXISTS, (stream,)).fetchone() is None:
            return False
        if connection.execute(ERASED_AT, (stream,)).fetchone() is None:
            connection.execute(DESTROY, (stream, b"", moment(at)))
        for table in LEADS_TO_IT:
            connection.execute(f"DELETE FROM {table} WHERE stream = ?", (stream,))
        return True

    found = store.write(act)
    if found:
        store.leave_no_trace()
    return found


def erased_since(store: Store, since: datetime) -> list[str]:
    """The files erased after a moment."""
    rows = store.read(lambda connection: connection.execute(ERASED_SINCE, (moment(since),)).fetchall())
    return [stream for (stream,) in rows]
