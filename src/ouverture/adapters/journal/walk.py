"""All the lines of the journal, in order, a few thousand at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from ouverture.adapters.journal.genuine import COLUMNS
from ouverture.adapters.journal.store import Connection
from ouverture.services.casework.ports import Line

AT_ONCE = 5000
BY_POSITION = f"SELECT {COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT {AT_ONCE}"
FROM_THE_FIRST = f"SELECT {COLUMNS} FROM events ORDER BY position LIMIT {AT_ONCE}"
BY_FILE = f"SELECT {COLUMNS} FROM events WHERE (stream, version) > (?, ?) ORDER BY stream, version LIMIT {AT_ONCE}"


def by_position(connection: Connection) -> Iterator[Line]:
    """Every line in the order of the journal, from the very first: no position is below what is read."""
    lines = _lines(connection, FROM_THE_FIRST)
    while lines:
        yield from lines
        lines = _lines(connection, BY_POSITION, lines[-1].position)


def by_file(connection: Connection) -> Iterator[tuple[str, Iterator[Line]]]:
    """Every file with its lines, oldest first. Each file's lines must be taken before the next file is."""
    return groupby(_in_file_order(connection), key=attrgetter("stream"))


def _in_file_order(connection: Connection) -> Iterator[Line]:
    last: tuple[str, int] = ("", -(1 << 31))
    while lines := _lines(connection, BY_FILE, *last):
        yield from lines
        last = lines[-1].stream, lines[-1].version


def _lines(connection: Connection, statement: str, *values: Any) -> list[Line]:
    return [Line(*row) for row in connection.execute(statement, values).fetchall()]
