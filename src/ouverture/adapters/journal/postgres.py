"""The journal in PostgreSQL, for many processes on as many machines as wanted. Needs the extra ``postgres``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any, TypeVar, cast

import psycopg
from psycopg.pq import TransactionStatus

from ouverture.adapters.journal.guards import THIS_SCHEMA_ALONE, guard_postgres, postgres_lacks_guards
from ouverture.adapters.journal.places import postgres_leaps
from ouverture.adapters.journal.store import (
    ERASED,
    SCHEMA,
    Clash,
    Connection,
    Fault,
    NotOurs,
    Pool,
    add_indexes,
    check_schema,
    create_tables,
    statements,
)
from ouverture.adapters.journal.structure import postgres_faults
from ouverture.services.casework.ports import Erased

Result = TypeVar("Result")

PAUSES = (0.0, 0.1, 0.3, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each new try when the server has gone: it is restarting, or another takes over."""

Unreachable = psycopg.Error
"""What opening the store raises for a wrong address, a server that is down, or tables it may not make."""

INDEXES = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
OWNED = (
    "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'owed' AND tableowner = current_user"
)
"""Only whoever owns the tables makes indexes of them: the program's own role (docs/security.md) may not."""
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('ouverture.journal.tables'))"


class Spoken:
    """A psycopg connection that reads our statements, whose values stand in ``?``."""

    def __init__(self, url: str, read_only: bool = False) -> None:
        self.inner = psycopg.connect(url, autocommit=True)
        self.inner.execute("SET synchronous_commit = on")
        if read_only:
            self.inner.execute("SET default_transaction_read_only = on")

    def execute(self, statement: str, values: Any = None, /) -> psycopg.Cursor[Any]:
        """Run one statement."""
        return self.inner.execute(_spoken(statement), values)

    @property
    def is_sound(self) -> bool:
        """Whether it can be used again."""
        return self.inner.info.transaction_status is TransactionStatus.IDLE

    def close(self) -> None:
        """Give the connection back to the system."""
        self.inner.close()


class PostgresStore:
    """The journal's tables in the database named by a URL; tables are made if they are not there."""

    skip_locked: str = "FOR UPDATE SKIP LOCKED"
    hold_still: str | None = "LOCK TABLE events, readings IN SHARE MODE"
    last_position: str = (
        "SELECT coalesce(max(position), 0) FROM events WHERE position <= (SELECT last_value FROM events_position_seq)"
    )

    def __init__(self, url: str, read_only: bool = False) -> None:
        """``read_only``: nothing is ever written, and a database without our tables is refused."""
        self._pool = Pool(lambda: Spoken(url, read_only), is_sound=lambda spoken: spoken.is_sound)
        self._pauses: tuple[float, ...] = (0.0,)  # a wrong address is told at once
        try:
            if read_only:
                self.read(_check_tables)
            else:
                self.write(_ensure_tables)
        except BaseException:
            self.close()
            raise
        self._pauses = PAUSES

    def read(self, ask: Callable[[Connection], Result]) -> Result:
        """The answer of ``ask`` to what is committed now."""
        return self._patiently(lambda spoken: ask(cast(Connection, spoken)))

    def snapshot(self, ask: Callable[[Connection], Result]) -> Result:
        """The answer of ``ask``, as many statements as it takes, to one state of the database."""

        def transaction(spoken: Spoken) -> Result:
            with spoken.inner.transaction():
                spoken.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                return ask(cast(Connection, spoken))

        return self._patiently(transaction)

    def write(self, act: Callable[[Connection], Result]) -> Result:
        """Run ``act`` in one durable transaction of its own."""

        def transaction(spoken: Spoken) -> Result:
            with spoken.inner.transaction():
                return act(cast(Connection, spoken))

        try:
            return self._patiently(transaction)
        except psycopg.errors.UniqueViolation as problem:
            raise Clash(problem.diag.table_name or "") from None
        except psycopg.errors.RestrictViolation as problem:
            if ERASED in str(problem):
                raise Erased from None
            raise

    @contextmanager
    def held(self) -> Iterator[Connection]:
        """A transaction for as long as the block lasts: all of it is kept when the block ends well, or nothing."""
        self.read(lambda connection: connection.execute("SELECT 1"))  # a server that restarts is waited for before
        with self._pool.lend() as spoken, spoken.inner.transaction():
            yield cast(Connection, spoken)

    def faults_of_structure(self, connection: Connection) -> Iterable[Fault]:
        """Triggers that are gone or switched off, functions that are no longer as the program made them."""
        yield from postgres_faults(connection)
        yield from postgres_leaps(connection)

    def acts_otherwise(self, connection: Connection) -> Iterable[Fault]:
        """Of them, those of the structure: none of it takes reading."""
        return postgres_faults(connection)

    def lacks_guards(self, connection: Connection) -> bool:
        """Whether a release made it that let a row be put far ahead."""
        return postgres_lacks_guards(connection)

    def leave_no_trace(self) -> None:
        """Have the old versions of the rows removed; the server's archives of its log end with their own term."""
        with suppress(psycopg.Error):  # only the owner of a table may ask for it
            self._patiently(lambda spoken: [spoken.execute(f"VACUUM {table}") for table in ("keys", "outbox", "vault")])

    def close(self) -> None:
        """Give back every connection."""
        self._pool.close()

    def _patiently(self, act: Callable[[Spoken], Result]) -> Result:
        """Try again when the server went away: whatever is written twice is refused by its version or its key."""
        for pause in self._pauses:
            if pause:
                time.sleep(pause)
            try:
                with self._pool.lend() as spoken:
                    return act(spoken)
            except psycopg.OperationalError as problem:
                last = problem
        raise last


@lru_cache(maxsize=256)
def _spoken(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


def _ensure_tables(connection: Connection) -> None:
    connection.execute(ONE_AT_A_TIME)
    if connection.execute("SELECT to_regclass('events')").fetchone()[0] is None:
        connection.execute(THIS_SCHEMA_ALONE)
        create_tables(connection, "postgres")
        connection.execute("CREATE TABLE journal_schema AS SELECT CAST(? AS integer) AS version", (SCHEMA,))
    else:
        _check_tables(connection)
        is_owner = connection.execute(OWNED).fetchone() is not None
        if connection.execute("SELECT to_regclass('vault')").fetchone()[0] is None:
            _make_vault(connection, is_owner)
        if is_owner:
            add_indexes(connection, "postgres", {name for (name,) in connection.execute(INDEXES).fetchall()})
            guard_postgres(connection)


def _make_vault(connection: Connection, is_owner: bool) -> None:
    """Journals made before 29 November 2026 have no table of pages."""
    if not is_owner:
        raise NotOurs("it has no table of pages yet: open it once with the role that owns its tables")
    (made,) = (each for each in statements("postgres") if "CREATE TABLE vault" in each)
    connection.execute(made)


def _check_tables(connection: Connection) -> None:
    if connection.execute("SELECT to_regclass('journal_schema')").fetchone()[0] is None:
        raise NotOurs("there is no journal of this program in it")
    check_schema(connection.execute("SELECT version FROM journal_schema").fetchone()[0])
