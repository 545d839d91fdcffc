"""The vault in a table of the journal's PostgreSQL: each host that reaches the journal has the pages.

The drawer of a file is one transaction: what was put in it is there when its block ends well, or none of it. Needs the
extra ``postgres``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from psycopg.errors import UndefinedTable

from ouverture.adapters.journal.postgres import PostgresStore
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.vault.folders import NotKept

Result = TypeVar("Result")

READ = "SELECT content FROM vault WHERE file = ? AND name = ?"
WEIGH = "SELECT length(content) FROM vault WHERE file = ? AND name = ?"
WRITE = (
    "INSERT INTO vault (file, name, content) VALUES (?, ?, ?)"
    " ON CONFLICT (file, name) DO UPDATE SET content = EXCLUDED.content"
)
REMOVE = "DELETE FROM vault WHERE file = ? AND name = ?"
FORGET = "DELETE FROM vault WHERE file = ?"
NAMES = "SELECT name FROM vault WHERE file = ? ORDER BY name"
FILES = "SELECT DISTINCT file FROM vault"
ALONE = "SELECT pg_advisory_xact_lock(hashtext('ouverture.vault'), hashtext(?))"


class Table:
    """The shelves, by the connections of the journal."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store

    def read(self, file: str, name: str) -> bytes:
        """A content of a file as it is kept now; raises NotKept."""
        row = self._ask(lambda connection: connection.execute(READ, (file, name)).fetchone())
        if row is None:
            raise NotKept
        return bytes(row[0])

    def weight(self, file: str, name: str) -> int:
        """How many bytes a content has; 0 for one that is not there."""
        row = self._store.read(lambda connection: connection.execute(WEIGH, (file, name)).fetchone())
        return row[0] if row else 0

    @contextmanager
    def alone(self, file: str) -> Iterator[_Drawer]:
        """The drawer of a file: who else wants it, on whichever host, waits until the block ends."""
        with self._store.held() as connection:
            connection.execute(ALONE, (file,))
            yield _Drawer(connection, file)

    def forget(self, file: str) -> None:
        """Take all of a file away, once nobody is in its drawer."""
        with self._store.held() as connection:
            connection.execute(ALONE, (file,))
            connection.execute(FORGET, (file,))

    def files(self) -> set[str]:
        """The names of the files of which something is kept."""
        try:
            return self._ask(lambda connection: {name for (name,) in connection.execute(FILES).fetchall()})
        except NotKept:
            return set()

    def names(self, file: str) -> list[str]:
        """The names of the contents kept for a file, in order."""
        return self._ask(lambda connection: [name for (name,) in connection.execute(NAMES, (file,)).fetchall()])

    def _ask(self, ask: Callable[[Connection], Result]) -> Result:
        """A journal of an earlier release that is only read has no such table: nothing is kept in it."""
        try:
            return self._store.read(ask)
        except UndefinedTable:
            raise NotKept from None


class _Drawer:
    """The contents of one file, inside a transaction."""

    def __init__(self, connection: Connection, file: str) -> None:
        self._connection, self._file = connection, file

    def write(self, name: str, content: bytes) -> None:
        """Keep a content."""
        self._connection.execute(WRITE, (self._file, name, content))

    def remove(self, name: str) -> None:
        """Take a content away."""
        self._connection.execute(REMOVE, (self._file, name))
