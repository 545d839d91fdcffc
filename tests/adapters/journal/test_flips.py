"""A bit turned over anywhere in the file is named, told as damage, or changed nothing that is read.

In a byte that holds a value, and anywhere in a copy at rest, it is never passed over.
"""

import random
from pathlib import Path

from tests.adapters.campaign import times
from tests.adapters.journal.flips import turn_over, turn_over_copy, turn_over_rows
from tests.adapters.journal.stored import stored_values

SEED = 20261128
FLIPS, FLIPS_OF_ROWS = times(1650, 100), times(1650, 40)


def test_no_bit_turned_over_changes_what_is_read_in_silence(tmp_path: Path) -> None:
    print("seed", SEED)
    found = turn_over(tmp_path, random.Random(SEED), FLIPS)
    print(found)
    assert found.total() == FLIPS
    assert found["named"] + found["damaged"] > 0


def test_no_bit_of_what_is_stored_is_turned_over_in_silence(tmp_path: Path) -> None:
    print("seed", SEED)
    found = turn_over_rows(tmp_path, random.Random(SEED), FLIPS_OF_ROWS)
    print(found)
    assert found.total() == FLIPS_OF_ROWS
    assert {value.tree for value in stored_values(tmp_path / "journal.sqlite3")} >= {
        "events",
        "outbox",
        "work",
        "owed",
        "numbers",
        "people",
        "keys",
        "secrets",
        "troubles",
        "pool",
    }


def test_no_bit_of_a_copy_at_rest_is_turned_over_in_silence(tmp_path: Path) -> None:
    print("seed", SEED)
    assert turn_over_copy(tmp_path, random.Random(SEED), FLIPS)["named"] == FLIPS
