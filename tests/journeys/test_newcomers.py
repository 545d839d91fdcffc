"""The eight newcomers of the tour, in a real browser: each language, width and colour occurs with each other one once.

Eight people and eight combinations (French or English, 390 or 1280 px, light or dark): every pair of the three occurs
twice. Counted are screens: a question with the details that one answer of it opens.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_own_checks import SMALL, SOLID
from tests.journeys.walking import fill, interviewed
from tests.newcomers import PEOPLE, REFUSED_AND_NONE

pytestmark = pytest.mark.browser

AT_MOST, WHO_KNOWS_NOTHING = 9, 14


@dataclass(frozen=True)
class Look:
    """One way of coming: the language, the screen, the colour, and the ground of the answer's panel."""

    who: str
    language: str
    is_phone: bool
    colour: str
    panel: str


LOOKS = (
    Look("spouse", "en", True, "light", "yes"),
    Look("student", "fr", True, "dark", "yes"),
    Look("S1 pensioner", "en", False, "dark", "yes"),
    Look("asylum seeker", "fr", False, "light", "wait"),
    Look("refused, names the card", "fr", True, "light", "wait"),
    Look("remote worker", "en", True, "dark", "yes"),
    Look("knows nothing", "fr", False, "dark", "unknown"),
    Look("French returnee", "en", False, "light", "wait"),
)


NOT_COVERED_TODAY = ("asylum seeker", "knows nothing", "French returnee")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.who)
def test_a_newcomer_gets_few_questions_an_answer_with_a_face_and_an_act_with_its_day(
    chromium: Browser, site: str, look: Look
) -> None:
    size = PHONE if look.is_phone else DESK
    context = chromium.new_context(base_url=site, viewport=size, color_scheme=look.colour)  # type: ignore[arg-type]
    page = context.new_page()
    person = PEOPLE[look.who]
    assert screens(page, look.language, person) <= (AT_MOST if person else WHO_KNOWS_NOTHING)
    expect(page.locator(".verdict")).to_have_class(f"verdict {look.panel}")
    expect(page.locator("html")).to_have_attribute("lang", look.language)
    assert "next-act" in (page.locator("main section").first.get_attribute("class") or "")
    for part in ("#next-act", ".date-leaf"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] <= size["height"], part
    if look.who in NOT_COVERED_TODAY:
        expect(page.locator("#help")).to_be_visible()
    assert page.evaluate(SOLID) <= 1
    assert page.evaluate(SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == look.colour
    context.close()


def screens(page: Page, language: str, person: Mapping[str, str]) -> int:
    """From the start page to the answer; how many screens it took. What the person does not say is not known."""
    return interviewed(page, language, person, WHO_KNOWS_NOTHING, said_or_not_known)


def said_or_not_known(page: Page, person: Mapping[str, str]) -> None:
    fill(page, person)
    know_nothing_of_the_rest(page)


def know_nothing_of_the_rest(page: Page) -> None:
    """Say "I don't know" to every field in sight that is still empty."""
    page.evaluate(
        """() => {
          for (const box of document.querySelectorAll('form .field')) {
            if (!box.offsetParent || box.querySelector('input:checked')) continue;
            const list = box.querySelector('select');
            if (list) { if (!list.value) list.value = 'unknown'; continue; }
            const typed = [...box.querySelectorAll('input:not([type=radio], [type=checkbox])')];
            if (typed.some(input => input.value)) continue;
            box.querySelector('[id$="-unknown"]').click();
          }
        }"""
    )


def test_the_refused_person_has_few_questions_both_ways_and_reads_to_name_the_document_they_had(page: Page) -> None:
    for person in (PEOPLE["refused, names the card"], REFUSED_AND_NONE):
        page.context.clear_cookies()
        assert screens(page, "en", person) <= AT_MOST
        expect(page.locator(".verdict h1")).not_to_be_empty()
        page.goto("/en/questions/stay_document/")
        expect(page.locator("#stay_document-hint")).to_contain_text("the one you had, with its last day")
