"""What happened on which day in every file, as forecasts and counts need it: nothing sealed is opened."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from ouverture.adapters.journal.store import Store
from ouverture.services.casework.ports import Dated, Passed


def dated(store: Store, kinds: Collection[str], most: int) -> tuple[Dated, ...]:
    """The last ``most`` events of these kinds, oldest first."""
    wanted = sorted(kinds)
    statement = (
        f"SELECT stream, kind, day, body FROM events WHERE kind IN ({', '.join('?' for _ in wanted)})"
        " ORDER BY position DESC LIMIT ?"
    )
    rows = store.read(lambda connection: connection.execute(statement, (*wanted, most)).fetchall())
    return tuple(Dated(stream, kind, date.fromisoformat(day), body) for stream, kind, day, body in reversed(rows))


_CAISSE = """(SELECT o.body FROM events o WHERE o.stream = e.stream AND o.version <= e.version
 AND o.kind IN ('file_opened', 'taken_over', 'forwarded_application_received') ORDER BY o.version DESC LIMIT 1),
 (SELECT o.body FROM events o WHERE o.stream = e.stream AND o.version = 1)"""
"""Which caisse had the file then, out of the event that said so last; and the first event: whether it works here."""


def passed(store: Store, kinds: Collection[str], after: int, most: int) -> tuple[Passed, ...]:
    """The last ``most`` events of these kinds after a place in the journal, oldest first."""
    wanted = sorted(kinds)
    statement = (
        f"SELECT e.position, e.kind, e.day, {_CAISSE} FROM events e"
        f" WHERE e.position > ? AND e.kind IN ({', '.join('?' for _ in wanted)}) ORDER BY e.position DESC LIMIT ?"
    )
    rows = store.read(lambda connection: connection.execute(statement, (after, *wanted, most)).fetchall())
    return tuple(
        Passed(position, kind, date.fromisoformat(day), _caisse(last, first))
        for position, kind, day, last, first in reversed(rows)
    )


def _caisse(last: str | None, first: str) -> str:
    connected = json.loads(first).get("mode") == "connected"
    return str(json.loads(last)["caisse"]) if last and connected else ""
