"""Every test that asks for ``where`` or ``record`` runs twice: on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Store
from tests.adapters.databases import KINDS, Postgres
from tests.adapters.small_file import NUMBER_KEY


@pytest.fixture(params=KINDS)
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives, each time, the setting that names an empty journal."""
    if request.param == "sqlite":
        numbers = count()
        return lambda: str(tmp_path / f"journal{next(numbers)}.sqlite3")
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh


@pytest.fixture
def where(fresh: Callable[[], str]) -> str:
    """The setting that names an empty journal."""
    return fresh()


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    opened = open_store({SETTING: where})
    yield opened
    opened.close()


@pytest.fixture
def record(store: Store) -> Record:
    return Record(store, NUMBER_KEY)
