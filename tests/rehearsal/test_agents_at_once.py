"""A bounded share of the campaign: agents at once in one journal, at one queue; no invariant is broken."""

import re
from pathlib import Path

from tests.campaign.office import at_once


def test_two_agents_at_one_queue_break_nothing_and_each_act_is_done_once(tmp_path: Path) -> None:
    found = at_once(str(tmp_path / "journal.sqlite3"), 5, files=2, acts=3, agents=2)
    assert "0 invariants broken, no number twice, the chain whole" in found
    said = re.search(r"queue (\d+) acts done, (\d+) met .* not done, (\d+) refused", found)
    assert said
    assert sum(map(int, said.groups())) == 6
    assert int(said[1]) > 0
