"""A browser before the served site, one of each for all journeys, and a new visitor for each."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.serving import PHONE, chromium_opened, screen, served


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the site."""
    with served() as address:
        yield address


@pytest.fixture(scope="session")
def chromium(site: str) -> Iterator[Browser]:
    """One browser for all journeys; after the site, whose tables cannot be made once playwright's loop runs."""
    with chromium_opened() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new visitor. Parametrise with a dictionary of browser options; a phone unless told."""
    options = {"viewport": PHONE, **getattr(request, "param", {})}
    options["viewport"] = screen(options["viewport"])
    context = chromium.new_context(base_url=site, **options)
    context.set_default_timeout(10_000)
    asked: list[str] = []
    visitor = context.new_page()
    visitor.on("request", lambda sent: asked.append(sent.url))
    yield visitor
    context.close()
    assert all(url.startswith(site) for url in asked), "a page asked for something outside this machine"
