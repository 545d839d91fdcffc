"""An agent receives an envelope with the keyboard alone, each screen read as a screen reader does; the twin is known.

The rest of the day by keys is walked by the suite; this part by ``script/campaign --part journeys``.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ouverture.services.casework.house import House
from tests.journeys.test_accessibility import faults
from tests.journeys.test_the_caisse_at_work import Enter, enter, heard, house, press
from tests.services.casework.wired import FILE

__all__ = ["enter", "house"]
pytestmark = pytest.mark.browser
SHEETS = ("Passport", "Lease of the rue des Lilas")


def test_an_envelope_is_received_looked_at_and_known_again_by_keys(enter: Enter, house: House) -> None:
    agent = enter("agent@751")
    agent.goto(f"/en/file/{FILE}/")
    press(agent, "o", "a")
    agent.wait_for_url("**/intake/")
    heard(agent)
    before = len(house.met(FILE).state.envelope.items)
    the_sheets_are_typed(agent)
    press(agent, "v")
    expect(agent.locator("blockquote.letter-words").first).to_contain_text(SHEETS[0])
    assert len(house.met(FILE).state.envelope.items) == before
    heard(agent)
    press(agent, "s")
    expect(agent.get_by_text("Done.")).to_be_visible()
    assert len(house.met(FILE).state.envelope.items) == before + 1
    the_sheets_are_typed(agent)
    press(agent, "s")
    expect(agent.get_by_role("alert")).to_be_visible()
    expect(agent.locator("#pages")).to_have_value("\n".join(SHEETS))
    heard(agent)
    assert faults(agent) == []
    assert len(house.met(FILE).state.envelope.items) == before + 1


def the_sheets_are_typed(agent: Page) -> None:
    """One on each line; then past the other fields to the first button, where a letter is a key again."""
    agent.focus("#pages")
    press(agent, "Control+a")
    agent.keyboard.type("\n".join(SHEETS))
    for _ in range(6):
        press(agent, "Tab")
        if agent.evaluate("document.activeElement.tagName") == "BUTTON":
            return
    raise AssertionError("no button within six tabs of the sheets")
