"""The journal in one SQLite file: one writer at a time, who commits whatever has queued behind one disk sync."""

from __future__ import annotations

import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast
from urllib.parse import quote

from ouverture.adapters.journal.guards import guard_sqlite, sqlite_lacks_guards
from ouverture.adapters.journal.places import STUCK, sqlite_is_stuck, sqlite_leaps
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
)
from ouverture.adapters.journal.structure import OLDER_INDEXES, sqlite_acts_otherwise, sqlite_faults
from ouverture.services.casework.ports import Erased

Result = TypeVar("Result")

APPLICATION = int.from_bytes(b"Ouvr", "big")
"""What a file of ours says it is (SQLite's application_id)."""

BUSY_SECONDS = 30
"""How long a writer waits for other processes. Under three writers the worst wait measured was under a second."""

SETTINGS = (
    "PRAGMA journal_mode = WAL",
    # FULL, for anything a person was told: with NORMAL a power cut loses commits that were acknowledged.
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -20000",
    # All that SQLite will map: the events of a file lie far apart, and a page read by a call costs more.
    "PRAGMA mmap_size = 2147418112",
    "PRAGMA journal_size_limit = 67108864",
    # What is deleted is overwritten: the key of an erased file must not be found in a freed page.
    "PRAGMA secure_delete = ON",
)

COMES_LAST = "comes right after all others"
"""What the database says of a row at any place but the next."""

INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index'"

CHECKPOINT_TRIES, CHECKPOINT_PAUSE = 100, 0.05
"""How often, and how many seconds apart, the log is emptied while others still read it."""


class Ticket:
    """One piece of writing that waits for its turn, and what became of it."""

    def __init__(self, act: Callable[[Connection], Any]) -> None:
        self.act = act
        self.settled = False
        self.result: Any = None
        self.problem: BaseException | None = None

    def run(self, connection: Connection) -> None:
        """Do the writing alone inside the common transaction: its failure undoes nobody else's."""
        connection.execute("SAVEPOINT one")
        try:
            self.result = self.act(connection)
        except Exception as problem:
            self.problem = problem
            connection.execute("ROLLBACK TO one")
        connection.execute("RELEASE one")


class SqliteStore:
    """The journal's tables in one file. ``connect`` gives connections to it in autocommit mode."""

    skip_locked: str = ""
    hold_still: str | None = None
    last_position: str = "SELECT coalesce(max(position), 0) FROM events"

    def __init__(
        self, connect: Callable[[], Connection], read_only: bool = False, written_to: tuple[Path, ...] = ()
    ) -> None:
        """``read_only``: nothing is ever written, and a file without our tables is refused as not ours.

        ``written_to``: the files in which a commit ends; once one is no longer the one that was opened, none counts.
        """
        self._writer = connect()
        self._readers = Pool(connect, is_sound=lambda connection: True)
        self._waiting: deque[Ticket] = deque()
        self._turn = Lock()
        self._unhurried = False
        self._written_to: dict[Path, tuple[int, int] | None] = {}
        try:
            if read_only:
                _check_tables(self._writer)
            else:
                self.write(_ensure_tables)
            self._written_to = {path: _which(path) for path in written_to}
        except BaseException:
            self.close()
            raise

    @contextmanager
    def unhurried_disk(self) -> Iterator[None]:
        """Inside, nothing is committed: for records that are made up, by a process alone, and can be made again.

        All is written in one transaction, on the disk when the block ends; no other connection sees it before.
        """
        with self._turn:
            self._writer.execute("PRAGMA synchronous = OFF")
            self._writer.execute("BEGIN IMMEDIATE")
            self._unhurried = True
        try:
            yield
        finally:
            with self._turn:
                self._unhurried = False
                self._writer.execute("COMMIT")
                self._writer.execute("PRAGMA synchronous = FULL")
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def read(self, ask: Callable[[Connection], Result]) -> Result:
        """The answer of ``ask`` to what is committed now."""
        if self._turn.acquire(blocking=False):  # nobody writes: the writer's connection knows the pages written last
            try:
                return ask(self._writer)
            finally:
                self._turn.release()
        with self._readers.lend() as connection:
            return ask(connection)

    def snapshot(self, ask: Callable[[Connection], Result]) -> Result:
        """The answer of ``ask``, as many statements as it takes, to one state of the file."""
        with self._readers.lend() as connection:
            connection.execute("BEGIN")
            try:
                return ask(connection)
            finally:
                connection.execute("COMMIT")

    def write(self, act: Callable[[Connection], Result]) -> Result:
        """Run ``act`` in a durable transaction, shared with whoever waits at the same moment."""
        ticket = Ticket(act)
        self._waiting.append(ticket)
        with self._turn:
            # Whoever had the turn before may have committed this ticket with its own.
            if not ticket.settled:
                self._commit_all_waiting()
        if ticket.problem:
            raise _in_our_words(ticket.problem)
        return cast(Result, ticket.result)

    def faults_of_structure(self, connection: Connection) -> Iterable[Fault]:
        """What SQLite finds damaged, and what is no longer as the program made it."""
        yield from sqlite_faults(connection)
        yield from sqlite_leaps(connection)

    def acts_otherwise(self, connection: Connection) -> Iterable[Fault]:
        """Triggers and views that are not ours, or no longer as they were; a row after which nothing can be put."""
        yield from sqlite_acts_otherwise(connection)
        yield from sqlite_is_stuck(connection)

    def lacks_guards(self, connection: Connection) -> bool:
        """Whether a release made it that let a row be put far ahead."""
        return sqlite_lacks_guards(connection)

    def leave_no_trace(self) -> None:
        """Empty the write-ahead log into the file, whose freed pages are overwritten as they are freed."""
        with self._turn:
            for _ in range(CHECKPOINT_TRIES):
                if self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0:
                    return
                time.sleep(CHECKPOINT_PAUSE)

    def close(self) -> None:
        """Give back every connection."""
        self._readers.close()
        self._writer.close()

    def _commit_all_waiting(self) -> None:
        tickets = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if self._unhurried:
            for ticket in tickets:
                ticket.run(self._writer)
                ticket.settled = True
            return
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                self._write(tickets)
                self._writer.execute("COMMIT")
                self._check_still_there()
            except BaseException:
                with suppress(Exception):  # SQLite may have rolled back by itself
                    self._writer.execute("ROLLBACK")
                raise
        except BaseException as problem:  # whoever waits for a ticket raises it
            for ticket in tickets:
                ticket.problem = problem
        finally:
            for ticket in tickets:
                ticket.settled = True

    def _check_still_there(self) -> None:
        """Raise when what was committed went into a file that is gone: SQLite writes on in it, and nobody reads it."""
        for path, opened in self._written_to.items():
            if _which(path) != opened:
                raise sqlite3.OperationalError(f"{path.name} was taken away or replaced while it was in use")

    def _write(self, tickets: list[Ticket]) -> None:
        if len(tickets) == 1:  # the transaction is its own: a savepoint would guard nobody
            tickets[0].result = tickets[0].act(self._writer)
            return
        for ticket in tickets:
            ticket.run(self._writer)


def open_sqlite(path: Path, read_only: bool = False) -> SqliteStore:
    """The journal in the file ``path``, made if it is not there unless it is opened ``read_only``.

    Raises WrongSchema for a journal of another version, NotOurs for a database of another program.
    """

    def connect() -> Connection:
        if read_only:
            return cast(Connection, _connected(_read_only(path), uri=True))
        connection = _connected(path)
        for setting in SETTINGS:
            connection.execute(setting)
        return cast(Connection, connection)

    if not read_only:
        _leave_others_alone(path)
    return SqliteStore(connect, read_only, () if read_only else (path, path.with_name(f"{path.name}-wal")))


def _which(path: Path) -> tuple[int, int] | None:
    """Which file of which disk stands at a path now; None when none does."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _leave_others_alone(path: Path) -> None:
    """Look before the first pragma is set, which would already change a file: raises as ``open_sqlite``.

    A file whose making was cut short has a rollback journal, which SQLite must play back before anybody can read it.
    """
    if path.exists() and path.stat().st_size:
        cut_short = path.with_name(f"{path.name}-journal").exists()
        looking = _connected(path) if cut_short else _connected(_read_only(path), uri=True)
        try:
            if not _is_empty(cast(Connection, looking)):
                _check_tables(cast(Connection, looking))
        finally:
            looking.close()


def _connected(where: Path | str, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(where, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri)


def _read_only(path: Path) -> str:
    """The address by which SQLite reads a file and writes nothing beside it.

    Where not even the index of the log can be written, the file is read as one that nobody changes.
    """
    log = path.with_name(f"{path.name}-wal")
    still = not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    return f"file:{quote(str(path))}?mode=ro{'&immutable=1' if still else ''}"


def _ensure_tables(connection: Connection) -> None:
    if _is_empty(connection):
        create_tables(connection, "sqlite")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
    else:
        _check_tables(connection)
        _put_indexes_right(connection)
        guard_sqlite(connection)


def _put_indexes_right(connection: Connection) -> None:
    """Make the indexes of this release in a journal that an older one made, and drop those it used instead."""
    there = {name for (name,) in connection.execute(INDEXES).fetchall()}
    for name in there & OLDER_INDEXES:
        connection.execute(f"DROP INDEX {name}")
    add_indexes(connection, "sqlite", there)


def _is_empty(connection: Connection) -> bool:
    found: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return found == 0


def _check_tables(connection: Connection) -> None:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION and not is_schema_1(connection, version):
        raise NotOurs("it is a database, and not one of this program's journals")
    check_schema(version)


def is_schema_1(connection: Connection, version: int) -> bool:
    """Whether it is a journal of schema 1, which had no mark of its own: its seals are there, and no actor is."""
    tables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('events', 'seals', 'outbox', 'pool')"
    return version == 1 and connection.execute(tables).fetchone()[0] == 4


def _in_our_words(problem: BaseException) -> BaseException:
    """A refusal by a unique index as Clash, whatever library spoke to SQLite; anything else as it is."""
    if ERASED in str(problem):
        return Erased()
    if COMES_LAST in str(problem):  # we name no place: SQLite found none after the last
        return sqlite3.OperationalError(STUCK)
    _, unique, column = str(problem).partition("UNIQUE constraint failed: ")
    return Clash(column.partition(".")[0]) if unique else problem
