"""A second claim: what was given with the first stays given (G6)."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, RefuseApplication
from ouverture.dossier.file import File
from ouverture.dossier.machine import Appended, run
from tests.dossier.acting import after, opened

DAY = date(2026, 3, 2)
AGAIN = DAY + timedelta(days=30)


def refused_once() -> File:
    papers = ("identity_document", "work_contract_or_payslip", "birth_certificate")
    file = after(opened(day=DAY), Deposit(papers, ground="employee"), DAY)
    for wanted in (AcceptPiece("identity_document"), RefuseApplication("residence_not_shown", "CSS R111-2")):
        file = after(file, wanted, DAY)
    return file


def test_a_paper_still_on_the_desk_is_not_forgotten() -> None:
    file = after(refused_once(), Deposit((), ground="employee"), AGAIN)
    statuses = {piece.name: piece.status for piece in file.application.pieces}
    assert statuses == {
        "identity_document": "accepted",
        "work_contract_or_payslip": "received",
        "birth_certificate": "received",
    }


def test_a_paper_given_with_the_first_claim_is_not_asked_for_again() -> None:
    outcome = run(refused_once(), Deposit((), ground="employee"), AGAIN)
    assert isinstance(outcome, Appended)
    assert "pieces_requested" not in [one.kind for one in outcome.events]
