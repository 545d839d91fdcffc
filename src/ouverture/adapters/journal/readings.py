"""Every look at a file, written down before the answer is given: append-only, each chained to the one before it."""

from __future__ import annotations

from datetime import datetime

from ouverture.adapters.journal.chain import START, moment, reading_link
from ouverture.adapters.journal.store import Clash, Connection, Store, blob
from ouverture.services.casework.ports import Reading

LAST = "SELECT nth, hash FROM readings WHERE stream = ? ORDER BY nth DESC LIMIT 1"
NOTE = "INSERT INTO readings (stream, nth, actor, purpose, what, at, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
PAGE = "SELECT nth, stream, actor, purpose, what, at FROM readings WHERE stream = ? AND nth > ? ORDER BY nth LIMIT ?"


def note(store: Store, *looks: Reading) -> None:
    """Write readings, durably, all of them or none."""

    def act(connection: Connection) -> None:
        for reading in looks:
            _chained(connection, reading)

    while True:
        try:
            return store.write(act)
        except Clash:
            continue  # somebody else looked at the same moment


def _chained(connection: Connection, reading: Reading) -> None:
    written = (*reading[:4], moment(reading.at))
    nth, previous = connection.execute(LAST, (reading.stream,)).fetchone() or (0, START)
    link = reading_link(blob(previous), nth + 1, written)
    connection.execute(NOTE, (reading.stream, nth + 1, *written[1:], link))


def readings(store: Store, stream: str, after: int, most: int) -> tuple[tuple[int, Reading], ...]:
    """The readings of a file from the one after the place ``after`` on, at most ``most``, oldest first.

    One of a moment that is none was put in by a hand: it is left out, and ``verify`` names it.
    """
    rows = store.read(lambda connection: connection.execute(PAGE, (stream, after, most)).fetchall())
    return tuple(
        (nth, Reading(stream, actor, purpose, what, when))
        for nth, stream, actor, purpose, what, at in rows
        if (when := _moment_or_none(at))
    )


def _moment_or_none(written: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when if when.tzinfo else None
