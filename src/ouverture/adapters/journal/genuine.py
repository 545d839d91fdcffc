"""Is what is read what this program wrote? Asked at every reading of a file, before anything is believed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ouverture.adapters.journal.chain import START, link
from ouverture.adapters.journal.store import Store, blob
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.ports import Line

COLUMNS = "position, stream, version, kind, body, day, recorded_at, said_by, who, cause, key, schema, hash, mark"
WITH_PREVIOUS = (
    f"{', '.join(f'e.{name}' for name in COLUMNS.split(', '))},"
    " (SELECT p.hash FROM events p WHERE p.stream = e.stream AND p.version = e.version - 1)"
)
"""All of an event, and the hash of the one before it in its file."""
LAST_ONES = f"SELECT {WITH_PREVIOUS} FROM events e WHERE e.position < ? ORDER BY e.position DESC LIMIT 100"

Mark = Callable[[bytes], bytes]
"""What only this installation can put on the hash of an event."""


def check_genuine(lines: Iterable[Line], since: int, mark: Mark) -> None:
    """Raise NotAsWritten at the first line that a hand put in, changed, or took what precedes it away.

    ``lines`` are those of one file from the version ``since`` on, as they are stored. What the first of them follows is
    not here unless it is the first of its file: whoever asks from further on knows its hash already.
    """
    previous = START if since == 1 else None
    for expected, line in enumerate(lines, start=since):
        follows = line.version == expected and (previous is None or link(previous, line) == line.hash)
        if not follows or blob(line.mark) != mark(line.hash):
            raise NotAsWritten(line.stream, line.version)
        previous = line.hash


def is_genuine(line: Line, previous: bytes | None, mark: Mark) -> bool:
    """The same of one event alone; ``previous`` is the hash of the one before it in its file, None when none is."""
    before = START if line.version == 1 else previous
    return before is not None and link(blob(before), line) == blob(line.hash) and blob(line.mark) == mark(line.hash)


def last_genuine(store: Store, mark: Mark) -> Line | None:
    """The last event that this program wrote; those that a hand put after it are passed over."""
    below = 1 << 62
    while rows := _before(store, below):
        for *row, previous in rows:
            if is_genuine(line := Line._make(row), previous, mark):
                return line
        below = rows[-1][0]
    return None


def _before(store: Store, position: int) -> list[Any]:
    return store.read(lambda connection: connection.execute(LAST_ONES, (position,)).fetchall())
