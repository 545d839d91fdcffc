"""A look is written down before the answer; what is shown is what is owed, held, told."""

from pathlib import Path

import pytest

from ouverture.dossier.application.decisions import AcceptPiece
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.person.decisions import TellBirth
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import NO_SUCH_FILE
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.story import letters_of, story_of, who_looked
from ouverture.services.casework.work import WorkAsked, take, task_of, work_of
from tests.services.casework.wired import (
    AGENT,
    AGENT_ELSEWHERE,
    DAY,
    FILE,
    NOON,
    RECORD,
    SHE,
    STRANGER,
    SUPERVISOR,
    act,
    house_in,
    opened,
)

LOOK = Look(FILE, "casework", DAY, NOON)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder: Path = tmp_path_factory.mktemp("house")
    return opened(house_in(folder))


def seen(house: House) -> FileView:
    view = look_at(house, AGENT, LOOK)
    assert isinstance(view, FileView)
    return view


def test_the_look_of_an_agent_is_seen_by_the_person(house: House) -> None:
    seen(house)
    looks = who_looked(house, SHE, Look(FILE, "own_file", DAY, NOON))
    assert not isinstance(looks, Refusal)
    assert ("agent-7", "casework", "file") in [(one.actor, one.purpose, one.what) for one in looks]


def test_a_refused_look_leaves_no_reading(house: House) -> None:
    before = len(house.journal.readings(FILE))
    look_at(house, STRANGER, LOOK)
    assert len(house.journal.readings(FILE)) == before


def test_a_record_kept_at_home_opens_to_no_office_not_even_to_one_that_opens_every_file(house: House) -> None:
    for who in (AGENT, AGENT_ELSEWHERE, SUPERVISOR, Actor("cnav", "cnav"), Actor("auditor", "auditor")):
        assert look_at(house, who, Look(RECORD, "casework", DAY, NOON)) == NO_SUCH_FILE, who.role
    assert not isinstance(look_at(house, SHE, Look(RECORD, "own_file", DAY, NOON)), Refusal)


def test_the_file_opens_with_one_holder_one_act_one_day(house: House) -> None:
    first = seen(house).headline
    assert first is not None
    assert first.holder == "caisse"
    assert first.says.fr
    assert first.otherwise.en
    assert first.due > DAY


def test_every_part_held_has_rows_in_words(house: House) -> None:
    parts = {part.name: part for part in seen(house).parts}
    assert len(parts["application"].rows) == 1 + 10
    assert all(row.label.fr and row.state.en for part in parts.values() for row in part.rows)


def test_an_agent_is_offered_to_judge_papers_first_and_the_person_is_not(house: House) -> None:
    agents = [one for one in acts_of(AGENT, seen(house)) if one.possible]
    assert {"accept_piece", "refuse_piece"} & {one.kind for one in agents[:4]}
    assert not {one.kind for one in acts_of(SHE, seen(house))} & {"accept_piece", "grant_application"}


def test_what_a_caisse_outside_did_is_offered_to_whoever_keeps_the_record(house: House) -> None:
    view = look_at(house, SHE, Look(RECORD, "own_file", DAY, NOON))
    assert isinstance(view, FileView)
    assert "deposit" in {one.kind for one in acts_of(SHE, view) if one.possible}


def test_the_story_is_told_newest_first_and_page_by_page(house: House) -> None:
    story = story_of(house, SHE, LOOK, most=3)
    assert not isinstance(story, Refusal)
    assert [one.version for one in story] == sorted((one.version for one in story), reverse=True)
    rest = story_of(house, SHE, LOOK, before=story[-1].version)
    assert not isinstance(rest, Refusal)
    assert rest[-1].version == 1


def test_what_was_told_is_shown_word_for_word(house: House) -> None:
    letters = letters_of(house, SHE, LOOK)
    assert not isinstance(letters, Refusal)
    assert letters
    assert letters[0].words.fr


def test_the_queue_has_one_row_an_act_and_none_of_a_record_kept_at_home(house: House) -> None:
    found = work_of(house, AGENT, WorkAsked(), DAY)
    assert not isinstance(found, Refusal)
    assert {one.task.stream for one in found} == {FILE}
    assert len({(one.task.act, one.task.about) for one in found}) == len(found)


def test_an_act_is_taken_once(house: House) -> None:
    found = work_of(house, AGENT, WorkAsked(), DAY)
    assert not isinstance(found, Refusal)
    task = found[0].task
    assert take(house, AGENT, task, NOON) is None
    refused = take(house, SUPERVISOR, task, NOON)
    assert refused is not None
    assert refused.code == "taken_meanwhile"
    mine = work_of(house, AGENT, WorkAsked(whose="mine"), DAY)
    assert not isinstance(mine, Refusal)
    assert mine[0].mine
    again = task_of(house, AGENT, FILE, task.act, task.about)
    assert not isinstance(again, Refusal)
    assert again.assigned_to == "agent-7"


def test_a_known_birth_does_not_grey_the_acts_that_give_a_number(tmp_path: Path) -> None:
    known = opened(house_in(tmp_path))
    act(known, SHE, FILE, TellBirth("1991-07-14", "Dayton", "US", "woman"))
    for paper in ("identity_document", "birth_certificate"):
        act(known, AGENT, FILE, AcceptPiece(paper))
    act(known, AGENT, FILE, RecordSearch(()))
    view = look_at(known, AGENT, LOOK)
    assert isinstance(view, FileView)
    assert "issue_waiting_number" in {one.kind for one in acts_of(AGENT, view) if one.possible}
