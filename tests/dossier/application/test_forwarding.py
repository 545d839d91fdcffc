"""A claim sent to the wrong caisse is forwarded, and the first day stays the person's (CRPA L114-2, L114-3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, Forward, ReceiveForwarded, ReceivePiece
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.machine import Appended, open_file, run, wake
from ouverture.dossier.obligations import headline, obligations
from tests.dossier.acting import acts, after, refused

DAY = date(2026, 3, 2)
PAPERS = ("identity_document", "work_contract_or_payslip")


def deposited(silence: Any = "refusal") -> File:
    opened = open_file(OpenFile("person-1", "751", "connected", ("letter",), silence), DAY)
    assert isinstance(opened, Appended)
    return after(opened.file, Deposit(PAPERS, ground="employee"), DAY)


def test_a_forwarded_claim_still_has_a_holder_and_a_day() -> None:
    file = after(deposited(), Forward("671"), DAY + timedelta(days=5))
    first = headline(file, DAY + timedelta(days=5))
    assert first is not None
    assert (first.holder, first.act, first.about) == ("other_caisse", "receive_forwarded_application", "671")


def test_silence_read_as_refusal_runs_from_the_first_receipt_while_it_travels() -> None:
    file = after(deposited(), Forward("671"), DAY + timedelta(days=5))
    by = next(one.due for one in obligations(file, DAY) if one.act == "decide")
    assert by == next(one.due for one in obligations(deposited(), DAY) if one.act == "decide")
    assert wake(file, by + timedelta(days=1)).file.application.stage == "refused"


def test_silence_read_as_acceptance_waits_for_the_right_caisse() -> None:
    file = after(deposited("acceptance"), Forward("671"), DAY + timedelta(days=5))
    assert "decide" not in acts(file, DAY + timedelta(days=5))
    arrived = DAY + timedelta(days=9)
    there = after(file, ReceiveForwarded(), arrived)
    by = next(one.due for one in obligations(there, arrived) if one.act == "decide")
    assert by > next(one.due for one in obligations(deposited("acceptance"), DAY) if one.act == "decide")


def test_the_right_caisse_takes_the_file_acknowledges_and_goes_on() -> None:
    outcome = run(after(deposited(), Forward("671"), DAY), ReceiveForwarded(), DAY + timedelta(days=3))
    assert isinstance(outcome, Appended)
    kinds = [one.kind for one in outcome.events]
    assert kinds == ["forwarded_application_received", "taken_over", "receipt_issued", "message_queued"]
    assert (outcome.file.attachment.caisse, outcome.file.application.stage) == ("671", "open")
    assert after(outcome.file, AcceptPiece("identity_document"), DAY + timedelta(days=4)).application.pieces


def test_a_paper_that_comes_meanwhile_is_not_lost() -> None:
    file = after(deposited(), Forward("671"), DAY)
    assert "birth_certificate" in {
        piece.name for piece in after(file, ReceivePiece("birth_certificate"), DAY).application.pieces
    }


@pytest.mark.parametrize(
    ("wanted", "code"), [(Forward("751"), "forwarded_to_itself"), (Forward(""), "forwarded_to_itself")]
)
def test_a_claim_is_forwarded_to_another_caisse(wanted: Forward, code: str) -> None:
    assert refused(deposited(), wanted, DAY).code == code


def test_nothing_arrives_that_was_not_sent() -> None:
    assert refused(deposited(), ReceiveForwarded(), DAY).code == "nothing_forwarded"
