"""Filling in screens as a person does: by what is written on them."""

from collections.abc import Mapping

from playwright.sync_api import Page

from tests.spouse import SPOUSE


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


def go_on(page: Page) -> None:
    """Press the button of the screen."""
    page.click("main form button")


def interviewed(page: Page, language: str = "en", person: Mapping[str, str] = SPOUSE) -> int:
    """From the start page to the answer; how many screens it took."""
    page.goto(f"/{language}/")
    page.click(".card.first .button")
    screens = 0
    while "/questions/" in page.url:
        screens += 1
        assert screens <= 20, page.url
        fill(page, person)
        go_on(page)
    return screens
