"""The pages of a file, for anyone: axe, fingers, the narrowest screen, with a caisse here and with one outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from ouverture.site.doors.links import make_link
from ouverture.site.page.house import use
from tests.journeys.bare_page import bare_faults
from tests.journeys.every_page import HERS
from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.test_own_checks import SMALL, SOLID, THIN
from tests.services.casework.wired import FILE, RECORD, house_in, opened

pytestmark = pytest.mark.browser

LOOKS = [({"viewport": PHONE, "has_touch": True}, "fr"), ({"viewport": DESK}, "en")]
NARROW = ViewportSize(width=320, height=700)


@pytest.fixture
def inside(page: Page, site: str, tmp_path: Path) -> Page:
    """She followed both her links: a file at her caisse, and the record of one outside."""
    use(opened(house_in(tmp_path)))
    for stream in (FILE, RECORD):
        page.goto(f"/en/link/{make_link(stream)}/")
        page.get_by_role("button", name="Open my file").click()
    return page


@pytest.mark.parametrize(("page", "language"), LOOKS, ids=["phone, French", "desk, English"], indirect=["page"])
def test_axe_finds_nothing_one_button_is_solid_at_most_and_it_makes_sense_bare(inside: Page, language: str) -> None:
    """The phone is 320 px wide too, under a finger; the other width of each language is walked by the long tests."""
    size = inside.viewport_size or PHONE
    for stream, path in [(FILE, path) for path in HERS] + [(RECORD, "")]:
        sent = inside.goto(f"/{language}/file/{stream}/{path}")
        assert language == "fr" or bare_faults(inside, sent) == [], path
        assert inside.evaluate(SOLID) <= 1, path
        inside.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(inside) == [], path
        assert inside.evaluate(SMALL) == [], path
        if size["width"] == PHONE["width"]:
            inside.set_viewport_size(NARROW)
            assert inside.evaluate(THIN) == [], path
            assert inside.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
            inside.set_viewport_size(size)


def test_a_letter_is_logged_in_two_clicks_from_her_file(inside: Page) -> None:
    inside.goto(f"/en/file/{RECORD}/")
    inside.get_by_role("link", name="A call", exact=True).click()
    inside.get_by_role("link", name="is something else").click()
    expect(inside.locator("select[name=way]")).to_have_value("call")
