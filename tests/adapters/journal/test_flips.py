"""A bit turned over anywhere in the file is named, told as damage, or changed nothing that is read."""

import random
from pathlib import Path

from tests.adapters.campaign import times
from tests.adapters.journal.flips import journal_in, turn_over

SEED = 20261128
FLIPS = times(1650, 150)


def test_no_bit_turned_over_changes_what_is_read_in_silence(tmp_path: Path) -> None:
    print("seed", SEED)
    found = turn_over(journal_in(tmp_path), random.Random(SEED), FLIPS)
    print(found)
    assert found.total() == FLIPS
    assert found["named"] + found["damaged"] > 0
