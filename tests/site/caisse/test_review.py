"""A paper on the desk, in the browser of an agent: what is shown before anything leaves, and what leaves."""

from __future__ import annotations

from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

REVIEW = f"/en/file/{FILE}/review/"
ACT = {"paper": "marriage_certificate"}


def pieces(house: House) -> dict[str, str]:
    return {piece.name: piece.status for piece in house.met(FILE).state.application.pieces}


def test_the_words_are_shown_before_they_leave_and_nothing_is_written(come_in: ComeIn, house: House) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    asked = agent.post(REVIEW, {**ACT, "decision": "ask", "reason": "seal_missing", "do": "look"})
    shown = text_of(agent.get(asked["Location"]))
    assert "Reason: the apostille or the legalisation is missing" in shown
    assert house.met(FILE).version == version


def test_several_papers_leave_in_one_letter_and_the_next_work_follows(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    agent.post(REVIEW, {**ACT, "decision": "ask", "reason": "seal_missing", "do": "next"})
    agent.post(REVIEW, {"paper": "identity_document", "decision": "accept", "do": "next"})
    letters = len(house.journal.told(FILE))
    sent = agent.post(REVIEW, {"paper": "bank_details", "decision": "ask", "reason": "page_missing", "do": "send"})
    assert sent.status_code == 302
    now = pieces(house)
    assert (now["marriage_certificate"], now["identity_document"], now["bank_details"]) == (
        "requested",
        "accepted",
        "requested",
    )
    told = house.journal.told(FILE)
    assert len(told) == letters + 1
    assert told[-1].words.en.count("asks you to send") == 1
    assert "Done." in text_of(agent.get(sent["Location"]))
    assert "the apostille or the legalisation is missing" in text_of(come_in("she").get(f"/en/file/{FILE}/papers/"))


def test_a_paper_is_not_asked_for_again_without_a_reason_and_what_was_said_stays(come_in: ComeIn, house: House) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    agent.post(REVIEW, {"paper": "identity_document", "decision": "accept", "do": "next"})
    refused = agent.post(REVIEW, {**ACT, "decision": "ask", "do": "send"})
    assert refused.status_code == 422
    assert "not asked for again without a reason" in text_of(refused)
    assert "2 answers kept" in text_of(refused)
    assert house.met(FILE).version == version


def test_a_reason_that_the_law_forbids_is_greyed_and_refused(come_in: ComeIn, house: House) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    page = text_of(agent.get(f"{REVIEW}?paper=proof_of_address"))
    assert 'class="unlawful"' in page
    assert 'value="three_months_of_bills"' not in page
    typed = {"paper": "proof_of_address", "decision": "ask", "reason": "three_months_of_bills", "do": "send"}
    refused = agent.post(REVIEW, typed)
    assert refused.status_code == 422
    assert "CSS D160-2 II 3°" in text_of(refused)
    assert house.met(FILE).version == version


def test_a_reason_in_ones_own_words_reaches_the_person(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    said = {"own_reason": "The stamp hides the date.", "would_do": "page 2 again", "reason": "own_words"}
    agent.post(REVIEW, {**ACT, "decision": "ask", **said, "do": "send"})
    assert "Reason: The stamp hides the date. What would do: page 2 again." in house.journal.told(FILE)[-1].words.en


def test_two_agents_on_one_file_the_second_sees_it_and_loses_nothing(come_in: ComeIn, house: House) -> None:
    first, second = come_in("agent@751"), come_in("supervisor@751")
    second.post(REVIEW, {**ACT, "decision": "ask", "reason": "seal_missing", "do": "look"})
    first.post(REVIEW, {"paper": "identity_document", "decision": "accept", "do": "send"})
    late = second.post(REVIEW, {**ACT, "decision": "ask", "reason": "seal_missing", "do": "send"})
    shown = text_of(second.get(late["Location"]))
    assert "wrote in the file meanwhile" in shown
    assert "the apostille or the legalisation is missing" in shown
    assert pieces(house)["marriage_certificate"] == "received"
    second.post(REVIEW, {**ACT, "do": "send"})
    assert pieces(house)["marriage_certificate"] == "requested"


def test_a_stranger_learns_nothing_of_the_papers(come_in: ComeIn) -> None:
    for who in ("agent@691", "she", "helper@", "doctor@"):
        assert come_in(who).get(REVIEW).status_code in (403, 404)


def test_every_paper_of_the_list_has_its_page_in_both_languages(come_in: ComeIn) -> None:
    agent = come_in("agent@751")
    for name in ("", "birth_certificate", "bank_details", "nothing_like_this", "<b>"):
        for language in ("fr", "en"):
            assert agent.get(f"/{language}/file/{FILE}/review/", {"paper": name}).status_code == 200


def test_the_next_work_is_another_file_or_the_queue(come_in: ComeIn) -> None:
    agent = come_in("agent@751")
    assert FILE in agent.get("/en/next/?stage=papers")["Location"]
    assert agent.get(f"/en/next/?stage=papers&left={FILE}")["Location"] == "/en/queue/"
