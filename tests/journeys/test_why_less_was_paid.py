"""The article's person, her number a waiting one: three care sheets, one paid short, and the question why."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ouverture.dossier.claim.requests import ReceiveClaim
from ouverture.dossier.kernel import Command
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.house import House
from ouverture.site.doors.links import make_link
from ouverture.site.page.house import use
from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.walking import fill_typed
from tests.services.casework.test_care_money import pay, send, with_a_waiting_number
from tests.services.casework.wired import DAY, FILE, RECORD, house_in, opened

pytestmark = pytest.mark.browser

SHEETS = {"doctor": ("gp", 3000), "teeth": ("dentist", 2300), "back": ("auxiliary", 1613)}
EXPECTED = {"doctor": "€7.00", "teeth": "€13.80", "back": "€8.68"}
WITHOUT_SCRIPTS = {"java_script_enabled": False}


@pytest.fixture
def house(tmp_path: Path, site: str) -> House:
    made = with_a_waiting_number(opened(house_in(tmp_path)))
    use(made)
    return made


def do(page: Page, house: House, stream: str, command: Command) -> None:
    """Fill the form of an act, look at what would happen, do it."""
    fill_typed(page, as_typed(command, house.met(stream).state))
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_text("Done.")).to_be_visible()


@pytest.mark.parametrize(
    ("page", "stream"),
    [({"viewport": PHONE, **WITHOUT_SCRIPTS}, FILE), ({"viewport": DESK, **WITHOUT_SCRIPTS}, RECORD)],
    ids=["connected, phone", "recorded, desk"],
    indirect=["page"],
)
def test_three_sheets_are_sent_one_comes_short_and_she_asks_why(page: Page, house: House, stream: str) -> None:
    page.goto(f"/en/link/{make_link(stream)}/")
    with page.expect_navigation():
        page.get_by_role("button", name="Open my file").click()
    for claim, line in SHEETS.items():
        page.goto(f"/en/file/{stream}/money/")
        with page.expect_navigation():
            page.get_by_role("link", name="Send a care sheet").click()
        do(page, house, stream, ReceiveClaim(claim, DAY, (line,)))
    page.goto(f"/en/file/{stream}/money/")
    expect(page.locator("article.sheet")).to_have_count(3)
    for expected in EXPECTED.values():
        expect(page.locator("main")).to_contain_text(expected)

    pay(house, stream, "doctor", 3000, 700)
    pay(house, stream, "teeth", 2300, 1000)
    page.goto(f"/en/file/{stream}/money/")
    short = page.locator("article.sheet", has_text="It is less than expected")
    expect(short).to_have_count(1)
    expect(short).to_contain_text("€13.80")
    expect(short).to_contain_text("€10.00")
    expect(short.locator("blockquote[lang=fr]")).to_contain_text("j'attendais 13,80")
    short.get_by_role("button", name="I am sending this letter").click()
    expect(page.locator("main")).to_contain_text("The caisse was asked on 23 November 2026")
    page.go_back()
    expect(page.locator("main")).to_contain_text("My care sheets and their money")

    page.goto(f"/en/file/{stream}/story/")
    written = page.locator("li", has_text="An exchange was written down (letter, with CPAM")
    expect(written).to_contain_text("23 November 2026")


@pytest.mark.parametrize(
    ("page", "language"),
    [({"viewport": PHONE}, "fr"), ({"viewport": DESK}, "en")],
    ids=["phone, French", "desk, English"],
    indirect=["page"],
)
def test_axe_finds_nothing_on_the_money_of_a_file(page: Page, house: House, language: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.goto(f"/{language}/link/{make_link(FILE)}/")
    page.locator("main form button").first.click()
    page.wait_for_url("**/file/**")
    send(house, FILE, "teeth", ("dentist", 2300))
    send(house, FILE, "other", ("XYZ", 900))
    pay(house, FILE, "teeth", 2300, 1000)
    page.goto(f"/{language}/file/{FILE}/money/")
    expect(page.locator("article.sheet")).to_have_count(2)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
