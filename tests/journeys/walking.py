"""Filling in screens as a person does: by what is written on them."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

from tests.spouse import SPOUSE

Typed = Mapping[str, tuple[str, ...]]
"""What one types into the form of an act: values by field."""


def fill(page: Page, person: Mapping[str, str] = SPOUSE) -> None:
    """Answer what the screen shows, in the order in which it shows it."""
    for name, value in person.items():
        if page.locator(f"select#{name}").is_visible():
            page.select_option(f"#{name}", value)
        elif page.locator(f"#{name}-day").is_visible():
            fill_day(page, name, value)
        elif page.locator(f"label[for='{name}-{value}']").is_visible():
            page.check(f"#{name}-{value}")
        elif page.locator(f"input#{name}").is_visible():
            page.fill(f"#{name}", value)


def fill_day(page: Page, name: str, day: str) -> None:
    """Write a day (year-month-day) into the three boxes of a date."""
    for part, written in zip(("year", "month", "day"), day.split("-"), strict=True):
        page.fill(f"#{name}-{part}", written)


def fill_typed(page: Page, typed: Typed) -> None:
    """Answer the form of an act with what one would type, field by field.

    The form is there already: whoever comes to it by a link waits for the page, or each field is taken for absent.
    """
    for name, values in typed.items():
        field = page.locator(f"[name='{name}']")
        if not values or not field.count():
            continue
        kind = field.first.get_attribute("type") or field.first.evaluate("field => field.tagName.toLowerCase()")
        if kind in ("radio", "checkbox"):
            for value in values:
                unfold(page, f"[name='{name}'][value='{value}']")
                page.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "select":
            unfold(page, f"select[name='{name}']")
            page.select_option(f"select[name='{name}']", list(values))
        else:
            unfold(page, f"[name='{name}']")
            field.first.fill("\n".join(values))


def unfold(page: Page, which: str) -> None:
    """Open the fold in which something stands, as a person does who does not find it in sight."""
    if not page.locator(which).first.is_visible():
        page.locator("details", has=page.locator(which)).locator("summary").first.click()


def go_on(page: Page) -> None:
    """Press the button of the screen, and wait for the page it leads to."""
    with page.expect_navigation():
        page.click("main form button")


def interviewed(
    page: Page,
    language: str = "en",
    person: Mapping[str, str] = SPOUSE,
    most: int = 20,
    answer: Callable[[Page, Mapping[str, str]], None] = fill,
) -> int:
    """From the start page to the answer, ``answer`` filling each screen; how many screens it took, ``most`` at most."""
    page.goto(f"/{language}/")
    with page.expect_navigation():
        page.click(".card.first .button")
    screens = 0
    while "/questions/" in page.url:
        screens += 1
        assert screens <= most, page.url
        answer(page, person)
        go_on(page)
        assert "?result=" not in page.url, page.locator("[role=alert]").inner_text()
    return screens


def open_a_file(page: Page, caisse: str = "") -> str:
    """A file of one's own in one act, at the caisse of the answers unless another is chosen; its name in addresses."""
    page.goto("/en/begin/")
    if caisse:
        page.select_option("#caisse", caisse)
    page.get_by_role("button", name="Open the file").click()
    page.get_by_role("link", name="Go to the file").click()
    page.wait_for_url("**/file/*/")
    return page.url.split("/file/")[1].strip("/")


def do_act(page: Page, stream: str, kind: str, typed: Typed) -> None:
    """An act from its form to the file, where it is done."""
    page.goto(f"/en/file/{stream}/do/{kind}/")
    fill_typed(page, typed)
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_role("button", name="Do it").click()
    page.wait_for_url(f"**/file/{stream}/")
