"""What happens at counters and beside the file has events of its own, with who acts next and by when."""

from datetime import date, timedelta

from ouverture.dossier.application.decisions import (
    AskFormality,
    Deposit,
    NotePreparation,
    ReceivePiece,
    ReportRefusedByWord,
)
from ouverture.dossier.envelope.count import count
from ouverture.dossier.envelope.decisions import MovePage, RegisterEnvelope
from ouverture.dossier.file import File
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.number.decisions import ConfirmNumber, ReportNumberRejected
from ouverture.dossier.obligations import obligations
from tests.dossier.acting import acts, after, opened, refused
from tests.dossier.certified import CERTIFIED, certified

DAY = date(2026, 1, 6)


def claimed(mode: str = "connected") -> File:
    return after(opened(mode), Deposit(("identity_document",), ground="resident"), DAY)


def test_a_refusal_by_word_of_mouth_is_kept_and_stops_nothing() -> None:
    file = after(opened(), ReportRefusedByWord("come back with a birth certificate", "counter 4"), DAY)
    assert (file.application.stage, file.application.refused_by_word_on) == ("none", DAY)
    assert "deposit_application" in acts(file, DAY)
    assert "lodge_appeal" not in acts(file, DAY)
    assert refused(file, ReportRefusedByWord(" "), DAY).code == "words_missing"


def test_a_translation_is_asked_for_on_a_text_and_goes_once_the_paper_comes() -> None:
    assert refused(claimed(), AskFormality("birth_certificate", "translation"), DAY).code == "no_ground_to_ask"
    file = after(claimed(), AskFormality("birth_certificate", "apostille", "CSS R161-1"), DAY)
    owed = next(one for one in obligations(file, DAY) if one.act == "get_formality")
    assert (owed.holder, owed.about) == ("person", "birth_certificate")
    assert "get_formality" not in acts(after(file, ReceivePiece("birth_certificate"), DAY), DAY)


def test_outside_a_formality_without_a_text_is_written_down_all_the_same() -> None:
    outcome = run(claimed("recorded"), AskFormality("birth_certificate", "apostille"), DAY, "letter")
    assert isinstance(outcome, Appended)
    assert outcome.file.application.formalities[0].formality == "apostille"


def test_a_number_that_a_hospital_rejects_is_checked_by_a_day_and_confirmed() -> None:
    file = after(certified(), ReportNumberRejected("hospital", "unknown"), CERTIFIED)
    owed = next(one for one in obligations(file, CERTIFIED) if one.act == "confirm_number")
    assert (owed.holder, owed.due) == ("caisse", CERTIFIED + timedelta(days=10))
    confirmed = run(file, ConfirmNumber(), CERTIFIED)
    assert isinstance(confirmed, Appended)
    assert "confirm_number" not in acts(confirmed.file, CERTIFIED)
    assert any(one.kind == "message_queued" for one in confirmed.events)


def test_a_step_before_the_claim_is_followed_until_it_is_done_and_hides_no_claim() -> None:
    file = after(opened(), NotePreparation("visa", awaited_on=DAY + timedelta(days=30)), DAY)
    assert {"follow_preparation", "deposit_application"} <= acts(file, DAY)
    assert "follow_preparation" not in acts(after(file, NotePreparation("visa", done=True), DAY), DAY)


def test_two_persons_forms_in_one_envelope_each_go_to_their_file_and_none_is_lost() -> None:
    file = after(opened(), RegisterEnvelope("env1", ("my form", "my sister's form")), DAY)
    assert refused(file, MovePage("env1", "my sister's form", ""), DAY).code == "page_goes_nowhere"
    file = after(file, MovePage("env1", "my sister's form", "f2"), DAY)
    found = count(file)
    assert (found.came_in, found.moved, found.unsorted, found.balances) == (2, 1, 1, True)
    assert refused(file, MovePage("env1", "my sister's form", "f3"), DAY).code == "page_already_sorted"
