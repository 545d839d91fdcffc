"""What a message claims to hold is in it: each mention that the law makes compulsory is looked for in what is sent."""

from datetime import date

import pytest

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.appeal.contestable import last_day
from ouverture.dossier.application.decisions import Deposit, RefuseApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File, replay
from ouverture.dossier.kernel import Event
from ouverture.dossier.machine import Appended, open_file, run
from ouverture.dossier.number.events import FormalNoticeSent, SuspensionConfirmed
from ouverture.dossier.rights.events import ClosingNotified
from ouverture.dossier.telling import letter, said
from tests.dossier.acting import AGENT

DAY = date(2026, 3, 2)
REFUSED = date(2026, 5, 11)
"""The time given for the papers is over."""
OF_THE_SERVICE = ("CPAM de Paris", "75948 PARIS CEDEX 19", "36 46", "https://www.ameli.fr")
HOW_TO_CONTEST = {
    "fr": ("par écrit", "commission de recours amiable", "dans les 2 mois", "75948 PARIS CEDEX 19"),
    "en": ("in writing", "appeal board (CRA)", "within 2 months", "75948 PARIS CEDEX 19"),
}


def opened(caisse: str = "751", silence: str = "refusal") -> File:
    found = open_file(OpenFile("p1", caisse, silence=silence), DAY)  # type: ignore[arg-type]
    assert isinstance(found, Appended)
    return found.file


def claimed(caisse: str = "751", silence: str = "refusal") -> Appended:
    outcome = run(opened(caisse, silence), Deposit(("identity_document",), ground="resident"), DAY)
    assert isinstance(outcome, Appended)
    return outcome


def the(kind: str, events: tuple[Event, ...]) -> Event:
    return next(one for one in events if one.kind == kind)


def test_a_receipt_holds_all_that_crpa_r112_5_asks() -> None:
    outcome = claimed()
    words = letter(outcome.events, outcome.file, DAY)
    decided = day_in_words(the("receipt_issued", outcome.events).implied_on)  # type: ignore[attr-defined]
    for part in (*OF_THE_SERVICE, *HOW_TO_CONTEST["fr"], "reçue le lundi 2 mars 2026", decided.fr):
        assert part in words.fr, part
    for part in (*OF_THE_SERVICE, *HOW_TO_CONTEST["en"], "received on Monday 2 March 2026", decided.en):
        assert part in words.en, part


def test_a_receipt_whose_silence_accepts_names_the_certificate_that_can_be_asked_for() -> None:
    outcome = claimed(silence="acceptance")
    assert "CRPA L232-3" in letter(outcome.events, outcome.file, DAY).fr


def test_a_receipt_that_cannot_hold_them_does_not_claim_to_and_no_time_runs() -> None:
    outcome = claimed("000")
    receipt = the("receipt_issued", outcome.events)
    assert receipt.remedies is False  # type: ignore[attr-defined]
    assert "does not say how to contest" in said(receipt).en
    refused = run(outcome.file, RefuseApplication("papers_missing", "CRPA L114-5"), REFUSED, who=AGENT)
    assert isinstance(refused, Appended)
    assert last_day(refused.file, "application_refused") is None


def test_a_refusal_says_before_whom_by_when_and_where() -> None:
    outcome = run(claimed().file, RefuseApplication("papers_missing", "CRPA L114-5"), REFUSED, who=AGENT)
    assert isinstance(outcome, Appended)
    words = letter(outcome.events, outcome.file, REFUSED)
    assert all(part in words.fr for part in HOW_TO_CONTEST["fr"])
    assert all(part in words.en for part in HOW_TO_CONTEST["en"])


@pytest.mark.parametrize("caisse", ["751", "000", ""])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_message_claims_what_it_does_not_hold(caisse: str, language: str) -> None:
    at = claimed().events[0].at
    told = (
        ClosingNotified(at, "stay", DAY, DAY, caisse == "751", caisse),
        SuspensionConfirmed(at, caisse == "751", caisse),
    )
    for one in told:
        words = getattr(said(one), language)
        held = all(part in words for part in HOW_TO_CONTEST[language])
        assert held is one.remedies


def test_a_formal_notice_says_where_the_paper_goes() -> None:
    words = said(FormalNoticeSent(claimed().events[0].at, "", "751"))
    assert all(part in words.fr for part in OF_THE_SERVICE)


def test_what_was_told_before_is_read_as_it_was() -> None:
    assert replay(claimed().events, opened()).application.remedies_told
