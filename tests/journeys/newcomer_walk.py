"""One newcomer's way from the start page to the answer, in a language, at a width, in a colour: what must hold on it.

What a walk counts is what the newcomer meets: screens with a question; a detail that an answer opens on the same screen
is of that screen. The tour names eight persons; one of them, whose renewal was refused, reads "which document do you
hold?" in two ways, as somebody did. So nine walk here: the first seven of the issue are all but the one who knows
nothing and the returnee.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from playwright.sync_api import Browser, Page, expect

from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import OF_COLOUR, faults
from tests.journeys.test_own_checks import SMALL, SOLID, THIN
from tests.journeys.walking import fill, interviewed
from tests.newcomers import PEOPLE

Language = Literal["en", "fr"]
Colour = Literal["light", "dark"]

LANGUAGES: tuple[Language, ...] = ("en", "fr")
COLOURS: tuple[Colour, ...] = ("light", "dark")
WIDTHS = (PHONE["width"], DESK["width"])
WHO_KNOWS_NOTHING = "knows nothing"
AT_MOST, AT_MOST_UNKNOWN = 9, 14
"""Screens with a question: for whoever knows their life, and for whoever knows nothing of it."""

PANELS: Mapping[str, str] = {
    "spouse": "yes",
    "student": "yes",
    "S1 pensioner": "yes",
    "asylum seeker": "wait",
    "refused, names the card": "wait",
    "refused, says none": "unknown",
    "remote worker": "yes",
    WHO_KNOWS_NOTHING: "unknown",
    "French returnee": "wait",
}
"""The ground of the answer's panel, by newcomer."""

NOT_COVERED_TODAY = ("asylum seeker", WHO_KNOWS_NOTHING, "French returnee")
"""Whoever must be told where care and help are."""


@dataclass(frozen=True)
class Look:
    """One way of coming: the language, the width of the screen, the colour that the system asks for."""

    language: Language
    width: int
    colour: Colour

    @property
    def is_phone(self) -> bool:
        """Whether it is the small screen, touched with a finger."""
        return self.width == PHONE["width"]


LOOKS = tuple(Look(*each) for each in product(LANGUAGES, WIDTHS, COLOURS))
"""All eight."""


def walk(chromium: Browser, site: str, who: str, look: Look, axe: bool = False) -> int:
    """Walk to the answer and look at it; how many screens had a question. AssertionError says where a promise broke."""
    context = chromium.new_context(
        base_url=site,
        viewport=PHONE if look.is_phone else DESK,
        has_touch=look.is_phone,
        color_scheme=look.colour,
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    try:
        most = AT_MOST if PEOPLE[who] else AT_MOST_UNKNOWN
        screens = interviewed(page, look.language, PEOPLE[who], most, answered_and_looked_at)
        _answer_holds(page, who, look)
        if axe:
            _axe_finds_nothing(page, look)
    finally:
        context.close()
    return screens


def named_walk(chromium: Browser, site: str, who: str, look: Look) -> int:
    """A walk with axe on its answer, whose broken promise says in which look it broke."""
    try:
        return walk(chromium, site, who, look, axe=True)
    except AssertionError as broken:
        raise AssertionError(f"{look.language}, {look.width} px, {look.colour}: {broken}") from broken


def answered_and_looked_at(page: Page, person: Mapping[str, str]) -> None:
    """Answer a screen that holds what every page must; what the person does not say is not known."""
    _page_holds(page)
    fill(page, person)
    know_nothing_of_the_rest(page)


def _page_holds(page: Page) -> None:
    """One solid button at most, nothing under 13 px, no sideways scroll; under a finger, nothing thin."""
    size = page.viewport_size or PHONE
    assert page.evaluate(SOLID) <= 1, page.url
    assert page.evaluate(SMALL) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], page.url
    if size == PHONE:
        assert page.evaluate(THIN) == [], page.url


def _answer_holds(page: Page, who: str, look: Look) -> None:
    """The panel, the language, the colour; the first act and its day in sight; what to do today, somewhere to ask."""
    _page_holds(page)
    expect(page.locator(".verdict")).to_have_class(f"verdict {PANELS[who]}")
    expect(page.locator(".verdict h1")).not_to_be_empty()
    expect(page.locator("html")).to_have_attribute("lang", look.language)
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == look.colour
    assert "next-act" in (page.locator("main section").first.get_attribute("class") or "")
    for part in ("#next-act", ".date-leaf"):
        box = page.locator(part).bounding_box()
        assert box, part
        assert box["y"] + box["height"] <= (page.viewport_size or PHONE)["height"], part
    if who in NOT_COVERED_TODAY:
        expect(page.locator("#help")).to_be_visible()


def _axe_finds_nothing(page: Page, look: Look) -> None:
    """All rules in this colour with every fold open, then those that read colours in the other one."""
    page.set_viewport_size({"width": look.width, "height": 4000})
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= look.width
    page.emulate_media(color_scheme="light" if look.colour == "dark" else "dark", reduced_motion="reduce")
    assert faults(page, OF_COLOUR) == []


def know_nothing_of_the_rest(page: Page) -> None:
    """Say "I don't know" to every field in sight that is still empty."""
    page.evaluate(
        """() => {
          for (const box of document.querySelectorAll('form .field')) {
            if (!box.offsetParent || box.querySelector('input:checked')) continue;
            const list = box.querySelector('select');
            if (list) { if (!list.value) list.value = 'unknown'; continue; }
            const typed = [...box.querySelectorAll('input:not([type=radio], [type=checkbox])')];
            if (typed.some(input => input.value)) continue;
            box.querySelector('[id$="-unknown"]').click();
          }
        }"""
    )
