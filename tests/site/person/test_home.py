"""Her own file, from nothing to what came: what she sees first, what she can log, and nobody else's pages."""

import re
from datetime import date

import pytest
from django.test import Client

from ouverture.dossier.application.decisions import RefusePiece
from ouverture.dossier.person.decisions import TellAddress
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from tests.services.casework.wired import AGENT, FILE, RECORD, SHE, act
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import done, text_of

PAGES = (
    "",
    "papers/",
    "rights/",
    "calls/",
    "waits/",
    "situation/",
    "data/",
    "data/erase/",
    "story/",
    "letters/",
    "looked/",
    "household/",
    "acts/",
)


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("she")


@pytest.fixture
def keeper(come_in: ComeIn) -> Client:  # noqa: F811
    """She, with the record of a caisse outside."""
    return come_in("record")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_both_languages_with_the_places_of_the_file(she: Client, path: str, language: str) -> None:
    page = she.get(f"/{language}/file/{FILE}/{path}")
    assert page.status_code == 200
    assert f"/{language}/file/{FILE}/papers/" in text_of(page)


@pytest.mark.parametrize("path", [*PAGES, "calendar/", "data/copy/"])
def test_a_guessed_address_opens_nothing(house: House, keeper: Client, path: str) -> None:  # noqa: F811
    assert Client().get(f"/en/file/{FILE}/{path}").status_code == 403
    there, nowhere = keeper.get(f"/en/file/{FILE}/{path}"), keeper.get(f"/en/file/nothing-here/{path}")
    assert there.status_code == nowhere.status_code == 404
    assert text_of(there).replace(FILE, "X") == text_of(nowhere).replace("nothing-here", "X")


def test_what_the_caisse_holds_is_not_dressed_as_her_act(she: Client) -> None:
    page = text_of(she.get(f"/en/file/{FILE}/"))
    assert "the next act is not yours" in page
    card = page[page.index("next-act") : page.index("</section>")]
    assert "Withdraw" not in card
    assert "button second" in card


def test_a_letter_on_its_way_to_her_is_nothing_she_owes_and_can_still_be_said_to_have_come(
    she: Client,
    house: House,  # noqa: F811
) -> None:
    assert isinstance(act(house, SHE, FILE, TellAddress(("1 rue Neuve",), "75011", "Paris")), Done)
    assert isinstance(act(house, AGENT, FILE, RefusePiece("identity_document", "cut off", "the whole page")), Done)
    page = text_of(she.get(f"/en/file/{FILE}/"))
    hers = page.partition('id="also"')[2].partition("</section>")[0]
    assert "A letter is sent to you" not in hers
    others = page.partition("All that others must do")[2].partition("</details>")[0]
    assert "A letter is sent to you" in others
    assert "/do/confirm_delivery/" in others


def test_from_nothing_the_first_act_is_her_claim_and_it_is_the_one_solid_button(keeper: Client) -> None:
    page = text_of(keeper.get(f"/en/file/{RECORD}/"))
    assert "your next act" in page
    assert re.findall(r'class="button" href="([^"]*)"', page) == [f"/en/file/{RECORD}/do/deposit/"]
    assert "Answer the questions first" in page


def test_her_answers_fill_the_claim_and_the_list_of_papers(keeper: Client) -> None:
    session = keeper.session
    session["answers"] = {"activity": "working", "lives_in": "france"}
    session.save()
    form = text_of(keeper.get(f"/en/file/{RECORD}/do/deposit/"))
    assert "activity = working" not in form
    assert "The answers that go with it" in form
    assert "The whole list is not known" not in text_of(keeper.get(f"/en/file/{RECORD}/papers/"))


def test_a_claim_in_the_post_has_not_arrived_and_its_time_runs_from_the_day_on_the_slip(keeper: Client) -> None:
    hers = f"/en/file/{RECORD}/"
    sent = {"pieces": "identity_document", "channel": "registered_post", "happened_on": "2026-11-16"}
    page = done(keeper, f"{hers}do/deposit/", sent)
    assert "posted on 16 November 2026" in page
    assert "since it arrived" not in page
    assert "The claim arrives at the caisse" not in page
    assert "must decide by" not in page
    assert "Write down the day the claim arrived" in page
    papers = text_of(keeper.get(f"{hers}papers/"))
    assert "received, not looked at yet" not in papers
    assert "with the caisse</strong>" not in papers
    assert "not written down" in text_of(keeper.get(f"{hers}remedies/"))
    page = done(keeper, f"{hers}do/note_arrival/", {"arrived_on": "2026-11-18"})
    assert "day 6 since it arrived" in page
    assert "The claim leaves by post" in page
    assert "The caisse must decide by Monday 18 January 2027" in page
    assert "received, not looked at yet" in text_of(keeper.get(f"{hers}papers/"))
    assert "not written down" not in text_of(keeper.get(f"{hers}remedies/"))


def test_an_agent_sees_the_desk_at_the_same_address(come_in: ComeIn) -> None:  # noqa: F811
    page = text_of(come_in("agent@751").get(f"/en/file/{FILE}/"))
    assert "Something came" not in page
    assert "What can be done now" in page


def test_something_came_is_two_clicks_and_says_how_it_is_known(keeper: Client) -> None:
    done(keeper, f"/en/file/{RECORD}/do/deposit/", {"pieces": "identity_document", "channel": "post"})
    page = text_of(keeper.get(f"/en/file/{RECORD}/?came=call"))
    assert 'came=call#came" aria-current="true"' in page
    found = re.search(r'href="([^"]*/do/request_pieces/[^"]*)"', page)
    assert found
    form = text_of(keeper.get(found[1]))
    assert re.search(r'value="call" checked', form)
    # It is what the caisse said, not what she asks: nothing is ticked for her, nor left out as against the law.
    assert "Papers asked for" in form
    assert 'type="checkbox" name="pieces"' in form
    assert not re.search(r'name="pieces"[^>]* checked', form)
    assert 'value="three_months_residence"' in form
    done(keeper, found[1].partition("?")[0], {"pieces": "birth_certificate", "seen_by": "call"})
    card = text_of(keeper.get(f"/en/file/{RECORD}/"))
    assert "the next act is not yours" not in card[: card.index("</section>")]
    assert "Send by" in card[: card.index("</section>")]
    assert "The caisse put a page" not in card[: card.index("</section>")]


def test_a_way_nobody_knows_shows_the_first_one(she: Client) -> None:
    assert 'aria-current="true"' in text_of(she.get(f"/en/file/{FILE}/?came=pigeon"))


def test_an_exchange_starts_with_how_it_came(she: Client) -> None:
    assert '<option value="screen" selected>' in text_of(she.get(f"/en/file/{FILE}/do/record_exchange/?way=screen"))


def test_a_paper_sent_back_comes_first_with_its_reason_and_the_act_that_replaces_it(
    she: Client,
    house: House,  # noqa: F811
) -> None:
    act(house, AGENT, FILE, RefusePiece("marriage_certificate", "The seal cannot be read", "The page again"))
    page = text_of(she.get(f"/en/file/{FILE}/papers/"))
    assert "The seal cannot be read" in page
    assert f"/en/file/{FILE}/do/receive_piece/?about=marriage_certificate" in page
    assert page.index("The seal cannot be read") < page.index("not looked at yet")


def test_the_helper_reads_the_file_without_the_persons_own_doors(come_in: ComeIn) -> None:  # noqa: F811
    helper = come_in("helper@")
    assert helper.get(f"/en/file/{RECORD}/data/").status_code in (403, 404)


def test_a_day_that_no_law_set_is_not_held_against_her(keeper: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2027, 3, 1)])
    page = text_of(keeper.get(f"/en/file/{RECORD}/"))
    assert "as soon as you can" in page
    assert "days late" not in page


def test_how_long_stands_beside_what_is_said_in_public_and_says_it_is_a_model(she: Client) -> None:
    page = text_of(she.get(f"/en/file/{FILE}/"))
    assert "How much longer" in page
    assert "A model, not a fact" in page
    assert "Half of people are served by" in page
    waits = text_of(she.get(f"/en/file/{FILE}/waits/"))
    assert "CSS R114-7" in waits
    assert "One to two months" in waits


def test_a_wait_past_its_day_says_what_to_do_and_claims_nothing_is_served_before_today(
    she: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2027, 6, 1)])
    page = text_of(she.get(f"/en/file/{FILE}/"))
    assert "Abnormal since" in page
    assert "Call and ask: is the file open" in page
    assert "More than half wait longer" in page
