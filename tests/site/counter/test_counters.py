"""A card at a kiosk, a patient at a doctor's, rights at a pharmacy: what is shown, what is written, who may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication
from ouverture.dossier.card.decisions import ConfirmCardDelivery, OrderCard, PostCard, ProduceCard
from ouverture.dossier.doctor.decisions import AcceptPatient, ProposeDoctor, RecordDoctor
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command
from ouverture.dossier.number.decisions import ReactivateNumber
from ouverture.rehearsal.someone import situations
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE, act
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

GROUND = next(one for one in situations() if one.name == "spouse").ground


def on(house: House, actor: Actor, command: Command, day: int) -> None:
    """Carry out one command so many days before today."""
    wanted = Wanted(FILE, command, DAY - timedelta(days=day), f"{command.kind}-{day}", NOON)
    done = carry_out(house, actor, wanted)
    assert isinstance(done, Done), done


@pytest.fixture
def covered(house: House) -> House:
    """Her claim is granted on a number she had already."""
    for command in (AcceptPiece("identity_document"), RecordSearch(("291079940412337",)),
                    ReactivateNumber("291079940412337"), GrantApplication(GROUND, DAY)):  # fmt: skip
        done = act(house, AGENT, FILE, command)
        assert isinstance(done, Done), done
    return house


def at(come_in: ComeIn, who: str) -> Client:
    """A counter with her card before it."""
    browser = come_in(who)
    session = browser.session
    session["door_presented"] = [FILE]
    session.save()
    return browser


def with_card(house: House) -> House:
    """Her card is ordered at a desk, made, posted and in her hand."""
    for actor, command in (
        (SHE, OrderCard("plastic", "desk")),
        (AGENT, ProduceCard()),
        (AGENT, PostCard()),
        (SHE, ConfirmCardDelivery()),
    ):
        done = act(house, actor, FILE, command)
        assert isinstance(done, Done), done
    return house


def test_a_kiosk_says_what_changed_writes_it_and_gives_the_card_back(come_in: ComeIn, covered: House) -> None:
    house = with_card(covered)
    for actor, command in ((SHE, ProposeDoctor("Dr Morel")), (AGENT, AcceptPatient("Dr Morel", "paper")),
                           (AGENT, RecordDoctor())):  # fmt: skip
        assert isinstance(act(house, actor, FILE, command), Done)
    kiosk = at(come_in, "kiosk@")
    page = text_of(kiosk.get("/en/kiosk/"))
    assert "One thing has changed" in page
    assert "Dr Morel" in page
    assert "Take your card back" in text_of(kiosk.post("/en/kiosk/"))
    assert house.met(FILE).state.card.of("plastic").updated_on == DAY  # type: ignore[union-attr]
    assert "Insert your card" in text_of(kiosk.get("/en/kiosk/"))
    again = text_of(at(come_in, "kiosk@").get("/fr/kiosk/"))
    assert "Rien n&#x27;a changé" in again or "Rien n'a changé" in again


def test_what_is_not_right_writes_nothing(come_in: ComeIn, covered: House) -> None:
    house = with_card(covered)
    kiosk, version = at(come_in, "kiosk@"), house.met(FILE).version
    assert "Nothing was written" in text_of(kiosk.post("/en/kiosk/", {"do": "not_right"}))
    assert "Insert your card" in text_of(kiosk.get("/en/kiosk/"))
    assert house.met(FILE).version == version


def test_without_a_card_in_use_the_kiosk_says_why(come_in: ComeIn, covered: House) -> None:
    page = text_of(at(come_in, "kiosk@").get("/en/kiosk/"))
    assert "cannot be updated here" in page
    assert "no card of this form has been ordered" in page


def test_rights_on_a_day_are_open_closed_or_not_known(come_in: ComeIn, covered: House) -> None:
    counter = at(come_in, "doctor@")
    assert "Rights open" in text_of(counter.get("/en/rights/"))
    assert "No rights open on that day" in text_of(counter.get("/en/rights/?on=2020-01-01"))
    assert "Not known" in text_of(counter.get("/en/rights/?on=2027-05-01"))
    wrong = counter.get("/en/rights/?on=tomorrow")
    assert wrong.status_code == 422
    assert "year-month-day" in text_of(wrong)
    looks = text_of(come_in("she").get(f"/en/file/{FILE}/looked/"))
    assert "the rights" in looks


def test_rights_of_a_claim_under_examination_are_not_known_never_a_no(come_in: ComeIn, house: House) -> None:
    page = text_of(at(come_in, "doctor@").get("/en/rights/"))
    assert "Not known" in page
    assert "It is not a no" in page


def test_a_doctor_declines_with_a_reason_that_she_reads(come_in: ComeIn, covered: House) -> None:
    act(covered, SHE, FILE, ProposeDoctor("Dr Morel"))
    doctor = at(come_in, "doctor@")
    assert "Dr Morel" in text_of(doctor.get("/en/doctor/"))
    silent = doctor.post("/en/doctor/", {"do": "decline_patient", "reason": ""})
    assert silent.status_code == 422
    assert doctor.post("/en/doctor/", {"do": "decline_patient", "reason": "No new patients"}).status_code == 302
    assert covered.met(FILE).state.doctor.stage == "declined"
    assert "No new patients" in text_of(come_in("she").get(f"/en/file/{FILE}/letters/"))


def test_a_doctor_accepts_replaces_and_ends_and_the_rate_is_said(come_in: ComeIn, covered: House) -> None:
    doctor = at(come_in, "doctor@")
    assert "70% of the tariff" in text_of(doctor.get("/en/doctor/"))
    doctor.post("/en/doctor/", {"do": "accept_patient", "doctor": "Health centre of the canal"})
    act(covered, AGENT, FILE, RecordDoctor())
    assert "Replace the doctor in force" in text_of(doctor.get("/en/doctor/"))
    doctor.post("/en/doctor/", {"do": "end_doctor", "why": "doctor"})
    assert covered.met(FILE).state.doctor.stage == "ended"


def test_the_name_of_an_account_is_not_put_forward_as_the_doctors(come_in: ComeIn, covered: House) -> None:
    assert 'id="doctor" name="doctor" value=""' in text_of(at(come_in, "doctor").get("/en/doctor/"))
    assert isinstance(act(covered, SHE, FILE, ProposeDoctor("Dr Morel")), Done)
    assert 'value="Dr Morel"' in text_of(at(come_in, "doctor").get("/en/doctor/"))


@pytest.mark.parametrize("path", ["kiosk/", "doctor/", "rights/"])
def test_a_counter_is_nobody_elses(come_in: ComeIn, house: House, path: str) -> None:
    for who in ("she", "agent@751", "supervisor@751"):
        assert come_in(who).get(f"/en/{path}").status_code == 403
    assert Client().get(f"/en/{path}").status_code == 403
