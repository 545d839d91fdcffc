"""What happened on which day in every file, as forecasts and counts need it: nothing sealed is opened."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from ouverture.adapters.journal.genuine import WITH_PREVIOUS, Mark, is_genuine
from ouverture.adapters.journal.store import Store
from ouverture.services.casework.ports import Dated, Line, Passed


def dated(store: Store, mark: Mark, kinds: Collection[str], most: int) -> tuple[Dated, ...]:
    """The last ``most`` events of these kinds, oldest first; those that a hand put in are left out."""
    rows = _rows(store, "", "e.kind IN", kinds, (), most)
    return tuple(
        Dated(line.stream, line.kind, date.fromisoformat(line.day), line.body) for line, _ in _genuine(rows, mark)
    )


_CAISSE = """, (SELECT o.body FROM events o WHERE o.stream = e.stream AND o.version <= e.version
 AND o.kind IN ('file_opened', 'taken_over', 'forwarded_application_received') ORDER BY o.version DESC LIMIT 1),
 (SELECT o.body FROM events o WHERE o.stream = e.stream AND o.version = 1)"""
"""Which caisse had the file then, out of the event that said so last; and the first event: whether it works here."""


def passed(store: Store, mark: Mark, kinds: Collection[str], after: int, most: int) -> tuple[Passed, ...]:
    """The last ``most`` events of these kinds after a place in the journal, oldest first; as above."""
    rows = _rows(store, _CAISSE, "e.position > ? AND e.kind IN", kinds, (after,), most)
    return tuple(
        Passed(line.position, line.kind, date.fromisoformat(line.day), _caisse(*said))
        for line, said in _genuine(rows, mark)
    )


def _rows(
    store: Store, more: str, where: str, kinds: Collection[str], values: tuple[int, ...], most: int
) -> list[Sequence[Any]]:
    wanted = sorted(kinds)
    statement = (
        f"SELECT {WITH_PREVIOUS}{more} FROM events e WHERE {where} ({', '.join('?' for _ in wanted)})"
        " ORDER BY e.position DESC LIMIT ?"
    )
    return store.read(lambda connection: connection.execute(statement, (*values, *wanted, most)).fetchall())


def _genuine(rows: list[Sequence[Any]], mark: Mark) -> Iterator[tuple[Line, Sequence[Any]]]:
    """Those that this program wrote, oldest first, each with what was read besides."""
    size = len(Line._fields)
    for row in reversed(rows):
        if is_genuine(line := Line._make(row[:size]), row[size], mark):
            yield line, row[size + 1 :]


def _caisse(last: str | None, first: str) -> str:
    connected = json.loads(first).get("mode") == "connected"
    return str(json.loads(last)["caisse"]) if last and connected else ""
