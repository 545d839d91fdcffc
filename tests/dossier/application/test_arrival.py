"""A claim in the post: what is known is the day it left, and the caisse's time runs from a proof of its arrival."""

from datetime import date, timedelta

import pytest

from ouverture.dossier.application.arrival import NoteArrival
from ouverture.dossier.application.decisions import Deposit, IssueReceipt, LetSilenceDecide, RequestPieces
from ouverture.dossier.application.silence import silence_on
from ouverture.dossier.envelope.decisions import IssueEnvelopeReceipt, RegisterEnvelope
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.machine import Appended, run, wake
from ouverture.dossier.obligations import headline, obligations
from tests.dossier.acting import acts, after, opened, refused

POSTED, ARRIVED, LATER = date(2026, 1, 6), date(2026, 1, 9), date(2026, 1, 20)
WITH_THE_POST = ("post", "registered_post")


def posted(channel: str = "registered_post", mode: str = "recorded") -> File:
    return after(opened(mode), Deposit(("identity_document",), channel, "joins_insured_family"), POSTED)


def seen(file: File, command: Command, on: date) -> File:
    outcome = run(file, command, on, "letter")
    assert isinstance(outcome, Appended), outcome
    return outcome.file


@pytest.mark.parametrize("channel", WITH_THE_POST)
def test_no_time_runs_from_the_day_it_was_posted_and_silence_decides_nothing(channel: str) -> None:
    file = posted(channel)
    assert file.application.on_its_way
    assert {"decide", "judge_pieces"}.isdisjoint(acts(file, POSTED))
    assert "issue_receipt" in acts(file, POSTED)
    first = headline(file, POSTED)
    assert first is not None
    assert (first.act, first.holder) == ("note_arrival", "person")
    months_later = wake(file, date(2026, 6, 1)).file
    assert months_later.application.stage == "open"


def test_the_two_months_are_counted_from_the_proof() -> None:
    file = after(posted(), NoteArrival(ARRIVED), LATER)
    claim = file.application
    assert (claim.posted_on, claim.received_on, claim.first_received_on) == (POSTED, ARRIVED, ARRIVED)
    assert silence_on(file) == date(2026, 3, 9)
    assert next(one for one in obligations(file, LATER) if one.act == "decide").due == date(2026, 3, 9)
    assert all(piece.since == ARRIVED for piece in claim.pieces)
    assert "note_arrival" not in acts(file, LATER)
    decided = run(file, LetSilenceDecide(), date(2026, 3, 10), "letter")
    assert isinstance(decided, Appended)


def test_a_day_read_wrongly_is_written_down_again() -> None:
    file = after(after(posted(), NoteArrival(LATER), LATER), NoteArrival(ARRIVED), LATER)
    assert silence_on(file) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("day", "code"),
    [(POSTED - timedelta(days=1), "arrived_before_posted"), (LATER + timedelta(days=1), "arrival_to_come")],
)
def test_a_day_that_cannot_be_is_refused(day: date, code: str) -> None:
    assert refused(posted(), NoteArrival(day), LATER).code == code


@pytest.mark.parametrize("command", [IssueReceipt("CPAM de Paris"), RequestPieces(("birth_certificate",))])
def test_what_the_caisse_writes_shows_that_it_had_arrived_by_then(command: Command) -> None:
    claim = seen(posted(), command, LATER).application
    assert not claim.on_its_way
    assert claim.received_on == LATER


def test_the_receipt_of_its_envelope_is_a_proof_and_nobody_owes_two_receipts_for_one_envelope() -> None:
    file = after(posted(), RegisterEnvelope("first", ("identity",), "registered_post"), POSTED)
    assert "acknowledge_envelope" not in acts(file, POSTED)
    assert seen(file, IssueEnvelopeReceipt("first"), LATER).application.received_on == LATER


@pytest.mark.parametrize(("channel", "mode"), [("counter", "recorded"), ("upload", "recorded"), ("post", "connected")])
def test_what_is_handed_in_and_what_comes_to_a_caisse_here_has_arrived(channel: str, mode: str) -> None:
    file = posted(channel, mode)
    assert not file.application.on_its_way
    assert "decide" in acts(file, POSTED)
    assert refused(file, NoteArrival(POSTED), POSTED).code == "claim_not_posted"


def test_a_slip_that_does_not_come_is_looked_for_again_and_hides_no_late_office() -> None:
    late = date(2026, 3, 2)
    file = wake(posted(), late).file
    found = {one.act: one.due for one in obligations(file, late)}
    assert found["note_arrival"] >= late
    assert "ask_office_again" in found
