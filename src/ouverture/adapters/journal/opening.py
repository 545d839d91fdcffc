"""Which database the journal is in: one setting, a file or an address."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from ouverture.adapters.home import home
from ouverture.adapters.journal.sqlite import open_sqlite
from ouverture.adapters.journal.store import Damaged, NotOurs, Store

SETTING = "OUVERTURE_JOURNAL"
DEFAULT = "ouverture.sqlite3"


class NoJournal(Exception):
    """The journal cannot be opened; the message says why and what would be right."""


def open_store(environment: Mapping[str, str], read_only: bool = False) -> Store:
    """The store named by the setting ``OUVERTURE_JOURNAL``: a PostgreSQL address or the path of a SQLite file.

    ``read_only``: nothing is written, not even the tables of a journal that is not there.

    Raises NoJournal, with one sentence, when there is no such place or when the driver of PostgreSQL is not installed;
    WrongSchema when another version of the program made it.
    """
    where = place_of(environment)
    return _postgres(where, read_only) if isinstance(where, str) else _sqlite(where, read_only)


def place_of(environment: Mapping[str, str]) -> Path | str:
    """The file of the journal, or the address of its PostgreSQL; without a setting, a file in the house's folder."""
    where = environment.get(SETTING) or str(home(environment) / DEFAULT)
    if where.startswith(("postgresql://", "postgres://")):
        return where
    if "://" in where:
        raise NoJournal(f'{SETTING} is "{where}": write a file\'s path or an address that begins with postgresql://')
    return Path(where)


def _sqlite(path: Path, read_only: bool) -> Store:
    try:
        return open_sqlite(path, read_only)
    except NotOurs as problem:
        raise NoJournal(f'{SETTING} is "{path}": {problem}') from None
    except sqlite3.DatabaseError as problem:
        if "malformed" in str(problem):
            raise Damaged(str(problem)) from problem
        raise _cannot_be_opened(path, problem) from None
    except (sqlite3.Error, OSError, ValueError) as problem:
        raise _cannot_be_opened(path, problem) from None


def _cannot_be_opened(path: Path, problem: Exception) -> NoJournal:
    return NoJournal(
        f'{SETTING} is "{path}", and the journal cannot be opened there ({problem}): '
        "name a file in a folder that exists and can be written in"
    )


def _postgres(url: str, read_only: bool) -> Store:
    try:
        from ouverture.adapters.journal.postgres import PostgresStore, Unreachable
    except ImportError:
        raise NoJournal(f"{SETTING} names PostgreSQL, and its driver is missing: install ouverture[postgres]") from None
    try:
        return PostgresStore(url, read_only)
    except NotOurs as problem:
        raise NoJournal(f"{SETTING} names a PostgreSQL database, and {problem}") from None
    except Unreachable as problem:
        said = str(problem).splitlines()[0]
        raise NoJournal(f"{SETTING} names a PostgreSQL that cannot be used: {said}") from None
