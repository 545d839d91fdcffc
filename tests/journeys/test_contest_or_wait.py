"""A refusal comes in the post: read on one page, contested on the next, without script."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.walking import fill_day, go_on

pytestmark = pytest.mark.browser

SIZES = [{"viewport": PHONE}, {"viewport": DESK}]
WITHOUT_SCRIPTS = [{**size, "java_script_enabled": False} for size in SIZES]
REFUSAL = """Votre demande d'affiliation à l'assurance maladie est refusée car votre séjour n'est pas régulier.
Vous pouvez contester cette décision devant la commission de recours amiable dans un délai de deux mois."""


@pytest.mark.parametrize("page", WITHOUT_SCRIPTS, ids=["phone", "desk"], indirect=True)
def test_a_refusal_is_read_and_leads_to_the_remedies_without_javascript(page: Page) -> None:
    page.goto("/en/desks/message/")
    page.click("main details summary")
    fill_day(page, "received_on", "2026-10-20")
    page.fill("#message", REFUSAL)
    go_on(page)
    expect(page.locator(".told")).to_contain_text("20 December 2026")
    page.click(".told a[href$='/desks/remedies/']")
    page.select_option("#kind", "refusal")
    fill_day(page, "happened_on", "2026-10-20")
    page.select_option("#remedies_told", "yes")
    go_on(page)
    expect(page.locator(".told")).to_contain_text("Last day: 20\u00a0December\u00a02026")
    with page.expect_download() as download:
        page.click(".told a[href*='/calendar/']")
    assert "DTSTART;VALUE=DATE:20261220" in download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("page", SIZES, ids=["phone", "desk"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_on_the_remedies_and_nothing_is_wider_than_the_screen(page: Page, language: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    for kind in ("refusal", "medical_refusal", "silence", ""):
        page.goto(f"/{language}/desks/remedies/")
        page.select_option("#kind", kind)
        fill_day(page, "happened_on", "2026-07-01")
        go_on(page)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(page) == [], kind
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
