"""What has reached the office in an envelope is no longer the person's to send, whenever somebody opens it."""

from datetime import date, timedelta

from ouverture.dossier.application.decisions import (
    AcceptPiece,
    Deposit,
    Forward,
    ReceiveForwarded,
    ReceivePiece,
    RefuseApplication,
)
from ouverture.dossier.envelope.decisions import AttachPage, DestroyPage, RegisterEnvelope, ResendEnvelope
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.machine import run, wake
from ouverture.dossier.messages.decisions import ConfirmDelivery
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.refusals import Refusal
from tests.dossier.acting import acts, after, opened, refused

DAY = date(2026, 1, 6)
LATER = DAY + timedelta(days=10)


def asked(mode: str = "connected") -> File:
    """A claim whose missing papers were asked for: the clock of the office stands still."""
    file = after(opened(mode), Deposit(("identity_document",), ground="joins_insured_family"), DAY)
    return after(file, AcceptPiece("identity_document"), DAY) if mode == "connected" else file


def sent(file: File) -> File:
    return after(file, RegisterEnvelope("e1", file.application.missing), LATER)


def test_the_time_of_the_office_runs_from_the_arrival_of_the_last_papers_asked_for() -> None:
    file = asked()
    assert file.application.stopped
    assert not sent(file).application.stopped
    assert sent(file).application.stops[-1][1] == LATER


def test_it_stands_while_one_of_them_is_not_in_the_envelope() -> None:
    first, *_ = asked().application.missing
    file = after(asked(), RegisterEnvelope("e1", (first,)), LATER)
    assert len(asked().application.missing) > 1
    assert file.application.stopped
    assert "give_pieces" in acts(file, LATER)


def test_it_runs_again_when_the_rest_is_brought_to_the_counter() -> None:
    first, *others = asked().application.missing
    file = after(asked(), RegisterEnvelope("e1", (first,)), LATER)
    for paper in others:
        file = after(file, ReceivePiece(paper), LATER)
    assert not file.application.stopped
    assert broken_state(file, LATER) == []


def test_it_runs_once_the_claim_is_at_the_right_caisse_when_the_last_papers_came_on_its_way() -> None:
    on_its_way = sent(after(asked(), Forward("671"), DAY))
    there = after(on_its_way, ReceiveForwarded(), LATER + timedelta(days=3))
    assert not there.application.stopped
    assert broken_state(there, LATER + timedelta(days=3)) == []


def test_the_person_owes_no_sheet_that_lies_on_the_desk() -> None:
    assert "give_pieces" in acts(asked(), LATER)
    here = sent(asked())
    assert "give_pieces" not in acts(here, LATER)
    assert "sort_envelope" in acts(here, LATER)
    assert broken_state(here, LATER) == []


def test_a_sheet_that_was_no_paper_is_owed_again() -> None:
    here = sent(asked())
    for page in asked().application.missing:
        here = after(here, DestroyPage("e1", page, "a blank page, agent 1"), LATER)
    assert set(asked().application.missing) <= set(here.application.missing)


def waiting_for_the_act() -> File:
    file = asked()
    for wanted in (RecordSearch(), IssueWaitingNumber("298079940412382")):
        file = after(file, wanted, DAY)
    for one in file.messages.on_their_way:
        file = after(file, ConfirmDelivery(one.message), DAY)
    assert file.number.stage == "act_asked"
    return file


def test_no_notice_and_no_suspension_while_the_act_lies_in_an_unopened_envelope() -> None:
    long_after = DAY + timedelta(days=120)
    assert wake(waiting_for_the_act(), long_after).file.number.stage == "notice"
    file = after(waiting_for_the_act(), RegisterEnvelope("e1", ("birth_certificate",)), LATER)
    assert "give_civil_status" not in acts(file, LATER)
    late = wake(file, long_after).file
    assert late.number.stage == "act_asked"
    assert "sort_envelope" in acts(late, long_after)


def test_outside_an_envelope_is_on_its_way_and_stops_nothing() -> None:
    file = after(asked("recorded"), RegisterEnvelope("e1", ("identity_document",)), LATER)
    assert after(file, ResendEnvelope("e1", "e2", "no receipt came"), LATER).envelope.pages_in == 2


def test_a_claim_is_not_refused_for_missing_papers_that_are_on_the_desk() -> None:
    for here in (sent(asked()), _attached(sent(asked()))):
        refusal = refused(here, RefuseApplication("papers_missing", "CRPA L. 114-5"), LATER)
        assert refusal.code == "papers_not_judged"
        assert refusal.piece
    time_over = asked().application.requested_due
    assert time_over
    for file, article, day in (
        (asked(), "CRPA L114-5", time_over + timedelta(days=1)),
        (sent(asked()), "CSS R111-2", LATER),
    ):
        outcome = run(file, RefuseApplication("not shown", article), day, who="agent-1")
        assert not isinstance(outcome, Refusal), outcome


def _attached(file: File) -> File:
    for page in file.application.missing:
        file = after(file, AttachPage("e1", page, page), LATER)
    return file
