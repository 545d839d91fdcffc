"""Where the caisse is outside, what was written down is not asked for again, and each step names the next."""

from datetime import date
from typing import Any

from ouverture.dossier.appeal.decisions import DecideAppeal, LodgeAppeal
from ouverture.dossier.application.decisions import (
    Deposit,
    GrantApplication,
    ReceivePiece,
    RefuseApplication,
    RefusePiece,
)
from ouverture.dossier.duty import duties
from ouverture.dossier.file import File
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.number.decisions import AskCivilStatus, IssueWaitingNumber
from ouverture.dossier.obligations import obligations
from ouverture.dossier.rights.decisions import OpenRights
from tests.dossier.acting import acts, after, opened

DAY = date(2026, 1, 6)
PAPERS = ("application_form", "identity_document", "birth_certificate")
GROUND = "joins_insured_family"
NUMBER = IssueWaitingNumber("298079940412382")


def claimed(papers: tuple[str, ...] = PAPERS) -> File:
    return after(opened("recorded"), Deposit(papers, ground=GROUND), DAY)


def read(file: File, *letters: Any) -> File:
    for one in letters:
        file = after(file, one, DAY, "letter")
    return file


def settlers(file: File, act: str) -> tuple[str, ...]:
    return next(one.duty.settled_by for one in obligations(file, DAY) if one.act == act)


def test_once_the_decision_was_read_only_news_of_the_cover_opens_it() -> None:
    granted = read(claimed(), GrantApplication(GROUND, DAY), NUMBER)
    assert settlers(granted, "open_rights") == ("open_rights",)
    assert "open_rights" not in acts(read(granted, OpenRights(DAY, GROUND, DAY)), DAY)


def test_on_this_system_a_silence_that_granted_is_said_in_words() -> None:
    file = after(opened(), Deposit(PAPERS, ground=GROUND), DAY)
    assert file.connected
    assert duties()["open_rights"].settled_by[0] == "grant_application"


def test_a_granted_claim_says_that_the_identity_was_good_so_a_number_is_awaited() -> None:
    assert "search_number" in acts(read(claimed(), GrantApplication(GROUND, DAY)), DAY)
    assert "search_number" not in acts(claimed(), DAY)


def test_a_civil_status_paper_that_was_given_is_not_asked_for_and_the_number_is_awaited() -> None:
    file = read(claimed(), GrantApplication(GROUND, DAY), NUMBER)
    assert "certify" in acts(file, DAY)
    assert not {"ask_civil_status", "give_civil_status"} & acts(file, DAY)
    asked = read(claimed(PAPERS[:2]), GrantApplication(GROUND, DAY), NUMBER, AskCivilStatus())
    assert "give_civil_status" in acts(asked, DAY)
    given = after(asked, ReceivePiece("birth_certificate"), DAY)
    assert "give_civil_status" not in acts(given, DAY)
    assert "certify" in acts(given, DAY)
    back = read(given, RefusePiece("birth_certificate", "unreadable", "a clear copy"))
    assert "certify" not in acts(back, DAY)


def test_a_granted_appeal_is_carried_out_and_no_new_claim_is_wanted_meanwhile() -> None:
    refused = read(claimed(), RefuseApplication("papers missing", "CRPA L114-5"))
    assert "claim_again" in acts(refused, DAY)
    file = after(refused, LodgeAppeal("a1", "application_refused", "the papers were there"), DAY)
    assert "claim_again" in acts(file, DAY)
    won = read(file, DecideAppeal("a1", "granted", "the papers were there"))
    assert "claim_again" not in acts(won, DAY)
    assert "decide_again" in acts(won, DAY)
    assert broken_state(won, DAY) == []
    assert "decide_again" not in acts(read(won, GrantApplication(GROUND, DAY)), DAY)
