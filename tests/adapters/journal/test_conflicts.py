"""Two writers at the same instant, as often as it takes to believe it."""

from collections.abc import Callable

import pytest

from tests.adapters.campaign import times
from tests.adapters.journal.conflicts import CONFLICTS, Desks, two_desks

TIMES = times(in_campaign=1000, otherwise=100)


@pytest.mark.parametrize("conflict", CONFLICTS, ids=lambda conflict: conflict.__name__)
def test_one_writer_wins_and_the_other_is_told(where: str, conflict: Callable[[Desks, int], None]) -> None:
    with two_desks(where) as desks:
        for nth in range(TIMES):
            conflict(desks, nth)
