"""Which database the journal is in: one setting, a file or an address."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from ouverture.adapters.journal.sqlite import open_sqlite
from ouverture.adapters.journal.store import Store

SETTING = "OUVERTURE_JOURNAL"
DEFAULT = "ouverture.sqlite3"


class NoJournal(Exception):
    """The journal cannot be opened; the message says why and what would be right."""


def open_store(environment: Mapping[str, str]) -> Store:
    """The store named by the setting ``OUVERTURE_JOURNAL``: a PostgreSQL address or the path of a SQLite file.

    Raises NoJournal, with one sentence, when there is no such place or when the driver of PostgreSQL is not installed;
    WrongSchema when another version of the program made it.
    """
    where = environment.get(SETTING) or DEFAULT
    if where.startswith(("postgresql://", "postgres://")):
        return _postgres(where)
    if "://" in where:
        raise NoJournal(f'{SETTING} is "{where}": write a file\'s path or an address that begins with postgresql://')
    return _sqlite(Path(where))


def _sqlite(path: Path) -> Store:
    try:
        return open_sqlite(path)
    except sqlite3.Error as problem:
        raise NoJournal(
            f'{SETTING} is "{path}", and the journal cannot be opened there ({problem}): '
            "name a file in a folder that exists and can be written in"
        ) from None


def _postgres(url: str) -> Store:
    try:
        from ouverture.adapters.journal.postgres import PostgresStore, Unreachable
    except ImportError:
        raise NoJournal(f"{SETTING} names PostgreSQL, and its driver is missing: install ouverture[postgres]") from None
    try:
        return PostgresStore(url)
    except Unreachable as problem:
        said = str(problem).splitlines()[0]
        raise NoJournal(f"{SETTING} names a PostgreSQL that cannot be used: {said}") from None
