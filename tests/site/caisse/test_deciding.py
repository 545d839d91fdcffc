"""The decision and the holds on pages of their own: the letter before it leaves, two agents at once, bad input."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, ReceiveForwarded, RequestPieces
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.house import use
from tests.services.casework.wired import AGENT, AGENT_ELSEWHERE, FILE, act
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

DECIDE, HOLDS = f"/en/file/{FILE}/decide/", f"/en/file/{FILE}/holds/"
PAGES = ("review", "decide", "holds", "intake", "call")
REFUSAL = {
    "act": "refuse_application",
    "reason": "the lease is for another person",
    "article": "CSS R111-2",
    "remedies": "yes",
}


def test_the_file_of_an_agent_leads_to_each_of_its_pages_and_that_of_the_person_to_none(come_in: ComeIn) -> None:
    shown = text_of(come_in("agent@751").get(f"/en/file/{FILE}/"))
    assert all(f'href="/en/file/{FILE}/{name}/"' in shown for name in PAGES)
    hers = text_of(come_in("she").get(f"/en/file/{FILE}/", follow=True))
    assert not any(f'href="/en/file/{FILE}/{name}/"' in hers for name in PAGES)


def test_the_letter_is_read_before_it_leaves_with_the_law_and_the_answers(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    first = text_of(agent.get(DECIDE + "?act=refuse_application"))
    assert "What the law reads in the answers" in first
    assert "rule since" in first
    version = house.met(FILE).version
    shown = text_of(agent.post(DECIDE, {**REFUSAL, "do": "look"}))
    assert "the lease is for another person" in shown
    assert "CSS R111-2" in shown
    assert "appeal board (CRA)" in shown
    assert house.met(FILE).version == version
    done = agent.post(DECIDE, {**REFUSAL, "do": "go", "seen": str(version)})
    assert done["Location"] == f"/en/next/?stage=decision&left={FILE}"
    assert house.met(FILE).state.application.stage == "refused"
    assert "appeal board (CRA)" in house.journal.told(FILE)[-1].words.en


def test_the_second_of_two_agents_reads_the_decision_of_the_first_and_keeps_what_they_typed(
    come_in: ComeIn, house: House
) -> None:
    first, second = come_in("agent@751"), come_in("supervisor@751")
    seen = str(house.met(FILE).version)
    first.post(DECIDE, {**REFUSAL, "do": "go", "seen": seen})
    version = house.met(FILE).version
    mine = {**REFUSAL, "reason": "nobody answered", "do": "go", "seen": seen}
    late = second.post(DECIDE, mine)
    shown = text_of(late)
    assert late.status_code == 409
    assert "Somebody wrote in this file" in shown
    assert "agent@751" in shown
    assert "the lease is for another person" in shown
    assert 'value="nobody answered"' in shown
    assert house.met(FILE).version == version
    again = second.post(DECIDE, {**mine, "seen": str(version)})
    assert again.status_code == 422
    assert 'value="nobody answered"' in text_of(again)
    assert house.met(FILE).version == version


@pytest.mark.parametrize(("missing", "says"), [("reason", "Why it is refused"), ("article", "Text applied")])
def test_a_decision_without_its_grounds_is_a_sentence(come_in: ComeIn, house: House, missing: str, says: str) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    answer = agent.post(DECIDE, {**REFUSAL, missing: "", "do": "go"})
    assert answer.status_code == 422
    assert says in text_of(answer)
    assert house.met(FILE).version == version


def test_a_claim_whose_person_still_has_time_is_not_refused_and_the_page_says_until_when(
    come_in: ComeIn, house: House
) -> None:
    piece = house.met(FILE).state.application.pieces[0].name
    assert not isinstance(act(house, AGENT, FILE, RequestPieces((piece,))), Refusal)
    shown = text_of(come_in("agent@751").get(DECIDE + "?act=refuse_application"))
    assert "The person may still give a paper until" in shown
    assert "not refused" in shown


def test_granting_says_all_that_follows_in_the_same_step(come_in: ComeIn, house: House) -> None:
    for piece in house.met(FILE).state.application.pieces:
        act(house, AGENT, FILE, AcceptPiece(piece.name))
    agent = come_in("agent@751")
    page = agent.get(DECIDE + "?act=grant_application")
    typed = {one.name: list(values) for one, values, _ in page.context["fields"] if values}
    ground = house.met(FILE).state.application.asked_ground
    answer = agent.post(DECIDE, {**typed, "ground": ground, "act": "grant_application", "do": "look"})
    assert answer.status_code == 200, [one.says.en for one in answer.context["errors"]]
    shown = text_of(answer)
    assert "In the same step" in shown
    assert "The letter, as it will leave" in shown


def test_a_hold_is_placed_read_and_kept_by_another_only(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    page = agent.get(HOLDS + "?act=place_hold")
    assert "Looked at again at the latest" in text_of(page)
    name = next(values for one, values, _ in page.context["fields"] if one.name == "hold")[0]
    hold = {"act": "place_hold", "hold": name, "reason": "data_being_checked", "blocks": "order_card",
            "review_on": "2026-12-01"}  # fmt: skip
    too_long = agent.post(HOLDS, {**hold, "review_on": "2027-12-01", "do": "go"})
    assert too_long.status_code == 422
    assert agent.post(HOLDS, {**hold, "do": "go"}).status_code == 302
    shown = text_of(agent.get(HOLDS))
    assert "Falls by itself after" in shown
    assert "Your data are being checked" in shown
    keep = {"act": "review_hold", "hold": name, "until": "2026-12-05", "why": "the register has not answered"}
    own = agent.post(HOLDS, {**keep, "do": "go"})
    assert own.status_code == 422
    assert "the register has not answered" in text_of(own)
    assert come_in("supervisor@751").post(HOLDS, {**keep, "do": "go"}).status_code == 302
    lift = {"act": "lift_hold", "hold": name, "why": "the register answered"}
    assert "the register answered" in text_of(agent.post(HOLDS, {**lift, "do": "look"}))
    assert agent.post(HOLDS, {**lift, "do": "go"}).status_code == 302
    assert not house.met(FILE).state.hold.live


def test_an_agent_of_another_caisse_sees_none_of_it(come_in: ComeIn) -> None:
    for address in (DECIDE, HOLDS):
        assert come_in("agent@691").get(address).status_code == 404
        assert come_in("she").get(address).status_code == 403


def test_a_generic_act_shows_what_the_other_did_as_well(come_in: ComeIn, house: House) -> None:
    first, second = come_in("agent@751"), come_in("supervisor@751")
    form, check = (f"/en/file/{FILE}/do/refuse_application/{end}" for end in ("", "check/"))
    second.post(form, {"reason": "nobody answered", "article": "CSS R111-2", "remedies": "yes"})
    first.post(DECIDE, {**REFUSAL, "do": "go", "seen": str(house.met(FILE).version)})
    assert second.post(check).status_code == 302
    shown = text_of(second.get(check))
    assert "Written in this file since you began" in shown
    assert "the lease is for another person" in shown
    assert "agent@751" in shown
    assert "nobody answered" in text_of(second.get(form))


def test_a_claim_sent_to_the_wrong_caisse_goes_on_with_its_clock_from_the_first_receipt(
    come_in: ComeIn, house: House
) -> None:
    both = replace(house, offices=frozenset({"751", "691"}))
    use(both)
    first_day = both.met(FILE).state.application.first_received_on
    agent = come_in("agent@751")
    shown = text_of(agent.post(DECIDE, {"act": "forward", "to": "691", "do": "look"}))
    assert "Rhône" in shown
    assert agent.post(DECIDE, {"act": "forward", "to": "691", "do": "go"}).status_code == 302
    assert "Rhône" in both.journal.told(FILE)[-1].words.en
    assert isinstance(act(both, AGENT_ELSEWHERE, FILE, ReceiveForwarded()), Done)
    state = both.met(FILE).state
    assert (state.attachment.caisse, state.application.stage) == ("691", "open")
    assert state.application.first_received_on == first_day
    assert come_in("agent@751").get(DECIDE).status_code == 404
    assert come_in("agent@691").get(DECIDE).status_code == 200
