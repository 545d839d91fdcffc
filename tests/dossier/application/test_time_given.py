"""The time given to the person is kept, and a new claim takes away no right to contest an earlier refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ouverture.dossier.appeal.contestable import contestable, last_day
from ouverture.dossier.appeal.decisions import DecideAppeal, LodgeAppeal
from ouverture.dossier.application.decisions import (
    AcceptPiece,
    Deposit,
    GrantApplication,
    RefuseApplication,
    RequestPieces,
    Withdraw,
)
from ouverture.dossier.application.events import SilenceDecided
from ouverture.dossier.file import File, evolve
from ouverture.dossier.kernel import Moment
from ouverture.dossier.messages.decisions import ConfirmDelivery
from ouverture.dossier.rights.events import ClosingNotified, RightsClosed, RightsOpened
from tests.dossier.acting import acts, after, opened, refused

DAY = date(2026, 3, 2)
DUE = DAY + timedelta(days=40)
PAPERS = ("identity_document", "work_contract_or_payslip", "birth_certificate", "bank_details", "application_form")
REFUSAL = RefuseApplication("residence_not_shown", "CSS R111-2")


def claimed() -> File:
    file = after(opened(day=DAY), Deposit(PAPERS, ground="employee"), DAY)
    return after(file, AcceptPiece("identity_document"), DAY)


def told(file: File, day: date) -> File:
    for one in file.messages.on_their_way:
        file = after(file, ConfirmDelivery(one.message), day)
    return file


def refused_then_claimed_again() -> File:
    file = told(after(claimed(), REFUSAL, DAY), DAY)
    return after(file, Deposit((), ground="employee"), DAY + timedelta(days=5))


@pytest.mark.parametrize("article", ["CRPA L114-5", "CSS R111-2"])
def test_no_refusal_before_the_time_given_for_a_paper_is_over(article: str) -> None:
    file = after(claimed(), RequestPieces(("work_contract_or_payslip",), DUE), DAY)
    refusal = refused(file, RefuseApplication("not shown", article), DUE)
    assert (refusal.code, refusal.by, refusal.who_can_act) == ("papers_time_runs", DUE, "person")
    assert after(file, RefuseApplication("not shown", article), DUE + timedelta(days=1)).application.stage == "refused"
    assert after(file, GrantApplication("employee", DAY), DUE).application.stage == "accepted"


def test_a_refusal_is_still_contested_after_a_new_claim_and_the_appeal_reopens_nothing_twice() -> None:
    file = refused_then_claimed_again()
    later = DAY + timedelta(days=10)
    assert [one.against for one in contestable(file)] == ["application_refused"]
    assert last_day(file, "application_refused") == last_day(told(after(claimed(), REFUSAL, DAY), DAY))
    assert {"lodge_appeal", "decide"} <= acts(file, later)
    file = after(file, LodgeAppeal("a1", "application_refused", "I live in France."), later)
    assert "lodge_appeal" not in acts(file, later)
    file = after(file, DecideAppeal("a1", "granted", "the lease shows it"), later)
    assert refused(file, REFUSAL, later).code == "appeal_was_granted"
    assert after(file, GrantApplication("employee", DAY), later).appeal.items[0].stage == "carried_out"


def test_it_is_still_contested_when_the_new_claim_is_withdrawn_or_granted_but_presses_nobody_who_is_covered() -> None:
    later = DAY + timedelta(days=10)
    withdrawn = after(refused_then_claimed_again(), Withdraw(), later)
    assert "lodge_appeal" in acts(withdrawn, later)
    granted = after(refused_then_claimed_again(), GrantApplication("employee", DAY), later)
    assert [one.against for one in contestable(granted)] == ["application_refused"]
    assert "lodge_appeal" not in acts(granted, later)


def test_a_refusal_by_silence_and_one_in_words_are_both_contested_each_with_its_own_day() -> None:
    silent = evolve(claimed(), SilenceDecided(Moment(DAY + timedelta(days=70), "clock"), "refusal"))
    again = after(silent, Deposit((), ground="employee"), DAY + timedelta(days=80))
    both = told(after(again, REFUSAL, DAY + timedelta(days=85)), DAY + timedelta(days=85))
    found = {one.against: one.known for one in contestable(both)}
    assert found == {"application_refused": DAY + timedelta(days=85), "implied_refusal": date(2026, 5, 2)}


def test_a_closing_is_still_contested_once_cover_has_opened_again() -> None:
    at = Moment(DAY, "caisse")
    file = claimed()
    for one in (
        RightsOpened(at, DAY, "employee", DAY),
        ClosingNotified(at, "stability", DAY, DAY + timedelta(days=60), True, "751"),
        RightsClosed(at, "stability", DAY + timedelta(days=60)),
        RightsOpened(at, DAY + timedelta(days=90), "employee", DAY),
    ):
        file = evolve(file, one)
    assert [one.against for one in contestable(file)] == ["rights_closing"]
    assert "lodge_appeal" not in acts(file, DAY + timedelta(days=91))
