"""A journal put elsewhere, whole: from an older release, to a backup, back from one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ouverture.adapters.journal.migrating import Read

OURS = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('events', 'seals')"
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file while it is open."""


class CannotMove(Exception):
    """The journal cannot be put there, or taken from there; the message says why."""


def copy_whole(source: Path, into: Path) -> None:
    """Copy a journal that others are writing in, as it stands at one moment; ``into`` must not be there.

    Every event acknowledged before the copy began is in it. Raises CannotMove.
    """
    if into.exists():
        raise CannotMove(f"{into} is there already: name a file that is not")
    try:
        os.close(os.open(into, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(_read_only(source)) as live, closing(sqlite3.connect(into)) as copy:
            live.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
    except (sqlite3.Error, OSError) as problem:
        remove(into)
        raise CannotMove(f"{source} cannot be copied into {into} ({problem})") from None


@contextmanager
def reading_of(source: Path) -> Iterator[Read]:
    """Asks a journal of an older schema, which stays as it is."""
    with closing(_read_only(source)) as connection:
        connection.execute("BEGIN")

        def read(statement: str) -> list[Any]:
            return connection.execute(statement).fetchall()

        yield read


def schema_of(source: Path) -> int:
    """The schema of the journal in a file; raises CannotMove when it holds none."""
    try:
        with closing(_read_only(source)) as connection:
            tables = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE name IN ('events', 'seals')"
            ).fetchone()
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as problem:
        raise CannotMove(f"{source} cannot be read ({problem})") from None
    if tables[0] != 2:
        raise CannotMove(f"{source} is not one of this program's journals")
    return version


def put_in_place(made: Path, place: Path, old: Path) -> None:
    """Put a new journal where the old one was, which is kept under another name.

    Killed at any moment, it leaves a whole journal in the place: one that was missing would be made anew, empty.
    """
    with closing(sqlite3.connect(place)) as last:
        last.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # nothing of the old one may be read into the new one
    os.link(place, old)
    for end in BESIDE:
        Path(f"{place}{end}").unlink(missing_ok=True)
    os.replace(made, place)


def remove(path: Path) -> None:
    """Take a journal away, and all that lies beside it."""
    for each in (path, *(Path(f"{path}{end}") for end in BESIDE)):
        each.unlink(missing_ok=True)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None, timeout=30)
