"""A disk that refuses a call: what was acknowledged is there, once; what was refused may be sent again."""

from pathlib import Path

import pytest

from tests.adapters.campaign import times
from tests.adapters.journal.disk_faults import REFUSALS, Fault, tell

STEP = times(in_campaign=1, otherwise=150)


@pytest.mark.parametrize("how", REFUSALS)
def test_whichever_call_to_the_disk_is_refused_nothing_acknowledged_is_lost_or_done_twice(
    tmp_path: Path, how: str
) -> None:
    calls = tell(tmp_path, Fault(-1, how, for_good=False)).calls
    found = [tell(tmp_path, Fault(at, how, for_good=at % 2 == 0)) for at in range(calls // 3, calls, STEP)]
    assert any(one.failed for one in found)
    assert any(one.acknowledged for one in found)


def test_a_journal_whose_making_was_cut_short_is_made_the_next_time(tmp_path: Path) -> None:
    for at in range(6, 20, 3):
        tell(tmp_path, Fault(at, "full", for_good=True))
