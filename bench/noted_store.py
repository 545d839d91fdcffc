"""What our commands ask of a database, noted, and the same asked again with nothing of ours in between."""

import sqlite3
import time
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import psycopg

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sqlite import SETTINGS
from ouverture.adapters.journal.store import Connection, Cursor, Store
from tests.adapters.small_file import NUMBER_KEY

Result = TypeVar("Result")


class Asked(NamedTuple):
    """The statements of one reading, or of one transaction that writes."""

    writes: bool
    statements: list[tuple[str, Any]]


Replay = Callable[[str, list[Asked]], float]
"""Does in a journal what was asked of another; the seconds it took."""


class NotedConnection:
    """A connection that notes each statement on its way."""

    def __init__(self, inner: Connection, statements: list[tuple[str, Any]]) -> None:
        self.inner = inner
        self.statements = statements

    def execute(self, statement: str, values: Any = (), /) -> Cursor:
        self.statements.append((statement, values))
        return self.inner.execute(statement, values)

    def close(self) -> None:
        self.inner.close()


class NotedStore:
    """A store that notes what is asked of it."""

    def __init__(self, inner: Store) -> None:
        self.inner = inner
        self.asked: list[Asked] = []
        self.skip_locked: str = inner.skip_locked
        self.hold_still: str | None = inner.hold_still
        self.snapshot = inner.snapshot
        self.close = inner.close
        self.leave_no_trace = inner.leave_no_trace

    def read(self, ask: Callable[[Connection], Result]) -> Result:
        return self.inner.read(self._noting(False, ask))

    def write(self, act: Callable[[Connection], Result]) -> Result:
        return self.inner.write(self._noting(True, act))

    def _noting(self, writes: bool, act: Callable[[Connection], Result]) -> Callable[[Connection], Result]:
        noted = Asked(writes, [])
        self.asked.append(noted)
        return lambda connection: act(NotedConnection(connection, noted.statements))


def statements_of(where: str, story: Callable[[Record], None]) -> list[Asked]:
    """All that a story asks of an empty journal."""
    store = NotedStore(open_store({SETTING: where}))
    story(Record(cast(Store, store), NUMBER_KEY))
    store.close()
    return store.asked


def on_sqlite(where: str, asked: list[Asked]) -> float:
    """With bare sqlite3, under the same settings."""
    connection = sqlite3.connect(where, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(setting)
    start = time.perf_counter()
    for writes, statements in asked:
        if writes:
            connection.execute("BEGIN IMMEDIATE")
        for statement, values in statements:
            connection.execute(statement, values).fetchall()
        if writes:
            connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def on_postgres(where: str, asked: list[Asked]) -> float:
    """With bare psycopg, in its own way of writing values and transactions."""
    spoken = [(writes, [(sql.replace("?", "%s").encode(), values) for sql, values in said]) for writes, said in asked]
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = on")
        start = time.perf_counter()
        for writes, statements in spoken:
            if writes:
                with connection.transaction():
                    for statement, values in statements:
                        connection.execute(statement, values)
            else:
                for statement, values in statements:
                    connection.execute(statement, values).fetchall()
        return time.perf_counter() - start
