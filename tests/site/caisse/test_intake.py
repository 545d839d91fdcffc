"""An envelope at the counter: each sheet named in the receipt, known when it comes twice, sorted by name."""

from __future__ import annotations

import pytest

from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

INTAKE = f"/en/file/{FILE}/intake/"
COMES = {"envelope": "first", "pages": "a letter\na payslip", "channel": "registered_post", "tracking": "RR123456785FR"}


def test_the_receipt_is_shown_then_sent_and_names_each_sheet(come_in: ComeIn, house: House) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    shown = text_of(agent.post(INTAKE, {**COMES, "do": "look"}))
    assert "a letter" in shown
    assert house.met(FILE).version == version
    assert agent.post(INTAKE, {**COMES, "do": "register"}).status_code == 302
    told = house.journal.told(FILE)[-1].words.en
    assert "a letter" in told
    assert "a payslip" in told


def test_the_same_envelope_twice_is_recognised(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    agent.post(INTAKE, {**COMES, "do": "register"})
    version = house.met(FILE).version
    same_number = agent.post(INTAKE, {**COMES, "envelope": "second", "tracking": "RR 123 456 785 FR", "do": "register"})
    assert same_number.status_code == 422
    assert "Nothing is counted twice" in text_of(same_number)
    same_sheets = agent.post(INTAKE, {**COMES, "envelope": "second", "tracking": "", "do": "register"})
    assert "The same sheets came on" in text_of(same_sheets)
    assert "a payslip" in text_of(same_sheets)
    assert house.met(FILE).version == version
    another = {**COMES, "envelope": "second", "tracking": "", "again": "yes", "do": "register"}
    assert agent.post(INTAKE, another).status_code == 302


def test_sheets_are_sorted_together_and_the_others_wait(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    agent.post(INTAKE, {**COMES, "do": "register"})
    assert agent.post(INTAKE, {"do": "sort", "of": "first"}).status_code == 422
    agent.post(INTAKE, {"do": "sort", "of": "first", "sheet-a payslip": "work_contract_or_payslip"})
    envelope = house.met(FILE).state.envelope.items[0]
    assert envelope.unsorted == ("a letter",)


@pytest.mark.parametrize(
    "typed", [{"pages": ""}, {"pages": "x\nx"}, {"tracking": "RR123456786FR"}, {"channel": "pigeon"}]
)
def test_bad_input_is_a_sentence_and_what_was_typed_stays(come_in: ComeIn, house: House, typed: dict[str, str]) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    refused = agent.post(INTAKE, {**COMES, **typed, "do": "register"})
    assert refused.status_code == 422
    assert 'role="alert"' in text_of(refused)
    assert house.met(FILE).version == version


@pytest.mark.parametrize("who", ["agent@691", "she", "cnav@"])
def test_the_counter_is_the_caisses_own(come_in: ComeIn, house: House, who: str) -> None:
    assert come_in(who).get(INTAKE).status_code in (403, 404)
