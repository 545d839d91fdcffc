"""A civil-status paper that is on the caisse's desk is not asked of the person meanwhile."""

from datetime import date

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, ReceivePiece, RefuseApplication, RefusePiece
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.number.decisions import IssueWaitingNumber
from tests.dossier.acting import acts, after, opened

DAY = date(2026, 1, 6)
LATER = date(2026, 2, 2)


def asked() -> File:
    """A person with a waiting number, asked for the civil-status paper."""
    file = after(opened(), Deposit(("application_form", "identity_document"), ground="resident"), DAY)
    for wanted in (AcceptPiece("identity_document"), RecordSearch(), IssueWaitingNumber("298079940412382")):
        file = after(file, wanted, DAY)
    assert file.number.stage == "act_asked"
    return file


def test_it_is_asked_until_it_comes() -> None:
    assert "give_civil_status" in acts(asked(), LATER)


def test_once_it_is_here_the_caisse_owes_an_answer_and_the_person_nothing() -> None:
    file = after(asked(), ReceivePiece("birth_certificate"), LATER)
    assert "give_civil_status" not in acts(file, LATER)
    assert "judge_pieces" in acts(file, LATER)


def test_once_it_is_refused_it_is_asked_again() -> None:
    here = after(asked(), ReceivePiece("birth_certificate"), LATER)
    file = after(here, RefusePiece("birth_certificate", "unreadable", "a clear copy"), LATER)
    assert "give_civil_status_after_notice" in acts(file, LATER)


def test_one_that_comes_after_a_refusal_of_the_claim_is_still_judged() -> None:
    time_over = date(2026, 3, 9)
    refused = after(asked(), RefuseApplication("residence not shown", "CSS R111-2"), time_over)
    file = after(refused, ReceivePiece("birth_certificate"), time_over)
    assert "judge_pieces" in acts(file, time_over)
