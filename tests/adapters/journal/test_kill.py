"""Killed without warning, the program loses nothing it said was done, and does nothing twice."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.adapters.campaign import times
from tests.adapters.journal.kills import back_up_and_kill, kill_once

KILLS = times(in_campaign=1000, otherwise=10)
BACKUPS = times(in_campaign=200, otherwise=5)
SEED = 20261123


def test_every_acknowledged_command_survives_a_kill_and_none_is_there_twice(
    fresh: Callable[[], str],
) -> None:
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    found = [kill_once(fresh(), chance) for _ in range(KILLS)]
    assert sum(kill.acknowledged for kill in found) > KILLS


def test_what_was_acknowledged_before_a_backup_is_in_it_although_the_process_is_killed(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    for nth in range(BACKUPS):
        folder = tmp_path / str(nth)
        folder.mkdir()
        assert back_up_and_kill(folder, chance) > 0
