from datetime import date
from typing import Any

import pytest

from ouverture.dossier.appeal.contestable import last_day
from ouverture.dossier.appeal.decisions import (
    AcknowledgeAppeal,
    CarryOutAppeals,
    DecideAppeal,
    LetSilenceAnswerAppeal,
    LodgeAppeal,
    WithdrawAppeal,
)
from ouverture.dossier.appeal.events import AppealAcknowledged, AppealImplied
from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication, RefuseApplication
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File, evolve, replay
from ouverture.dossier.kernel import Command, Event, Moment
from ouverture.dossier.machine import wake
from ouverture.dossier.messages.decisions import ConfirmDelivery
from ouverture.dossier.number.events import SuspensionConfirmed, WaitingNumberIssued
from ouverture.dossier.obligations import obligations
from ouverture.dossier.rights.events import ClosingNotified, RightsClosed, RightsOpened
from ouverture.law.rulebook import rulebook
from tests.dossier.acting import acts, after, opened, refused

REFUSED, TOLD, LAST = date(2026, 2, 2), date(2026, 2, 5), date(2026, 4, 5)
OFF = frozenset({"remind_the_person", "escalate_an_office"})


def deposited(mode: Any = "connected") -> File:
    return after(opened(mode), Deposit(("identity_document",)), date(2026, 1, 12))


def application_refused(mode: Any = "connected", remedies: bool = True) -> File:
    return after(deposited(mode), RefuseApplication("no stable residence", "CSS L111-2-3", remedies), REFUSED)


def told(file: File, day: date = TOLD) -> File:
    for one in file.messages.on_their_way:
        file = after(file, ConfirmDelivery(one.message), day)
    return file


def lodged(file: File, day: date = date(2026, 3, 2), against: Any = "application_refused") -> File:
    return after(file, LodgeAppeal("a1", against, "I live in France."), day)


def happened(file: File, *events: Event) -> File:
    return replay(events, file)


def by_caisse(day: date) -> Moment:
    return Moment(day, "caisse")


def test_the_time_to_appeal_runs_from_the_day_the_person_was_told() -> None:
    assert last_day(told(application_refused())) == LAST


def test_no_time_runs_while_nothing_shows_that_the_person_was_told() -> None:
    assert last_day(application_refused()) is None


def test_no_time_runs_when_the_notice_does_not_say_how_to_appeal() -> None:
    file = application_refused("recorded", remedies=False)
    assert last_day(file) is None
    assert lodged(file, date(2027, 1, 4)).appeal.items[0].stage == "lodged"


def test_an_appeal_on_the_last_day_is_taken_and_the_day_after_is_refused() -> None:
    file = told(application_refused())
    assert lodged(file, LAST).appeal.items
    refusal = refused(file, LodgeAppeal("a1", "application_refused", "late"), date(2026, 4, 6))
    assert (refusal.code, refusal.by) == ("appeal_too_late", LAST)
    assert "did not say how to appeal" in refusal.says.en


def test_a_late_appeal_seen_from_outside_is_recorded_as_it_happened() -> None:
    wanted = LodgeAppeal("a1", "application_refused", "late")
    assert after(application_refused("recorded"), wanted, date(2026, 6, 1), "letter").appeal.items


def test_the_person_may_contest_and_is_shown_the_last_day() -> None:
    owed = next(one for one in obligations(told(application_refused()), TOLD) if one.act == "lodge_appeal")
    assert (owed.holder, owed.due, owed.basis) == ("person", LAST, "article")
    assert "lodge_appeal" not in acts(told(application_refused()), date(2026, 4, 6))


def test_silence_on_the_claim_can_be_contested() -> None:
    file = wake(deposited(), date(2026, 3, 20), OFF).file
    assert file.application.implied
    assert last_day(file) == date(2026, 5, 12)
    assert lodged(file, date(2026, 4, 1), "implied_refusal").appeal.items


def test_a_closing_notice_can_be_contested() -> None:
    notified = ClosingNotified(by_caisse(REFUSED), "stay", REFUSED, date(2026, 4, 1), True)
    file = happened(
        opened("recorded"), RightsOpened(by_caisse(date(2026, 1, 5)), date(2026, 1, 5), "x", REFUSED), notified
    )
    assert last_day(file, "rights_closing") == date(2026, 4, 2)
    assert "lodge_appeal" not in acts(file, date(2026, 2, 3))
    closed = happened(file, RightsClosed(by_caisse(date(2026, 3, 19)), "stay", date(2026, 3, 19)))
    assert "lodge_appeal" in acts(closed, date(2026, 3, 20))


def test_a_confirmed_suspension_can_be_contested() -> None:
    at = by_caisse(REFUSED)
    file = happened(opened("recorded"), WaitingNumberIssued(at, "x"), SuspensionConfirmed(at, True))
    assert last_day(file) == date(2026, 4, 2)
    assert lodged(file, TOLD, "number_suspension").appeal.items


def test_a_board_acknowledges_at_once_and_says_when_silence_answers() -> None:
    file = lodged(told(application_refused()))
    assert file.appeal.items[0].stage == "acknowledged"
    owed = next(one for one in obligations(file, date(2026, 3, 2)) if one.act == "answer_appeal")
    assert (owed.holder, owed.due) == ("caisse", date(2026, 5, 2))


def test_without_its_policy_the_receipt_is_owed() -> None:
    wanted = LodgeAppeal("a1", "application_refused", "x")
    off = frozenset({"acknowledge_the_appeal"})
    file = after(told(application_refused()), wanted, date(2026, 3, 2), None, off)
    assert "acknowledge_appeal" in acts(file, date(2026, 3, 2))
    known = after(file, AcknowledgeAppeal("a1"), date(2026, 3, 4))
    assert "acknowledge_appeal" not in acts(known, date(2026, 3, 4))


def test_silence_rejects_the_day_after_the_boards_time_and_never_before() -> None:
    file = lodged(told(application_refused()))
    assert wake(file, date(2026, 5, 2), OFF).file.appeal.items[0].stage == "acknowledged"
    outcome = wake(file, date(2026, 5, 10), OFF)
    implied = next(one for one in outcome.events if isinstance(one, AppealImplied))
    assert (implied.on, implied.by) == (date(2026, 5, 3), "clock")
    still = wake(file, date(2026, 5, 10), OFF | {"silence_rejects_the_appeal"}).file
    assert still.appeal.items[0].stage == "acknowledged"


def test_after_the_boards_silence_the_court_may_be_asked_for_two_months() -> None:
    file = wake(lodged(told(application_refused())), date(2026, 5, 3), OFF).file
    assert last_day(file, "application_refused", "court") == date(2026, 7, 2)
    assert "go_to_court" in acts(file, date(2026, 5, 4))
    court = after(file, LodgeAppeal("a2", "application_refused", "x", "court"), date(2026, 5, 20))
    assert "follow_court" in acts(court, date(2026, 5, 20))
    late = refused(file, LodgeAppeal("a2", "application_refused", "x", "court"), date(2026, 7, 3))
    assert late.code == "appeal_too_late"


def test_the_courts_time_does_not_run_when_the_receipt_was_incomplete() -> None:
    off = frozenset({"acknowledge_the_appeal"})
    file = after(
        told(application_refused()), LodgeAppeal("a1", "application_refused", "x"), date(2026, 3, 2), None, off
    )
    file = wake(file, date(2026, 5, 3), OFF).file
    assert last_day(file, "application_refused", "court") is None


def test_a_medical_decision_goes_to_the_medical_board_which_has_four_months() -> None:
    file = after(opened(), LodgeAppeal("a1", "medical_decision", "x", "cmra"), date(2026, 3, 2))
    owed = next(one for one in obligations(file, date(2026, 3, 2)) if one.act == "answer_medical_appeal")
    assert owed.due == date(2026, 7, 2)


def test_the_mediator_stops_the_clock_once_the_complaint_is_admissible() -> None:
    file = told(application_refused())
    file = after(file, RecordExchange("c1", "call", "an agent", "no"), date(2026, 2, 10))
    file = after(file, LodgeAppeal("m1", "application_refused", "x", "mediator"), date(2026, 2, 12))
    assert last_day(file) == LAST
    assert {"mediator_answers", "acknowledge_appeal"} <= acts(file, date(2026, 2, 12))
    file = after(file, AcknowledgeAppeal("m1"), date(2026, 2, 20))
    assert last_day(file) is None
    file = after(file, DecideAppeal("m1", "rejected", "the papers do not show it"), date(2026, 3, 2))
    assert last_day(file) == date(2026, 4, 15)


def test_a_granted_appeal_makes_the_caisse_decide_again() -> None:
    file = after(
        lodged(told(application_refused())), DecideAppeal("a1", "granted", "the lease shows it"), date(2026, 3, 20)
    )
    owed = next(one for one in obligations(file, date(2026, 3, 20)) if one.act == "decide_again")
    assert (owed.holder, owed.about) == ("caisse", "a1")
    file = after(file, AcceptPiece("identity_document"), date(2026, 3, 21))
    file = after(file, GrantApplication(_ground(), date(2026, 1, 12)), date(2026, 3, 21))
    assert file.appeal.items[0].stage == "carried_out"
    assert "decide_again" not in acts(file, date(2026, 3, 21))


def _ground() -> str:
    return next(iter(rulebook().on(date(2026, 3, 21)).ground))


def test_with_its_policy_off_the_granted_appeal_stays_owed() -> None:
    file = after(lodged(told(application_refused())), DecideAppeal("a1", "granted", "the lease"), date(2026, 3, 20))
    file = after(file, AcceptPiece("identity_document"), date(2026, 3, 21))
    off = frozenset({"appeal_is_carried_out"})
    file = after(file, GrantApplication(_ground(), date(2026, 1, 12)), date(2026, 3, 21), None, off)
    assert "decide_again" in acts(file, date(2026, 3, 21))
    assert after(file, CarryOutAppeals(("a1",)), date(2026, 3, 22)).appeal.items[0].stage == "carried_out"


def test_an_appeal_given_up_is_no_longer_awaited_and_may_be_lodged_again() -> None:
    file = after(lodged(told(application_refused())), WithdrawAppeal("a1"), date(2026, 3, 10))
    assert "answer_appeal" not in acts(file, date(2026, 3, 10))
    assert (
        after(file, LodgeAppeal("a2", "application_refused", "x"), date(2026, 3, 11)).appeal.items[1].stage
        == "acknowledged"
    )


@pytest.mark.parametrize(("wanted", "code"), [
    (LodgeAppeal("a1", "application_refused", "x"), "appeal_already_recorded"),
    (LodgeAppeal("a2", "application_refused", "x"), "already_appealed"),
    (LodgeAppeal("a2", "application_refused", ""), "appeal_without_grounds"),
    (LodgeAppeal("a2", "application_refused", "x", "cmra"), "not_a_medical_decision"),
    (LodgeAppeal("a2", "medical_decision", "x", "cra"), "medical_to_the_medical_board"),
    (LodgeAppeal("a2", "rights_closing", "x"), "nothing_to_appeal"),
    (LodgeAppeal("a2", "application_refused", "x", "court"), "board_first"),
    (DecideAppeal("a1", "rejected", ""), "appeal_answer_without_reason"),
    (DecideAppeal("a1", "rejected", "x", False), "appeal_answer_without_remedies"),
    (DecideAppeal("a9", "granted", "x"), "unknown_appeal"),
    (AcknowledgeAppeal("a9"), "unknown_appeal"),
    (WithdrawAppeal("a9"), "unknown_appeal"),
    (CarryOutAppeals(("a9",)), "unknown_appeal"),
    (CarryOutAppeals(("a1",)), "not_now"),
    (LetSilenceAnswerAppeal("a9"), "unknown_appeal"),
    (LetSilenceAnswerAppeal("a1"), "appeal_answer_still_runs"),
])  # fmt: skip
def test_what_cannot_be_done_with_an_appeal_is_refused_with_a_reason(wanted: Command, code: str) -> None:
    assert refused(lodged(told(application_refused())), wanted, date(2026, 3, 3)).code == code


def test_a_mediation_given_up_lets_the_clock_run_again() -> None:
    file = after(told(application_refused()), RecordExchange("c1", "call", "an agent", "no"), date(2026, 2, 10))
    file = after(file, LodgeAppeal("m1", "application_refused", "x", "mediator"), date(2026, 2, 12))
    file = after(file, AcknowledgeAppeal("m1"), date(2026, 2, 20))
    assert last_day(file) is None
    file = after(file, WithdrawAppeal("m1"), date(2026, 3, 2))
    assert last_day(file) == date(2026, 4, 15)


def test_the_mediator_wants_a_first_complaint_and_no_court() -> None:
    wanted = LodgeAppeal("m1", "application_refused", "x", "mediator")
    assert refused(told(application_refused()), wanted, date(2026, 3, 2)).code == "complain_first"
    file = wake(lodged(told(application_refused())), date(2026, 5, 3), OFF).file
    file = after(file, LodgeAppeal("a2", "application_refused", "x", "court"), date(2026, 5, 20))
    assert refused(file, wanted, date(2026, 5, 21)).code == "already_in_court"
    assert refused(file, LetSilenceAnswerAppeal("a2"), date(2026, 9, 21)).code == "silence_says_nothing"


def test_an_event_about_an_unknown_appeal_seen_outside_changes_nothing() -> None:
    file = opened("recorded")
    seen = AppealAcknowledged(Moment(REFUSED, "letter"), "a9", None, True)
    assert evolve(file, seen).appeal == file.appeal
