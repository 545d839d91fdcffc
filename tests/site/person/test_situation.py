"""My situation: what a change would change is shown before it is kept; kept, it is found again by the link."""

import re

import pytest
from django.test import Client

from ouverture.services.casework.house import House
from ouverture.site.doors.links import make_link
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of
from tests.spouse import SPOUSE

HERS = f"/en/file/{RECORD}/situation/"


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    """She answered the questions in this visit; her record of a caisse outside holds nothing yet."""
    browser = come_in("record")
    session = browser.session
    session["answers"] = dict(SPOUSE)
    session.save()
    return browser


def test_answers_of_the_visit_are_kept_in_the_file_in_one_act_and_found_again_by_the_link(she: Client) -> None:
    assert "in this visit only" in text_of(she.get(HERS))
    assert she.post(f"{HERS}keep/").status_code == 302
    other = Client()
    other.post(f"/en/link/{make_link(RECORD)}/")
    page = text_of(other.get(HERS))
    assert "joining a family member insured in France" in page
    assert "in this visit only" not in page
    assert "The answers that go with it" in text_of(other.get(f"/en/file/{RECORD}/do/deposit/"))
    assert "The whole list is not known" not in text_of(other.get(f"/en/file/{RECORD}/papers/"))


def test_a_file_begun_after_the_questions_holds_their_answers_at_once() -> None:
    browser = Client()
    session = browser.session
    session["answers"] = dict(SPOUSE)
    session.save()
    browser.post("/en/begin/", {"caisse": "691"})
    stream = re.search(r"/file/(\w+)/", text_of(browser.get("/en/begin/link/")))
    assert stream
    browser.post("/en/answers/start-again/")
    assert "joining a family member" in text_of(browser.get(f"/en/file/{stream[1]}/situation/"))


@pytest.mark.parametrize(
    ("language", "in_order"),
    [("en", ["France", "Afghanistan", "Albania"]), ("fr", ["France", "Afghanistan", "Afrique"])],
)
def test_countries_stand_in_the_order_of_the_language_of_the_page(
    she: Client, language: str, in_order: list[str]
) -> None:
    page = she.get(f"{HERS}nationality/".replace("/en/", f"/{language}/")).content.decode()
    names = re.findall(r'<option value="\w+"[^>]*>([^<]+)<', page)
    assert len(names) > 190
    assert [name.split()[0] for name in names[: len(in_order)]] == in_order


def test_what_a_change_changes_is_shown_before_anything_is_kept(she: Client) -> None:
    she.post(f"{HERS}keep/")
    she.post(f"{HERS}relative_insured/", {"relative_insured": "no"})
    check = text_of(she.get(f"{HERS}check/"))
    assert "You will be covered after more than three months" in check
    assert "Papers dropped" in check
    assert "joining a family member" in text_of(she.get(HERS))
    she.post(f"{HERS}check/")
    assert "You will be covered after more than three months" in text_of(she.get(HERS))


def test_back_and_a_second_press_keep_it_once(she: Client) -> None:
    she.post(f"{HERS}keep/")
    she.post(f"{HERS}relative_insured/", {"relative_insured": "no"})
    she.post(f"{HERS}check/")
    assert she.post(f"{HERS}check/").status_code == 302
    assert "recorded already" in text_of(she.get(HERS))
    assert text_of(she.get(f"/en/file/{RECORD}/story/")).count("kept their answers") == 2


def test_a_wrong_answer_comes_back_with_what_is_wrong_and_nothing_is_kept(she: Client) -> None:
    she.post(f"{HERS}keep/")
    page = she.post(f"{HERS}in_france_since/", {"in_france_since-day": "31", "in_france_since-month": "2"})
    assert page.status_code == 422
    assert 'value="31"' in text_of(page)
    assert she.get(f"{HERS}check/").status_code == 302


def test_what_if_says_the_day_on_which_the_answer_turns_and_stands_in_no_address(she: Client) -> None:
    sent = she.post(f"{HERS}what-if/", {"case": "work", "on-day": "15", "on-month": "12", "on-year": "2026"})
    assert sent.headers["Location"] == HERS
    page = text_of(she.get(HERS))
    assert "The answer turns on" in page
    assert "15 December 2026" in page
    assert "Your work in France covers you" in page


def test_a_day_that_is_past_is_said_in_one_sentence(she: Client) -> None:
    she.post(f"{HERS}what-if/", {"case": "work", "on-day": "1", "on-month": "1", "on-year": "2020"})
    assert "That day is past" in text_of(she.get(HERS))


def test_the_pages_of_somebody_elses_situation_open_to_nobody(she: Client, house: House) -> None:  # noqa: F811
    for path in ("", "check/", "family_tie/"):
        assert Client().get(f"{HERS}{path}").status_code == 403
        assert she.get(f"/en/file/{FILE}/situation/{path}").status_code == 404
    for path in ("keep/", "what-if/"):
        assert she.post(f"/en/file/{FILE}/situation/{path}").status_code == 404
