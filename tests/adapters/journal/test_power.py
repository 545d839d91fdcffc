"""The power goes at a random moment: nothing that was acknowledged is lost."""

import random
import sqlite3
from pathlib import Path

import pytest

from tests.adapters.campaign import times
from tests.adapters.journal.power import Cut, cut_once

CUTS = times(in_campaign=200, otherwise=20)
SEED = 20261123


def test_nothing_acknowledged_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    found = [cut_once(tmp_path, chance) for _ in range(CUTS)]
    assert [cut for cut in found if cut.lost] == []
    assert sum(cut.acknowledged for cut in found) > CUTS


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_with_fewer_syncs_the_same_cuts_do_lose_what_was_acknowledged(tmp_path: Path, synchronous: str) -> None:
    """So the test above can fail: what it finds is the program's doing, not the disk's kindness."""
    chance = random.Random(SEED)
    found = [cut_or_ruin(tmp_path, chance, synchronous) for _ in range(20)]
    assert any(cut is None or cut.lost for cut in found)


def cut_or_ruin(folder: Path, chance: random.Random, synchronous: str) -> Cut | None:
    """What a cut left; None when the file itself is ruined."""
    try:
        return cut_once(folder, chance, synchronous)
    except (sqlite3.DatabaseError, AssertionError):
        return None
