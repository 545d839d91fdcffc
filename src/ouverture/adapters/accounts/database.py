"""The database of accounts and sessions: a SQLite file beside the journal, or the PostgreSQL that holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ouverture.adapters.home import private_home

FILE = "accounts.sqlite3"
JOURNAL = "OUVERTURE_JOURNAL"
LOCK, UNLOCK = (f"SELECT pg_advisory_{act}(hashtext('ouverture.accounts.tables'))" for act in ("lock", "unlock"))


def database_of(environment: Mapping[str, str]) -> dict[str, Any]:
    """Django's own description of that database."""
    journal = environment.get(JOURNAL, "")
    if journal.startswith(("postgresql://", "postgres://")):
        return _postgres(journal)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(private_home(environment) / FILE),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        },
    }


def _postgres(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # a server that was restarted, or another that took over, is found by asking
        "OPTIONS": dict(parse_qsl(parts.query)),  # sslmode above all: what the journal is asked holds for accounts too
    }


def make_ready() -> None:
    """Make the tables that are missing, or bring them to this release; nothing when they are as they should be.

    Hosts and processes that start at the same moment do it one after the other.
    """
    from django.core.management import call_command

    with _one_at_a_time():
        call_command("migrate", verbosity=0, interactive=False)
    _for_its_owner_alone()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(LOCK)
            try:
                yield
            finally:
                cursor.execute(UNLOCK)
        return
    path = Path(str(connection.settings_dict["NAME"]))
    if not path.is_absolute():  # a database in memory, which no other process has
        yield
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _for_its_owner_alone() -> None:
    """The file of accounts and what SQLite keeps beside it, which takes the mode of the file."""
    from django.conf import settings

    described = settings.DATABASES["default"]
    path = Path(str(described["NAME"]))
    if described["ENGINE"].endswith("sqlite3") and path.is_file():
        for each in path.parent.glob(f"{path.name}*"):
            with suppress(OSError):  # a file of another owner, or one that has just gone
                each.chmod(0o600)
