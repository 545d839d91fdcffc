"""The house that most tests of casework begin with."""

from pathlib import Path

import pytest

from ouverture.services.casework.house import House
from tests.services.casework.wired import house_in, opened


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two files of one person: one with a caisse, one she keeps for herself."""
    return opened(house_in(tmp_path))
