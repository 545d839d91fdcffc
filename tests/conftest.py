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
