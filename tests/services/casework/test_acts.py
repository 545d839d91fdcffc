from pathlib import Path

from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.look import FileView, Look, look_at
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE, house_in, opened


def test_what_was_tried_on_a_state_is_not_given_to_another_actor_or_on_another_day(tmp_path: Path) -> None:
    house = opened(house_in(tmp_path))
    hers = look_at(house, SHE, Look(FILE, "own_file", DAY, NOON))
    theirs = look_at(house, AGENT, Look(FILE, "casework", DAY, NOON))
    assert isinstance(hers, FileView)
    assert isinstance(theirs, FileView)
    first = acts_of(SHE, hers)
    assert acts_of(SHE, hers) is first
    assert acts_of(AGENT, theirs) != first
    assert acts_of(SHE, hers) == first
    assert acts_of(SHE, hers._replace(day=DAY.replace(year=2027))) is not first
