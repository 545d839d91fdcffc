from datetime import date
from typing import Any

import pytest

from ouverture.dossier.doctor.decisions import AcceptPatient, DeclinePatient, EndDoctor, ProposeDoctor, RecordDoctor
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.machine import wake
from ouverture.dossier.obligations import obligations
from tests.dossier.acting import acts, after, opened, refused

DAY = date(2026, 3, 2)
ONE, OTHER = "Dr Martin", "Dr Diallo"


def proposed(mode: Any = "connected") -> File:
    return after(opened(mode), ProposeDoctor(ONE), DAY)


def recorded(mode: Any = "connected") -> File:
    return after(after(proposed(mode), AcceptPatient(ONE, "paper"), DAY), RecordDoctor(), DAY)


def test_the_doctor_chosen_must_answer() -> None:
    owed = next(one for one in obligations(proposed(), DAY) if one.act == "doctor_answers")
    assert (owed.holder, owed.about) == ("doctor", ONE)


def test_a_doctor_who_does_not_answer_is_not_forgotten() -> None:
    outcome = wake(proposed(), date(2026, 3, 18))
    assert any(e.kind == "escalated" and getattr(e, "act", "") == "doctor_answers" for e in outcome.events)


@pytest.mark.parametrize("mode", ["connected", "recorded"])
def test_on_paper_both_sign_then_the_caisse_records(mode: str) -> None:
    file = after(proposed(mode), AcceptPatient(ONE, "paper"), DAY)
    owed = next(one for one in obligations(file, DAY) if one.act == "record_doctor_paper")
    assert (owed.holder, owed.due) == ("caisse", date(2026, 3, 22))
    file = after(file, RecordDoctor(), DAY)
    assert (file.doctor.stage, file.doctor.doctor) == ("recorded", ONE)
    assert not [one for one in acts(file, DAY) if "doctor" in one]


def test_declared_online_it_is_recorded_at_once() -> None:
    file = after(opened(), AcceptPatient(ONE), DAY)
    assert (file.doctor.stage, file.doctor.doctor) == ("recorded", ONE)
    late = after(opened(), AcceptPatient(ONE), DAY, None, frozenset({"record_what_was_declared_online"}))
    assert "record_doctor_online" in acts(late, DAY)


def test_a_doctor_may_decline_with_a_reason_and_the_person_may_choose_again() -> None:
    file = after(proposed(), DeclinePatient("my list is full"), DAY)
    assert file.doctor.stage == "declined"
    assert "choose_another_doctor" in acts(file, DAY)
    assert any("doctor_declined" in one.about for one in file.messages.on_their_way)
    assert "choose_another_doctor" not in acts(file, date(2026, 6, 2))


def test_a_new_choice_cancels_the_old_one_only_once_it_is_recorded() -> None:
    file = after(recorded(), ProposeDoctor(OTHER), DAY)
    assert file.doctor.doctor == ONE
    assert after(file, DeclinePatient("no"), DAY).doctor[:2] == ("recorded", ONE)
    file = after(after(file, AcceptPatient(OTHER, "paper"), DAY), RecordDoctor(), DAY)
    assert file.doctor.doctor == OTHER


def test_the_person_may_change_while_an_answer_is_awaited() -> None:
    assert after(proposed(), ProposeDoctor(OTHER), DAY).doctor.asked == OTHER


def test_after_a_doctor_has_left_there_is_a_year_to_choose() -> None:
    file = after(recorded(), EndDoctor("retired"), DAY)
    owed = next(one for one in obligations(file, DAY) if one.act == "choose_doctor_within_a_year")
    assert (owed.due, owed.basis) == (date(2027, 3, 2), "article")
    assert "choose_another_doctor" in acts(after(recorded(), EndDoctor("person"), DAY), DAY)


def test_a_choice_on_its_way_goes_on_when_the_old_doctor_leaves() -> None:
    file = after(after(recorded(), ProposeDoctor(OTHER), DAY), EndDoctor("moved"), DAY)
    assert (file.doctor.stage, file.doctor.doctor, file.doctor.asked) == ("proposed", "", OTHER)


def test_before_sixteen_a_parent_chooses() -> None:
    born = date(2010, 3, 3)
    refusal = refused(opened(), ProposeDoctor(ONE, born_on=born), DAY)
    assert (refusal.code, refusal.by) == ("parent_chooses_doctor", date(2026, 3, 3))
    assert after(opened(), ProposeDoctor(ONE, born_on=born, by_parent=True), DAY).doctor.asked == ONE
    assert after(opened(), ProposeDoctor(ONE, born_on=born), date(2026, 3, 3)).doctor.asked == ONE


@pytest.mark.parametrize(("wanted", "code"), [
    (ProposeDoctor(""), "doctor_without_name"),
    (AcceptPatient(""), "doctor_without_name"),
    (AcceptPatient(OTHER, "paper"), "form_signed_by_both"),
    (DeclinePatient(""), "doctor_declines_without_reason"),
    (RecordDoctor(), "not_now"),
    (EndDoctor("retired"), "no_doctor_recorded"),
])  # fmt: skip
def test_what_cannot_be_done_with_the_choice_is_refused_with_a_reason(wanted: Command, code: str) -> None:
    assert refused(proposed(), wanted, DAY).code == code


def test_there_is_nothing_to_record_before_a_choice_nor_to_change_to_the_same_doctor() -> None:
    assert refused(opened(), RecordDoctor(), DAY).code == "no_doctor_to_record"
    assert refused(recorded(), ProposeDoctor(ONE), DAY).code == "already_your_doctor"
    assert refused(opened(), DeclinePatient("no"), DAY).code == "not_now"
