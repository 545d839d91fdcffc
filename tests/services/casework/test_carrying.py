from pathlib import Path
from typing import Any

import pytest

from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.carrying import as_bytes, carried, from_bytes, reopen
from ouverture.services.casework.look import FileView, Look, look_at
from tests.services.casework.wired import DAY, FILE, NOON, SHE, STRANGER, house_in, opened

LOOK = Look(FILE, "own_file", DAY, NOON)


@pytest.fixture
def copy(tmp_path: Path) -> dict[str, Any]:
    found = carried(opened(house_in(tmp_path)), SHE, LOOK)
    assert isinstance(found, dict)
    return found


def test_a_reopened_file_has_every_event_and_is_a_record_of_ones_own(copy: dict[str, Any], tmp_path: Path) -> None:
    (there := tmp_path / "there").mkdir()
    house = house_in(there)
    me = SHE._replace(acts_for=("again",))
    assert reopen(house, me, from_bytes(as_bytes(copy)), "again", DAY, NOON) == len(copy["events"])
    view = look_at(house, me, Look("again", "own_file", DAY, NOON))
    assert isinstance(view, FileView)
    assert not view.connected
    assert view.file.application.stage == "open"
    assert view.file.attachment.person == "again"


def test_a_stranger_carries_nothing(tmp_path: Path) -> None:
    assert isinstance(carried(opened(house_in(tmp_path)), STRANGER, LOOK), Refusal)


@pytest.mark.parametrize("wrong", [
    None, [], 3, {}, {"format": "ouverture carried file 1"},
    {"format": "ouverture carried file 1", "schema": 99, "events": [{"kind": "deposited", "says": {}}]},
    {"format": "ouverture carried file 1", "schema": 2, "events": [{"kind": "no_such_kind", "says": {}}]},
    {"format": "ouverture carried file 1", "schema": 2, "events": ["a"]},
    {"format": "ouverture carried file 1", "schema": 2, "events": 7},
])  # fmt: skip
def test_what_is_no_copy_is_refused_and_nothing_is_written(tmp_path: Path, wrong: object) -> None:
    house = house_in(tmp_path)
    assert isinstance(reopen(house, SHE, wrong, "again", DAY, NOON), Refusal)
    assert house.journal.history("again").version == 0


def test_a_copy_with_its_opening_taken_out_or_doubled_is_refused(copy: dict[str, Any], tmp_path: Path) -> None:
    (there := tmp_path / "there").mkdir()
    house = house_in(there)
    events = copy["events"]
    for changed in (events[1:], [events[0], *events]):
        assert isinstance(reopen(house, SHE, {**copy, "events": changed}, "again", DAY, NOON), Refusal)
