"""Pages that anyone can use: checked by axe-core, and by hand for what it does not see."""

import re
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.bare_page import bare_faults
from tests.journeys.every_page import VISITORS
from tests.journeys.serving import DESK, PHONE
from tests.journeys.walking import fill, go_on, interviewed

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [{"viewport": PHONE}, {"viewport": DESK}]


OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that read colours: the only ones whose answer the other colour of the system can change."""


def tall(page: Page) -> int:
    """Makes the window tall and returns its width, px: the button that sticks to its foot else covers half an answer.

    Scrolling mends that for a person; axe measures what stands in the window at that moment.
    """
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.set_viewport_size({"width": width, "height": 4000})
    return width


def faults(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe-core finds wrong with the page, one line a fault; with ``only``, by these rules."""
    page.wait_for_load_state()  # a form just sent: while the answer is on its way there is no document to look at
    page.evaluate(f"if (!window.axe) {{ {AXE} }}")
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", only or RULES
    )
    return [f"{fault['id']}: {node['html']}" for fault in found["violations"] for node in fault["nodes"]]


LOOKS = [({"viewport": PHONE}, "fr"), ({"viewport": DESK}, "en")]
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize(("page", "language"), LOOKS, ids=["phone, French", "desk, English"], indirect=["page"])
def test_axe_finds_nothing_in_either_colour_and_nothing_is_wider_than_the_screen(page: Page, language: str) -> None:
    """Each page in both languages and both colours: all rules in one colour, those that read colours in the other."""
    interviewed(page, language)
    width = tall(page)
    for place, path in enumerate(VISITORS):
        first, second = COLOURS if place % 2 else COLOURS[::-1]
        page.emulate_media(color_scheme=first)
        sent = page.goto(f"/{language}/{path}")
        assert language == "fr" or bare_faults(page, sent) == [], path
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(page) == [], (path, first)
        page.emulate_media(color_scheme=second, reduced_motion="reduce")
        assert faults(page, OF_COLOUR) == [], (path, second)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("page", SIZES, ids=["phone", "desk"], indirect=True)
def test_axe_finds_nothing_on_a_screen_with_errors(page: Page) -> None:
    tall(page)
    for name in ("activity", "nationality", "in_france_since", "lives_in"):
        page.goto(f"/en/questions/{name}/")
        go_on(page)
        assert faults(page) == [], name
    page.goto("/en/answers/reload/")
    go_on(page)
    assert faults(page) == []


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(page: Page) -> None:
    page.goto("/en/questions/activity/")
    go_on(page)
    expect(page.locator("[role=alert]")).to_be_focused()
    page.click("[role=alert] a")
    expect(page.locator("#activity-minor")).to_be_focused()
    page.goto("/en/questions/in_france_since/")
    go_on(page)
    page.click("[role=alert] a")
    expect(page.locator("#in_france_since-day")).to_be_focused()


def test_a_screen_can_be_answered_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/en/questions/activity/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # to the fold of the rarer answers, then over it
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/questions/activity/"))


def test_the_focus_can_always_be_seen(page: Page) -> None:
    page.goto("/en/questions/activity/")
    for _ in range(8):
        page.keyboard.press("Tab")
        drawn = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert drawn == "solid"


def test_lines_are_short_enough_to_read(page: Page) -> None:
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    interviewed(page)
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('main p, main li')]
          .filter(element => !element.matches(':has(p, div, ul, details, svg)')).map(element => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const lines = [...range.getClientRects()].filter(box => box.width > 0);
            const size = parseFloat(getComputedStyle(element).fontSize);
            return Math.max(0, ...lines.map(box => box.width / size));
        }))"""
    )
    assert longest / 0.5 <= 80, "in characters of half their height"


def test_a_page_without_its_look_still_reads_in_order(page: Page) -> None:
    page.route("**/static/**", lambda route: route.abort())
    page.goto("/fr/questions/activity/")
    fill(page)
    go_on(page)
    expect(page.locator("h1")).to_have_text("Où vivez-vous aujourd'hui ?")
    assert page.locator("#postcode").is_visible()
