"""One file's fault stops one file: it is set aside and told to whoever keeps the house, and the round goes on."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Connection, Store

NOTE = (
    "INSERT INTO troubles (stream, doing, says, since, last, times) VALUES (?, ?, ?, ?, ?, 1)"
    " ON CONFLICT (stream, doing) DO UPDATE SET says = excluded.says, last = excluded.last, times = troubles.times + 1"
)
OVER = "DELETE FROM troubles WHERE stream = ? AND doing = ?"
NOTED = "SELECT 1 FROM troubles WHERE stream = ? AND doing = ?"
EVERY = "SELECT stream, doing, says, since, last, times FROM troubles ORDER BY since, stream, doing LIMIT ?"


class Trouble(NamedTuple):
    """What failed in one file, since when, and how often; ``says`` names the fault, never what the file holds."""

    stream: str
    doing: str
    says: str
    since: str
    last: str
    times: int


def note_trouble(connection: Connection, stream: str, doing: str, problem: Exception, now: datetime) -> None:
    """Write down that something failed in a file. The fault's own text may hold what the file says: it is left out."""
    at = moment(now)
    connection.execute(NOTE, (stream, doing, type(problem).__name__, at, at))


def is_over(connection: Connection, stream: str, doing: str) -> None:
    """It went well: nothing of that kind is wrong in the file any more."""
    connection.execute(OVER, (stream, doing))


def is_set_aside(store: Store, stream: str, doing: str) -> bool:
    """Whether something of that kind failed in the file and has not gone well since."""
    return store.read(lambda connection: connection.execute(NOTED, (stream, doing)).fetchone()) is not None


def troubles(store: Store, most: int = 100) -> tuple[Trouble, ...]:
    """What is set aside now, the oldest first."""
    rows = store.read(lambda connection: connection.execute(EVERY, (most,)).fetchall())
    return tuple(Trouble(*row) for row in rows)
