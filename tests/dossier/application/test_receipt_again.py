"""A receipt that is sent again says so, says why, and does not take the place of the first."""

from datetime import date, timedelta

from ouverture.dossier.application.decisions import Deposit, IssueReceipt
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.telling import said
from tests.dossier.acting import after, opened, refused

DAY = date(2026, 1, 6)
LATER = DAY + timedelta(days=12)
CLAIM = Deposit(("identity_document",), ground="resident")


def test_it_is_not_sent_again_without_a_reason() -> None:
    refusal = refused(after(opened(), CLAIM, DAY), IssueReceipt("751"), LATER)
    assert refusal.code == "receipt_sent"
    assert "6 January 2026" in refusal.says.en


def test_sent_again_it_says_so_and_the_first_day_stays() -> None:
    outcome = run(after(opened(), CLAIM, DAY), IssueReceipt("751", why="the first one came back"), LATER, who="agent-1")
    assert isinstance(outcome, Appended)
    words = said(next(one for one in outcome.events if one.kind == "receipt_issued"))
    assert "This receipt is sent to you again; the first one is of Tuesday 6 January 2026." in words.en
    assert "the first one came back" in words.en
    assert "de nouveau" in words.fr
    assert outcome.file.application.receipt_on == DAY
    assert outcome.file.application.remedies_told


def test_the_first_receipt_and_that_of_a_new_claim_say_nothing_of_it() -> None:
    for one in (opened(), opened("recorded")):
        outcome = run(one, CLAIM, DAY)
        assert isinstance(outcome, Appended)
        receipts = [said(each).en for each in outcome.events if each.kind == "receipt_issued"]
        assert not any("again" in words for words in receipts)


def test_outside_a_second_letter_is_written_down_without_a_reason() -> None:
    file = after(after(opened("recorded"), CLAIM, DAY), IssueReceipt("751"), LATER, by="letter")
    outcome = run(file, IssueReceipt("751"), LATER + timedelta(days=3), "letter")
    assert isinstance(outcome, Appended)
    assert outcome.file.application.receipt_on == LATER
