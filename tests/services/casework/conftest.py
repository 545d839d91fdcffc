"""The house that most tests of casework begin with."""

from dataclasses import replace
from pathlib import Path

import pytest

from ouverture.services.casework.house import House
from ouverture.services.casework.ways_in import NoWaysIn
from tests.services.casework.wired import house_in, opened


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two files of one person: one with a caisse, one she keeps for herself."""
    return opened(replace(house_in(tmp_path), ways_in=NoWaysIn()))  # no database of accounts stands beside these
