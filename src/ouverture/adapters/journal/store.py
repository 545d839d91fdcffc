"""What the record needs of a database: to read, and to write all or nothing. SQLite and PostgreSQL each give it."""

from __future__ import annotations

import errno
import re
import sqlite3
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from ouverture.services.casework.ports import Overtaken
from ouverture.text import Text

Result = TypeVar("Result")
INDEX = re.compile(r"^CREATE (?:UNIQUE )?INDEX (\w+)", re.MULTILINE)

SCHEMA = 2
"""The version of the tables. A database says which it holds, and one of another version is not opened."""


ERASED = "the file was erased"
"""What the database says when something is written in a file whose key was destroyed."""


NO_DISK = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EROFS,
        errno.EIO,
        errno.EACCES,
        errno.ENXIO,
        errno.ESTALE,
        errno.EMFILE,
        errno.ENFILE,
    }
)
"""What the system says of a disk that is full, only to be read, failing, closed to us or gone; or of too many files."""


class Cursor(Protocol):
    """The rows a statement gives, and how many it changed."""

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> list[Any]:
        """All the rows left."""


class Connection(Protocol):
    """What sqlite3, psycopg and apsw connections have in common."""

    def execute(self, statement: str, values: Sequence[Any] = ..., /) -> Cursor:
        """Run one statement; values stand in its ``?``."""

    def close(self) -> None:
        """Give the connection back to the system."""


class Fault(NamedTuple):
    """Where the journal is no longer what was written, and how that shows. Version 0: the journal as a whole."""

    stream: str
    version: int
    position: int
    says: Text


def whole(says: Text) -> Fault:
    """A fault of the journal as a whole."""
    return Fault("", 0, 0, says)


class Clash(Overtaken):
    """A unique index refused a row; ``table`` says whose."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(table)


class Damaged(Exception):
    """The database itself cannot be read: not altered by a hand, but broken."""


def blob(value: object) -> bytes:
    """The bytes that a column holds; raises Damaged for a number or a text: ``bytes(n)`` would make n bytes."""
    if not isinstance(value, bytes | memoryview):
        raise Damaged("a column of bytes holds something else")
    return bytes(value)


def is_out_of_reach(problem: Exception) -> bool:
    """Whether the database or a disk could not be read or written now, whatever was asked of it."""
    driver = sys.modules.get("psycopg")  # not loaded where no journal is on PostgreSQL
    of_postgres = driver is not None and isinstance(problem, driver.OperationalError)
    return of_postgres or isinstance(problem, sqlite3.OperationalError) or getattr(problem, "errno", None) in NO_DISK


class NotOurs(Exception):
    """The database is another program's."""


class WrongSchema(Exception):
    """The database was made by another version of the program."""


class Store(Protocol):
    """A database that holds the journal's tables."""

    skip_locked: str
    """What a claiming SELECT adds so as not to wait for rows that another worker is claiming."""

    hold_still: str | None
    """The statement that keeps all other writers out until the end of the transaction, if opening it did not."""

    last_position: str
    """What asks for the place of the last event, those left aside that stand where the database gave none."""

    def read(self, ask: Callable[[Connection], Result]) -> Result:
        """The answer of ``ask``, one statement, to what is committed now."""

    def snapshot(self, ask: Callable[[Connection], Result]) -> Result:
        """The answer of ``ask``, as many statements as it takes, to what is committed now and nothing newer."""

    def write(self, act: Callable[[Connection], Result]) -> Result:
        """Run ``act`` in one durable transaction; raises Clash when a unique index refuses. ``act`` may run twice."""

    def faults_of_structure(self, connection: Connection) -> Iterable[Fault]:
        """What is no longer as the program made it: a damaged page, a table, a trigger that is gone or switched off."""

    def acts_otherwise(self, connection: Connection) -> Iterable[Fault]:
        """Of that, what would act otherwise while the program writes: found without reading all."""

    def lacks_guards(self, connection: Connection) -> bool:
        """Whether a release made it that let a row be put far ahead: it is given what is missing when it is written."""

    def leave_no_trace(self) -> None:
        """Overwrite what was deleted, in the logs of changes too, as far as the database lets the program do it."""

    def close(self) -> None:
        """Give back every connection."""


AnyConnection = TypeVar("AnyConnection", bound=Connection)


class Pool(Generic[AnyConnection]):
    """Connections lent to one user at a time, kept for the next; a new one when all are lent."""

    def __init__(self, connect: Callable[[], AnyConnection], is_sound: Callable[[AnyConnection], bool]) -> None:
        self._connect = connect
        self._is_sound = is_sound
        self._idle: deque[AnyConnection] = deque()

    @contextmanager
    def lend(self) -> Iterator[AnyConnection]:
        """A connection of one's own; one that broke is closed, not lent again."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            yield connection
        finally:
            if self._is_sound(connection):
                self._idle.append(connection)
            else:
                connection.close()

    def close(self) -> None:
        """Close every connection that is not lent."""
        while self._idle:
            self._idle.pop().close()


def create_tables(connection: Connection, dialect: str) -> None:
    """Make the tables of ``<dialect>.sql``."""
    for statement in statements(dialect):
        connection.execute(statement)


def statements(dialect: str) -> list[str]:
    """What makes a journal, one statement a table, index or trigger: in the file, an empty line stands between two."""
    return files("ouverture.adapters.journal").joinpath(f"{dialect}.sql").read_text("utf-8").split("\n\n")


def add_indexes(connection: Connection, dialect: str, there: Collection[str]) -> None:
    """Make the indexes of ``<dialect>.sql`` that are not ``there``: a later release may read by one more."""
    for statement in statements(dialect):
        if (found := INDEX.search(statement)) and found[1] not in there:
            connection.execute(statement)


def check_schema(found: int) -> None:
    """Raise WrongSchema, with a sentence, unless ``found`` is the version this program writes."""
    if found != SCHEMA:
        what_to_do = ": run ouverture migrate" if found < SCHEMA else ""
        raise WrongSchema(f"the journal has tables of version {found}; this program reads version {SCHEMA}{what_to_do}")
