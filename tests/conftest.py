"""What several rooms' tests share: a home of their own, and one PostgreSQL server, started when first asked for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

# Every test has a home of its own: nothing of the machine's user is read or written.
os.environ["OUVERTURE_HOME"] = tempfile.mkdtemp(prefix="ouverture-tests-")

from tests.adapters.databases import Postgres, running_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


LONG = (
    "tests/rehearsal/test_histories.py",
    "tests/rehearsal/test_policies_switched_off.py",
    "tests/journeys/test_accessibility.py",
    "tests/journeys/test_the_story_at_the_desk.py",
    "tests/rules/test_enumeration.py",
    "tests/site/visitor/test_random_walks.py",
    "tests/law/test_every_combination.py",
    "tests/dossier/test_pictures.py",
)
"""The files that take longest, the longest first: a file is run by one process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files begin first: one that begins last keeps a single processor busy while the others wait."""
    items.sort(key=lambda item: LONG.index(name) if (name := item.nodeid.split("::")[0]) in LONG else len(LONG))
