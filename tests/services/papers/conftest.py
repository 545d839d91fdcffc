"""The house of these tests: her file is at the caisse, with her claim in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from ouverture.services.casework.house import House
from ouverture.services.casework.ways_in import NoWaysIn
from tests.services.casework.wired import house_in, opened
from tests.services.papers.with_pages import ReaderTold, reading_house


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two files of one person: one with a caisse, one she keeps for herself."""
    without_accounts = replace(house_in(tmp_path), ways_in=NoWaysIn())
    return opened(reading_house(without_accounts, ReaderTold()))
