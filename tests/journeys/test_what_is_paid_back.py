"""The article's person prices three care sheets while her number is a waiting one; one comes short, she asks why."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.walking import go_on

pytestmark = pytest.mark.browser

SIZES = [{"viewport": PHONE}, {"viewport": DESK}]
WITHOUT_SCRIPTS = [{**size, "java_script_enabled": False} for size in SIZES]
DESKS = {"resources": {"income": "10338", "household": "2"}, "contribution": {"year": "2025", "capital": "60000"}}


def add(page: Page, act: str, on: str, fee: str, **more: str) -> None:
    page.select_option("#act", act)
    page.fill("#on-day", on)
    page.fill("#fee", fee)
    if "pathway" in more:
        page.select_option("#pathway", more["pathway"])
        page.select_option("#sector", "1")
    if "received" in more:
        page.click("form details summary")
        page.fill("#received", more["received"])
    sent(page)


def sent(page: Page) -> None:
    """Press the button, and wait for the answer: each has an address of its own."""
    before = page.url
    go_on(page)
    page.wait_for_url(lambda url: url != before)


@pytest.mark.parametrize("page", WITHOUT_SCRIPTS, ids=["phone", "desk"], indirect=True)
def test_three_care_sheets_are_priced_and_one_that_came_short_is_asked_about(page: Page) -> None:
    page.goto("/en/desks/price/")
    add(page, "gp", "3 February 2026", "30,00 €", pathway="out")
    expect(page.locator(".told")).to_contain_text("€7.00")
    expect(page.locator(".told")).to_contain_text("Without a médecin traitant")
    add(page, "medicine_65", "2026-02-03", "10")
    add(page, "dentist", "2026-02-17", "23", received="12")
    expect(page.locator("article.sheet")).to_have_count(3)
    expect(page.locator(".told")).to_contain_text("In all: paid back €26.30, left to pay €36.70")
    expect(page.locator(".told")).to_contain_text("You received less than expected")
    page.click("text=Ask in writing")
    expect(page.locator("blockquote[lang=fr]")).to_contain_text("j'attendais 13,80")
    page.go_back()
    expect(page.locator("article.sheet")).to_have_count(2)
    page.go_forward()
    page.locator("a[lang=fr]").first.click()
    expect(page.locator(".told")).to_contain_text("En tout : remboursé 26,30")


@pytest.mark.parametrize(
    ("page", "language"),
    [({"viewport": PHONE}, "fr"), ({"viewport": DESK}, "en")],
    ids=["phone, French", "desk, English"],
    indirect=["page"],
)
def test_axe_finds_nothing_on_the_prices_and_nothing_is_wider_than_the_screen(page: Page, language: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.goto(f"/{language}/desks/price/")
    add(page, "gp", "2026-02-03", "45", pathway="out")
    heights = page.locator(".told svg").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(heights) > 3
    assert max(heights) <= 28, "the bars and their keys are drawn small"
    add(page, "dentist", "2026-02-17", "23", received="12")
    add(page, "gp", "2026-02-03", "nothing")
    for _ in range(2):
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.fill("#fee", "30")
        sent(page)
    for desk, typed in DESKS.items():
        page.goto(f"/{language}/desks/{desk}/")
        for name, value in typed.items():
            page.fill(f"#{name}", value)
        sent(page)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        expect(page.locator("#told")).to_be_visible()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
