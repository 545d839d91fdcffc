"""A claim sent on to the right caisse, or a person who moves: both caisses see the file, each has its own acts."""

from pathlib import Path

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Forward, ReceiveForwarded
from ouverture.dossier.attachment.decisions import AskToChangeCaisse, TakeOver
from ouverture.dossier.kernel import Command
from ouverture.dossier.person.decisions import TellNames
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import Together
from ouverture.services.casework.acts import act_of, acts_of
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.find import find_person
from ouverture.services.casework.flow_seen import Flow, FlowSeen
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.ports import Asked
from ouverture.services.casework.taking_over import LETS_IT_GO, TAKE_IT_OVER_FIRST, THEIRS_TO_TAKE_OVER
from ouverture.services.casework.work import WorkAsked, WorkItem, take, task_of, work_of
from tests.services.casework.wired import (
    AGENT,
    AGENT_ELSEWHERE,
    DAY,
    FILE,
    NOON,
    SHE,
    act,
    claim,
    house_in,
    opened,
)

LOOK = Look(FILE, "casework", DAY, NOON)


@pytest.fixture
def two(tmp_path: Path) -> House:
    """A house in which two caisses work."""
    return opened(house_in(tmp_path, "751,691"))


def code(answer: object) -> str:
    return answer.code if isinstance(answer, Refusal) else ""


def done(house: House, *steps: Command) -> None:
    for step in steps:
        assert isinstance(act(house, AGENT, FILE, step), Done), step


def test_the_right_caisse_finds_opens_takes_over_and_works_a_claim_sent_on_to_it(two: House) -> None:
    task = task_of(two, AGENT, FILE, "judge_pieces", "")
    assert not isinstance(task, Refusal)
    assert take(two, AGENT, task, NOON) is None
    assert isinstance(act(two, SHE, FILE, TellNames("Mercer", "", ("Alice",))), Done)
    assert code(look_at(two, AGENT_ELSEWHERE, LOOK)) == "no_such_file"
    first = two.met(FILE).state.application.first_received_on
    done(two, Forward("691"))
    rows = work_of(two, AGENT_ELSEWHERE, WorkAsked(), DAY)
    assert not isinstance(rows, Refusal)
    assert [one.task.act for one in rows] == ["receive_forwarded_application"]
    found = find_person(two, AGENT_ELSEWHERE, "Mercer", NOON)
    assert not isinstance(found, Refusal)
    assert [one.open_to_you for one in found] == [True]
    assert isinstance(act(two, AGENT_ELSEWHERE, FILE, ReceiveForwarded()), Done)
    state = two.met(FILE).state
    assert (state.attachment.caisse, state.application.stage) == ("691", "open")
    assert state.application.first_received_on == first
    assert code(look_at(two, AGENT, LOOK)) == "no_such_file"
    assert isinstance(act(two, AGENT_ELSEWHERE, FILE, AcceptPiece("identity_document")), Done)
    owed = two.journal.owed(Asked(stream=FILE, holder="caisse"))
    assert {(one.office, one.assigned_to) for one in owed} == {("691", "")}


def test_until_then_every_other_act_is_that_of_the_caisse_that_has_the_file(two: House) -> None:
    done(two, Forward("691"))
    assert code(act(two, AGENT_ELSEWHERE, FILE, AcceptPiece("identity_document"))) == "of_the_other_office"
    assert code(act(two, AGENT, FILE, ReceiveForwarded())) == "of_the_other_office"
    theirs, ours = look_at(two, AGENT_ELSEWHERE, LOOK), look_at(two, AGENT, LOOK)
    assert isinstance(theirs, FileView)
    assert isinstance(ours, FileView)
    assert [one.kind for one in acts_of(AGENT_ELSEWHERE, theirs) if one.possible] == ["receive_forwarded"]
    mine = act_of(AGENT, ours, "receive_forwarded")
    assert isinstance(mine, Offer)
    assert mine.refusal
    assert mine.refusal.says.en == THEIRS_TO_TAKE_OVER.en.format(caisse="CPAM du Rhône")
    other = act_of(AGENT_ELSEWHERE, theirs, "place_hold")
    assert isinstance(other, Offer)
    assert other.refusal
    assert other.refusal.says.fr == TAKE_IT_OVER_FIRST.fr.format(caisse="CPAM de Paris")


def test_the_caisse_a_person_moves_to_takes_the_file_over_itself(two: House) -> None:
    assert isinstance(act(two, SHE, FILE, AskToChangeCaisse("691")), Done)
    assert code(act(two, AGENT, FILE, TakeOver("691"))) == "of_the_other_office"
    assert isinstance(act(two, AGENT, FILE, AcceptPiece("identity_document")), Done)
    assert isinstance(act(two, AGENT_ELSEWHERE, FILE, TakeOver("691")), Done)
    assert code(act(two, AGENT, FILE, AcceptPiece("proof_of_address"))) == "no_such_file"


def its_row(house: House, act_owed: str) -> WorkItem:
    """The row of the caisse that sent the file on, out of its own queue."""
    rows = work_of(house, AGENT, WorkAsked(), DAY)
    assert not isinstance(rows, Refusal)
    return next(one for one in rows if one.task.act == act_owed)


def said(house: House) -> str:
    """All that the person was told, in English."""
    return "\n".join(one.words.en for one in house.journal.told(FILE))


def test_a_claim_sent_to_a_caisse_outside_stays_work_of_the_one_that_sent_it_until_the_other_has_it(
    house: House,
) -> None:
    assert isinstance(act(house, AGENT, FILE, Forward("691")), Done)
    row = its_row(house, "receive_forwarded_application")
    assert (row.task.holder, row.task.office, row.asks.en) == ("caisse", "751", "The right caisse received the claim")
    view = look_at(house, AGENT, LOOK)
    assert isinstance(view, FileView)
    offer = act_of(AGENT, view, "receive_forwarded")
    assert isinstance(offer, Offer)
    assert (offer.possible, offer.help) == (True, LETS_IT_GO)
    assert "the one that sends it on makes sure that it arrives" in said(house)
    done(house, ReceiveForwarded())
    its_own_record_from_now_on(house)


def test_a_person_who_moves_to_a_caisse_outside_is_followed_until_it_takes_over(house: House) -> None:
    assert isinstance(act(house, SHE, FILE, AskToChangeCaisse("691")), Done)
    assert its_row(house, "take_over").asks.en == "The new caisse took over"
    done(house, AcceptPiece("identity_document"), TakeOver("691"))
    its_own_record_from_now_on(house)


def its_own_record_from_now_on(house: House) -> None:
    """The file is with a caisse outside: no office opens it or owes anything in it, and the person writes in it."""
    state = house.met(FILE).state
    assert (state.attachment.caisse, state.connected, state.attachment.told_of_caisse) == ("691", False, False)
    assert code(look_at(house, AGENT, LOOK)) == "no_such_file"
    assert {one.office for one in house.journal.owed(Asked(stream=FILE))} == {""}
    told = said(house)
    assert "this file becomes your own record" in told
    assert "This message is the proof" not in told
    assert isinstance(act(house, SHE, FILE, AcceptPiece("proof_of_address")), Done)


def test_several_acts_done_together_say_where_the_file_goes_as_one_alone_does(house: House) -> None:
    assert isinstance(act(house, AGENT, FILE, Together((AcceptPiece("identity_document"), Forward("691")))), Done)
    assert house.met(FILE).state.application.forwarded_elsewhere
    assert claim().channel == "post"


def test_a_claim_sent_on_leaves_the_work_of_the_one_and_comes_to_the_other(two: House) -> None:
    two.flow.look_again(two.journal)
    done(two, Forward("691"))
    assert isinstance(act(two, AGENT_ELSEWHERE, FILE, ReceiveForwarded()), Done)
    seen_later = FlowSeen()
    for flow in (two.flow, seen_later):
        flow.look_again(two.journal)
        assert (flow.on("751", DAY), flow.on("691", DAY)) == (Flow(1, 1), Flow(1, 0))
