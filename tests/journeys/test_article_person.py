"""The person of the article that this project starts from, from the start page to her printed plan."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.serving import DESK, PHONE
from tests.journeys.walking import fill, go_on, interviewed
from tests.spouse import SPOUSE

pytestmark = pytest.mark.browser

WITHOUT_SCRIPTS = [{"viewport": PHONE, "java_script_enabled": False}, {"viewport": DESK, "java_script_enabled": False}]


@pytest.mark.parametrize(
    ("page", "language"),
    tuple(zip(WITHOUT_SCRIPTS, ("fr", "en"), strict=True)),
    ids=["phone", "desk"],
    indirect=["page"],
)
def test_nine_screens_at_most_lead_from_the_start_page_to_the_printed_plan_without_javascript(
    page: Page, language: str
) -> None:
    assert interviewed(page, language) <= 9
    told = {
        "en": ("no three-month wait", "Fill in form S1106 with your old number"),
        "fr": (
            "pas d'attente de trois mois",
            "Remplissez le formulaire S1106 avec votre ancien numéro",
        ),
    }
    for words in told[language]:
        expect(page.locator("main")).to_contain_text(words)
    page.click("a[href$='/verdict/print/']")
    for words in (*told[language], "CSS D160-2", "CPAM de Paris", "75948 PARIS"):
        expect(page.locator("main")).to_contain_text(words)


def test_the_plan_can_be_printed_on_paper(page: Page, tmp_path: Path) -> None:
    interviewed(page)
    page.goto("/en/verdict/print/")
    sheet = tmp_path / "plan.pdf"
    page.pdf(path=sheet, format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", sheet.read_bytes()))
    assert pages <= 2


def test_answers_saved_to_a_file_bring_the_answer_back_in_another_browser(page: Page, tmp_path: Path) -> None:
    interviewed(page)
    page.goto("/en/answers/")
    with page.expect_download() as download:
        page.click("a[href$='/answers/file/']")
    kept = tmp_path / "mine.toml"
    download.value.save_as(kept)
    page.click("form[action$='start-again/'] button")
    page.click(".back-again a[href$='/answers/reload/']")
    page.set_input_files("#file", kept)
    go_on(page)
    page.click("main .acts a")
    expect(page.locator("h1")).to_contain_text("Yes. You are joining")


def test_a_changed_answer_changes_the_verdict_and_back_again(page: Page) -> None:
    interviewed(page)
    page.goto("/en/answers/")
    page.click("a[href$='/questions/relative_insured/']")
    page.check("#relative_insured-no")
    go_on(page)
    for _ in range(5):
        if "/questions/" in page.url:
            fill(page, {**SPOUSE, "relative_other_cover": "none"})
            go_on(page)
    expect(page.locator("h1")).to_contain_text("Not yet. You will be entitled from")
    page.goto("/en/questions/relative_insured/")
    page.check("#relative_insured-yes")
    go_on(page)
    expect(page.locator("h1")).to_contain_text("Yes. You are joining")


def test_the_language_can_be_switched_in_the_middle_and_keeps_the_place(page: Page) -> None:
    page.goto("/fr/")
    page.click(".card.first .button")
    fill(page)
    go_on(page)
    place = page.url
    page.click(".language")
    page.wait_for_url(place.replace("/fr/", "/en/"))
    expect(page.locator("h1")).to_have_text("Where do you live today?")


def test_the_detail_appears_with_the_answer_that_calls_for_it(page: Page) -> None:
    page.goto("/en/questions/activity/")
    fill(page)
    go_on(page)
    assert not page.locator("#postcode").is_visible()
    page.check("#lives_in-france")
    assert page.locator("#postcode").is_visible()
    page.check("#lives_in-mayotte")
    assert not page.locator("#postcode").is_visible()
