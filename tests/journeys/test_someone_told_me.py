"""A message on the screen, a letter in the post, a paper sheet to fill in: the desks for bad days, without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.walking import fill_day, go_on

pytestmark = pytest.mark.browser

SIZES = [{"viewport": PHONE}, {"viewport": DESK}]
WITHOUT_SCRIPTS = [{**size, "java_script_enabled": False} for size in SIZES]
NOT_NOW = "Votre situation actuelle ne vous permet pas de créer immédiatement votre compte ameli."
LETTER = """Merci de nous envoyer :
- une copie de votre titre de séjour
- un RIB
- le feuillet bleu n° 7"""
TEXTS = [NOT_NOW, LETTER, "Votre carte vitale expire, cliquez http://ameli-vitale.top", "Il pleut sur Nantes.", ""]


@pytest.mark.parametrize("page", WITHOUT_SCRIPTS, ids=["phone", "desk"], indirect=True)
def test_a_message_is_decoded_from_the_start_page_without_javascript(page: Page) -> None:
    page.goto("/en/")
    page.click("main .big-links a[href$='/desks/message/']")
    page.click("main details summary")
    page.select_option("#number_status", "permanent")
    page.fill("#message", NOT_NOW)
    go_on(page)
    expect(page.locator(".told")).to_contain_text("The account cannot be created now")
    expect(page.locator(".told ol li").first).to_contain_text("Something you typed differs")
    expect(page.locator(".path figcaption strong")).to_have_text("The ameli account")
    expect(page.locator("#number_status")).to_have_value("permanent")
    assert NOT_NOW[:10] not in page.url


@pytest.mark.parametrize("page", WITHOUT_SCRIPTS, ids=["phone", "desk"], indirect=True)
def test_the_care_sheet_is_explained_and_its_last_day_counted_without_javascript(page: Page) -> None:
    page.goto("/fr/")
    page.click("main a[href$='/desks/care-sheet/']")
    fill_day(page, "care_on", "2026-02-10")
    go_on(page)
    expect(page.locator("#told")).to_contain_text("vendredi 31 mars 2028")
    assert "2026-02-10" not in page.url


@pytest.mark.parametrize("page", SIZES, ids=["phone", "desk"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_on_the_answers_and_nothing_is_wider_than_the_screen(page: Page, language: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    for text in TEXTS:
        page.goto(f"/{language}/desks/message/")
        page.fill("#message", text)
        go_on(page)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(page) == [], text
        assert page.evaluate("document.documentElement.scrollWidth") <= width, text
    page.goto(f"/{language}/desks/care-sheet/")
    go_on(page)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_empty_message_takes_the_focus_and_leads_back_to_the_box(page: Page) -> None:
    page.goto("/en/desks/message/")
    go_on(page)
    expect(page.locator("[role=alert]")).to_be_focused()
    page.click("main [role=alert] a")
    expect(page.locator("#message")).to_be_focused()


def test_the_words_of_the_drawing_stay_inside_it(page: Page) -> None:
    page.goto("/fr/desks/care-sheet/")
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('.sheet text')].map(text => text.getBBox())
            .map(box => box.x + box.width))"""
    )
    assert longest <= 336


def test_the_guide_prints_on_a_few_sheets(page: Page, tmp_path: Path) -> None:
    page.goto("/en/desks/care-sheet/")
    sheet = tmp_path / "guide.pdf"
    page.pdf(path=sheet, format="A4")
    assert 1 <= sheet.read_bytes().count(b"/Type /Page\n") <= 4
