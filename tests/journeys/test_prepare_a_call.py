"""Prepare a call, as a visitor does: on a phone and at a desk, with axe-core, without JavaScript, and on paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.walking import fill_day

pytestmark = pytest.mark.browser

SIZES = [{"viewport": PHONE}, {"viewport": DESK}]
WITHOUT_SCRIPTS = [{"viewport": PHONE, "java_script_enabled": False}]


def width_of(page: Page) -> int:
    return page.viewport_size["width"] if page.viewport_size else 0


@pytest.mark.parametrize("page", SIZES, ids=["phone", "desk"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_list_the_sheet_and_the_error_are_accessible(page: Page, language: str) -> None:
    for path in ("desks/call/", "desks/call/account_code/", "desks/call/doctor_reply/"):
        page.goto(f"/{language}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width_of(page), path
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.fill("#number", "12")
    page.click("main form button")
    assert faults(page) == []
    expect(page.locator("[role=alert] a")).to_have_attribute("href", "#number")


@pytest.mark.parametrize("page", WITHOUT_SCRIPTS, ids=["no scripts"], indirect=True)
def test_from_the_desks_to_a_filled_sheet_without_javascript(page: Page) -> None:
    page.goto("/en/desks/")
    page.click("main a:has-text('Prepare a call')")
    page.click("text=I sent my claim and heard nothing")
    page.click("main details summary")
    page.fill("#number", "185039940401735")
    fill_day(page, "posted", "2026-03-02")
    page.click("main form button")
    expect(page.locator(".aloud [lang=fr]")).to_contain_text("Mon numéro est 1 85 03 99 404 017 35.")
    assert "185039940401735" not in page.url
    expect(page.locator(".aloud [lang=en]")).to_contain_text("I sent my papers on Monday 2 March 2026.")
    expect(page.locator(".to-note dd")).to_have_count(4)


@pytest.mark.parametrize("page", [{"viewport": DESK}], ids=["desk"], indirect=True)
def test_the_printed_sheet_has_what_to_say_and_room_to_note_but_no_form(page: Page) -> None:
    page.goto("/fr/desks/call/account_locked/")
    page.emulate_media(media="print")
    expect(page.locator("main form")).to_be_hidden()
    expect(page.locator(".aloud").first).to_be_visible()
    expect(page.locator(".to-note")).to_be_visible()
