"""The database of accounts and sessions: a SQLite file beside the journal, or the PostgreSQL that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ouverture.adapters.home import private_home

FILE = "accounts.sqlite3"
JOURNAL = "OUVERTURE_JOURNAL"


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
        "OPTIONS": dict(parse_qsl(parts.query)),  # sslmode above all: what the journal is asked holds for accounts too
    }


def make_ready() -> None:
    """Make the tables that are missing, or bring them to this release; nothing when they are as they should be."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    _for_its_owner_alone()


def _for_its_owner_alone() -> None:
    """The file of accounts and what SQLite keeps beside it, which takes the mode of the file."""
    from django.conf import settings

    described = settings.DATABASES["default"]
    path = Path(str(described["NAME"]))
    if described["ENGINE"].endswith("sqlite3") and path.is_file():
        for each in path.parent.glob(f"{path.name}*"):
            with suppress(OSError):  # a file of another owner, or one that has just gone
                each.chmod(0o600)
