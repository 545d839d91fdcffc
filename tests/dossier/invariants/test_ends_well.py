"""It can end well: what follows a refusal, a granted appeal, a late office, and what comes first on the page."""

from datetime import date, timedelta

import pytest

from ouverture.dossier.appeal.decisions import DecideAppeal, LodgeAppeal
from ouverture.dossier.application.decisions import AcceptPiece, Deposit, RefuseApplication, RefusePiece
from ouverture.dossier.application.events import ApplicationGranted, ApplicationRefused, PiecesRequested
from ouverture.dossier.card.events import CardOrdered
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File, evolve
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.kernel import Moment
from ouverture.dossier.machine import Appended, run, wake
from ouverture.dossier.number.events import WaitingNumberIssued
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.rights.events import RightsOpened
from ouverture.dossier.telling import said
from tests.dossier.acting import acts, after, opened, refused
from tests.dossier.certified import certified

DAY = date(2026, 1, 6)
REFUSED = date(2026, 3, 9)
"""The time given for the papers is over."""
PAPERS = ("identity_document", "application_form")


def claimed(mode: str = "connected") -> File:
    return after(opened(mode), Deposit(PAPERS, ground="joins_insured_family"), DAY)


def refused_claim() -> File:
    file = after(claimed(), RefusePiece("identity_document", "unreadable", "a clear copy"), DAY)
    return after(file, RefuseApplication("papers_missing", "CRPA L114-5"), REFUSED)


def test_after_a_refusal_the_new_claim_is_an_act_with_what_was_missing() -> None:
    again = next(one for one in obligations(refused_claim(), REFUSED) if one.act == "claim_again")
    assert (again.holder, again.duty.toward_card) == ("person", True)
    assert "Identity document" in again.says.en
    assert "review_file" not in acts(refused_claim(), REFUSED)


def test_it_still_is_once_the_time_to_contest_is_over() -> None:
    late = REFUSED + timedelta(days=400)
    file = wake(refused_claim(), late).file
    assert "claim_again" in acts(file, late)
    assert "lodge_appeal" not in acts(file, late)
    assert broken_state(file, late) == []


def test_a_refusal_says_what_the_law_lets_come_later() -> None:
    words = said(ApplicationRefused(Moment(DAY, "caisse"), "papers_missing", "CRPA L114-5", True,
                                    ("identity_document", "birth_certificate"), ("birth_certificate",)))  # fmt: skip
    assert "CSS R114-7 III" in words.en
    assert "A new claim can be sent now" in words.en


def test_a_granted_appeal_opens_the_claim_again_and_it_cannot_be_refused_again() -> None:
    file = after(refused_claim(), LodgeAppeal("a1", "application_refused", "the copy is clear"), REFUSED)
    outcome = run(file, DecideAppeal("a1", "granted", "the papers show it"), REFUSED)
    assert isinstance(outcome, Appended)
    assert "application_reopened" in {one.kind for one in outcome.events}
    assert outcome.file.application.stage == "open"
    assert outcome.file.application.first_received_on == DAY
    assert {"decide", "decide_again"} <= acts(outcome.file, REFUSED)
    again = RefuseApplication("papers_missing", "CRPA L114-5")
    assert refused(outcome.file, again, REFUSED).code == "appeal_was_granted"


def test_the_time_to_decide_again_runs_from_the_reopening() -> None:
    later = REFUSED + timedelta(days=50)
    file = after(refused_claim(), LodgeAppeal("a1", "application_refused", "the copy is clear"), REFUSED)
    file = after(file, DecideAppeal("a1", "granted", "the papers show it"), later)
    owed = next(one for one in obligations(file, later) if one.act == "decide")
    assert owed.due > later + timedelta(days=50)


def test_a_late_office_outside_becomes_the_persons_dated_act_and_no_longer_hides_the_rest() -> None:
    late = date(2026, 3, 2)
    file = wake(claimed("recorded"), late).file
    first = headline(file, late)
    assert first is not None
    assert first.due >= late
    pressing = next(one for one in obligations(file, late) if one.act == "ask_office_again")
    assert pressing.due >= late
    assert "The caisse" in pressing.says.en
    asked = RecordExchange("e1", "letter", "CPAM", "the file is being looked at")
    assert "ask_office_again" not in acts(after(file, asked, late), late)


def test_a_legal_day_of_the_person_comes_before_what_is_due_earlier() -> None:
    near = REFUSED + timedelta(days=45)
    file = wake(refused_claim(), near).file
    first = headline(file, near)
    assert first is not None
    assert first.act == "lodge_appeal"
    assert min(obligations(file, near), key=lambda one: one.due).due <= first.due


@pytest.mark.parametrize("number", [False, True])
def test_a_quiet_file_outside_without_a_permanent_number_asks_what_is_missing(number: bool) -> None:
    seen = Moment(DAY, "letter")
    file = evolve(claimed("recorded"), ApplicationGranted(seen, "resident", DAY, (), DAY))
    file = evolve(file, RightsOpened(seen, DAY, "resident", DAY))
    owed = acts(evolve(file, WaitingNumberIssued(seen, "291079940412337")) if number else file, DAY)
    assert "review_file" not in owed
    assert owed & {"ask_what_is_missing", "ask_civil_status"}


def test_a_card_ordered_outside_on_a_waiting_number_is_not_said_to_be_made() -> None:
    seen = Moment(DAY, "letter")
    file = evolve(claimed("recorded"), WaitingNumberIssued(seen, "291079940412337"))
    file = evolve(file, CardOrdered(seen, "plastic", "account", None))
    assert "produce_card" not in acts(file, DAY)


def test_a_paper_asked_for_without_a_text_is_not_the_persons_duty() -> None:
    asked = PiecesRequested(Moment(DAY, "letter"), ("bank_details", "identity_document"), ("", "CRPA L114-5"), DAY)
    owed = {one.act: one.about for one in obligations(evolve(claimed("recorded"), asked), DAY)}
    assert (owed["give_pieces"], owed["ask_for_basis"]) == ("identity_document", "bank_details")


def test_what_another_body_promised_is_not_asked_of_the_caisse() -> None:
    promise = RecordExchange("e1", "call", "the consulate of Morocco", "an apostille", "the act", DAY + timedelta(3),
                             whose="consulate")  # fmt: skip
    for mode in ("connected", "recorded"):
        file = after(opened(mode), promise, DAY)
        assert next(one.holder for one in obligations(file, DAY) if one.about == "e1") == "third_party"
        late = DAY + timedelta(days=5)
        broken = {one.act for one in obligations(wake(file, late).file, late) if one.about == "e1"}
        assert broken == {"ask_third_party_again"}


def test_nobody_who_is_covered_is_told_to_contest_the_refusal_of_before() -> None:
    seen = Moment(DAY, "letter")
    file = evolve(claimed("recorded"), ApplicationRefused(seen, "x", "y", True))
    assert "lodge_appeal" in acts(file, DAY)
    assert "lodge_appeal" not in acts(evolve(file, RightsOpened(seen, DAY, "resident", DAY)), DAY)


def test_identity_that_was_never_shown_is_asked_of_the_person_when_silence_granted_the_claim() -> None:
    file = after(opened(), Deposit(("application_form",), ground="joins_insured_family"), DAY)
    granted = evolve(file, ApplicationGranted(Moment(DAY, "caisse"), "joins_insured_family", DAY, (), DAY))
    assert "show_identity" in acts(granted, DAY)


def test_a_file_with_its_card_is_only_looked_at() -> None:
    file = evolve(certified(), CardOrdered(Moment(DAY, "person"), "plastic", "account", None))
    assert not acts(file, DAY) & {"say_what_is_missing", "ask_what_is_missing", "claim_again"}


def test_the_way_on_leads_through_papers_that_are_judged() -> None:
    file = after(claimed(), AcceptPiece("identity_document"), DAY)
    assert any(one.duty.toward_card for one in obligations(file, DAY))
