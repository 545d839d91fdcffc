"""The form of a claim as the person reads it: her papers, her answers in words, the ground found from them."""

import re
import tomllib
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import done, text_of
from tests.spouse import SPOUSE

HERS = f"/en/file/{RECORD}/do/deposit/"
SEEKER = Path(__file__).parents[3] / "examples" / "asylum_seeker.toml"
CLAIM: dict[str, Any] = {"pieces": ["identity_document", "marriage_certificate"], "channel": "post"}


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    browser = come_in("record")
    session = browser.session
    session["answers"], session["ticked"] = dict(SPOUSE), ["identity_document"]
    session.save()
    return browser


def in_sight(page: str) -> str:
    """The form without what is folded."""
    form = page[page.index('class="desk-form"') : page.index("</form>", page.index('class="desk-form"'))]
    return re.sub(r"<details>.*?</details>", "", form, flags=re.S)


def test_her_own_papers_stand_first_with_their_state_those_in_hand_ticked_and_the_rest_folded(she: Client) -> None:
    page = text_of(she.get(HERS))
    shown = in_sight(page)
    assert 0 < shown.count('name="pieces"') <= 20 < page.count('name="pieces"')
    assert "military" not in shown.lower()
    assert re.search(r'value="identity_document" checked', shown)
    assert shown.count(" checked") == 1
    assert 'class="detail">to get' in shown


def test_nothing_raw_is_asked_of_her_and_her_answers_stand_in_words_with_the_ground_they_prove(she: Client) -> None:
    page = unescape(text_of(she.get(HERS)))
    assert 'name="ground"' not in page
    assert 'name="facts"' not in page
    assert "activity = " not in page
    assert "joining a family member" in page.lower()
    assert page.count('name="change"') > len(SPOUSE) - 3


def test_her_answers_and_their_ground_go_with_the_claim_though_nobody_typed_them(
    she: Client,
    house: House,  # noqa: F811
) -> None:
    done(she, HERS, CLAIM)
    claim = house.met(RECORD).state.application
    assert dict(claim.facts)["family_tie"] == "spouse"
    assert claim.asked_ground == "joins_insured_family"


def test_changing_an_answer_keeps_what_was_ticked_and_comes_back_to_the_claim(she: Client) -> None:
    left = she.post(HERS, {**CLAIM, "change": "postcode"})
    assert left.headers["Location"].endswith("/situation/postcode/?then=deposit")
    assert 'name="then" value="deposit"' in text_of(she.get(left.headers["Location"]))
    she.post(left.headers["Location"].split("?")[0], {"postcode": "69003", "then": "deposit"})
    kept = she.post(f"/en/file/{RECORD}/situation/check/")
    assert kept.headers["Location"] == HERS
    page = text_of(she.get(HERS))
    assert re.search(r'value="marriage_certificate" checked', page)
    assert "69003" in page


def test_an_answer_nobody_knows_and_an_act_nobody_may_do_lead_nowhere(she: Client) -> None:
    assert she.get(she.post(HERS, {"change": "no such/answer"}).headers["Location"]).status_code == 404
    assert 'name="then"' not in text_of(she.get(f"/en/file/{RECORD}/situation/postcode/?then=grant_number"))


def test_the_number_of_a_registered_letter_is_asked_checked_and_kept_with_its_sheets(
    she: Client,
    house: House,  # noqa: F811
) -> None:
    assert 'name="tracking"' in text_of(she.get(HERS))
    wrong = she.post(HERS, {**CLAIM, "channel": "registered_post", "tracking": "RK 12 345 678 0 FR"})
    assert wrong.status_code == 422
    assert "Tracking number" in text_of(wrong)
    done(she, HERS, {**CLAIM, "channel": "registered_post", "tracking": "2C 123 456 7890 1"})
    (envelope,) = house.met(RECORD).state.envelope.items
    assert envelope.channel == "registered_post"
    assert len(envelope.pages) == 2
    story = text_of(she.get(f"/en/file/{RECORD}/story/"))
    assert "An envelope was registered (2026-11-23): Identity document" in story


def test_a_tracking_number_of_no_known_shape_is_said_to_be_so_and_kept_as_given(she: Client, house: House) -> None:  # noqa: F811
    she.post(HERS, {**CLAIM, "channel": "registered_post", "tracking": "1A 234 ABC", "happened_on": "2026-11-16"})
    said = text_of(she.get(f"{HERS}check/"))
    assert "has no shape we know" in said
    assert "1A 123 456 7890 1" in said
    she.post(f"{HERS}check/")
    (envelope,) = house.met(RECORD).state.envelope.items
    assert (envelope.tracking, envelope.envelope) == ("1A234ABC", "2026-11-16")
    assert "has no shape we know" in text_of(she.get(f"/en/file/{RECORD}/sending/"))


def test_a_list_that_no_person_can_read_stands_in_two_groups(she: Client) -> None:
    done(she, HERS, CLAIM)
    page = text_of(she.get(f"/en/file/{RECORD}/do/receive_piece/"))
    assert page.index('<optgroup label="Likely here">') < page.index('<optgroup label="All others">')


def test_no_act_of_hers_asks_for_raw_answers_and_without_answers_nothing_long_is_in_sight(come_in: ComeIn) -> None:  # noqa: F811
    browser = come_in("record")
    assert 'name="facts"' not in text_of(browser.get(f"/en/file/{RECORD}/do/tell_situation/"))
    page = text_of(browser.get(HERS))
    assert in_sight(page).count('name="pieces"') == 0
    assert page.count('name="pieces"') > 40
    assert "the papers of this case are not known" in page
    assert "Go to the questions" in page
    done(browser, HERS, CLAIM)
    assert 'name="facts"' not in text_of(browser.get(f"/en/file/{RECORD}/do/grant_application/"))


def test_what_would_happen_speaks_to_her(come_in: ComeIn) -> None:  # noqa: F811
    browser = come_in("she")
    browser.post(f"/en/file/{FILE}/do/receive_piece/", {"piece": "bank_details"})
    page = text_of(browser.get(f"/en/file/{FILE}/do/receive_piece/check/"))
    assert "What the person will read" not in page
    assert " : " not in page[page.index("<main") : page.index("</main>")]


def test_a_paper_that_may_do_for_two_of_the_list_is_one_answer(come_in: ComeIn) -> None:  # noqa: F811
    browser = come_in("record")
    session = browser.session
    session["answers"] = {name: str(value) for name, value in tomllib.loads(SEEKER.read_text(encoding="utf-8")).items()}
    session.save()
    offered = re.findall(r'name="pieces"[^>]*value="(\w+)"', text_of(browser.get(HERS)))
    assert len(offered) == len(set(offered)) > 40
