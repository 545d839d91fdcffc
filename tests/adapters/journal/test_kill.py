"""Killed without warning, the program loses nothing it said was done, and does nothing twice."""

import random
from collections.abc import Callable

from tests.adapters.campaign import times
from tests.adapters.journal.kills import kill_once

KILLS = times(in_campaign=1000, otherwise=10)
SEED = 20261123


def test_every_acknowledged_command_survives_a_kill_and_none_is_there_twice(
    fresh: Callable[[], str],
) -> None:
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    found = [kill_once(fresh(), chance) for _ in range(KILLS)]
    assert sum(kill.acknowledged for kill in found) > KILLS
