"""A call: nothing is said before the answers are right; then all of it, and what is promised has a day and an owner."""

from __future__ import annotations

import pytest

from ouverture.dossier.hold.decisions import PlaceHold
from ouverture.dossier.person.decisions import TellAddress, TellBirth, TellNames
from ouverture.services.casework.house import House
from tests.services.casework.wired import AGENT, DAY, FILE, SHE, act
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

CALL = f"/en/file/{FILE}/call/"
RIGHT = {"born_on": "14/03/1985", "postcode": "75020"}


@pytest.fixture
def known(house: House) -> House:
    """Her file, with what a call can ask about, and a hold on her card."""
    act(house, SHE, FILE, TellNames("Mercer", "", ("Alice", "Jane")))
    act(house, SHE, FILE, TellBirth("1985-03-14", "Portland", "US", "woman"))
    act(house, SHE, FILE, TellAddress(("4 rue des Lilas",), "75020", "Paris", "FR"))
    act(house, AGENT, FILE, PlaceHold("a-hold", "data_being_checked", ("order_card",), DAY.replace(day=30)))
    return house


def test_nothing_is_said_before_the_answers_are_right(come_in: ComeIn, known: House) -> None:
    agent = come_in("agent@751")
    page = text_of(agent.get(CALL))
    for told in ("Mercer", "1985", "75020", "Portland"):
        assert told not in page
    wrong = agent.post(CALL, {**RIGHT, "postcode": "75011"})
    assert wrong.status_code == 422
    assert "1 right answers of 2" in text_of(wrong)
    assert "75020" not in text_of(wrong)
    assert "Your data are being checked" not in text_of(wrong)


@pytest.mark.parametrize("given", [{"born_on": "1985-03-14"}, {}, {"nothing": "75020", "born_on": "1985-03-14"}])
def test_one_answer_is_not_enough_and_a_question_never_asked_is_none(
    come_in: ComeIn, known: House, given: dict[str, str]
) -> None:
    assert come_in("agent@751").post(CALL, given).status_code == 422


@pytest.mark.parametrize(
    "given",
    [RIGHT, {"born_in": "portland", "first_name": "ALICE"}, {"born_in": "États-Unis", "born_on": "1985-03-14"}],
)
def test_right_answers_open_what_to_read_aloud_in_both_languages(
    come_in: ComeIn, known: House, given: dict[str, str]
) -> None:
    agent = come_in("agent@751")
    assert agent.post(CALL, given)["Location"] == CALL
    page = text_of(agent.get(CALL))
    assert "Identity checked: 2 answers of 2" in page
    assert "The claim is being examined." in page
    assert "La demande est à l&#x27;examen." in page
    assert page.count("Your data are being checked") >= 2
    assert "The card can be asked for on the paper form" in page


def test_five_wrong_tries_end_the_day_whoever_answers(come_in: ComeIn, known: House) -> None:
    wrong = {**RIGHT, "postcode": "1"}
    for who in ("agent@751", "supervisor@751", "agent@751", "agent@751", "supervisor@751"):
        come_in(who).post(CALL, wrong)
    late = come_in("agent@751").post(CALL, RIGHT)
    assert late.status_code == 422
    assert "Five tries were not enough today" in text_of(late)
    assert "wrong answers by telephone" in text_of(come_in("she").get(f"/en/file/{FILE}/looked/"))


def test_a_promise_has_a_day_and_is_owed_by_whoever_made_it(come_in: ComeIn, known: House) -> None:
    agent = come_in("agent@751")
    agent.post(CALL, RIGHT)
    note = {"said": "Where is the card", "promised": "A call after the hold", "with_whom": "Mercer Alice", "do": "note"}
    refused = agent.post(CALL, {**note, "promised_by": ""})
    assert refused.status_code == 422
    assert "A promise has a day" in text_of(refused)
    assert "A call after the hold" in text_of(refused)
    assert agent.post(CALL, {**note, "promised_by": "2026-12-01"}).status_code == 302
    assert known.met(FILE).state.exchange.items[-1].promised_by == DAY.replace(month=12, day=1)
    assert "Say that the promise was kept" in text_of(agent.get("/en/queue/?holder=caisse&whose=mine"))


def test_the_end_of_a_call_asks_again(come_in: ComeIn, known: House) -> None:
    agent = come_in("agent@751")
    agent.post(CALL, RIGHT)
    agent.post(CALL, {"do": "end"})
    assert "Who is calling" in text_of(agent.get(CALL))


def test_an_envelope_is_found_by_its_tracking_number(come_in: ComeIn, known: House) -> None:
    from ouverture.dossier.envelope.decisions import RegisterEnvelope

    act(known, SHE, FILE, RegisterEnvelope("one", ("a letter",), "registered_post", "RR 123 456 785 FR"))
    agent = come_in("agent@751")
    agent.post("/en/find/", {"asked": "RR 123 456 785 FR"})
    page = text_of(agent.get("/en/find/"))
    assert "This envelope is in this file." in page
    assert CALL in page
    agent.post("/en/find/", {"asked": "mercer 14/03/1985"})
    assert "The birth date is the same." in text_of(agent.get("/en/find/"))


@pytest.mark.parametrize("who", ["agent@691", "she", "helper@", "doctor@", "cnav@"])
def test_nobody_else_takes_the_call(come_in: ComeIn, house: House, who: str) -> None:
    assert come_in(who).get(CALL).status_code in (403, 404)
