"""A signed paper checked by the browser itself, with the network taken away."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ouverture.services.casework.signed.said import PaperSaid, as_values
from ouverture.site.page.house import use
from tests.services.casework.wired import house_in

pytestmark = pytest.mark.browser
SAID = PaperSaid("rights_certificate", "0123456789abcdef", date(2026, 11, 23), "751", "Œuvré محمد", "", "2900399243123")


def test_a_browser_without_a_network_tells_a_genuine_paper_from_an_altered_one(
    page: Page, site: str, tmp_path: Path
) -> None:
    house = house_in(tmp_path)
    use(house)
    assert house.signer
    token = house.signer.signed(as_values(SAID))
    page.goto("/en/check/")
    expect(page.locator("#check-here")).to_be_visible()
    page.context.set_offline(True)
    page.clock.set_fixed_time("2026-11-23T12:00:00Z")
    for code, state, says in (
        (token, "good", "nothing has withdrawn it"),
        (token[:60] + ("A" if token[60] != "A" else "B") + token[61:], "altered", "not genuine"),
        (token[:40], "cut", "not whole"),
        ("hello", "unreadable", "not a signed paper"),
    ):
        page.fill("#code", code)
        page.click("#check-here")
        expect(page.locator(f"#here[data-state={state}]")).to_contain_text(says)
    page.clock.set_fixed_time("2026-12-23T12:00:00Z")
    page.fill("#code", token)
    page.click("#check-here")
    expect(page.locator("#here")).to_contain_text("Œuvré محمد")
    expect(page.locator("#here[data-state=not_known]")).to_contain_text("too old")
