"""What goes wrong at the person's desk, by hand in a browser: a clear sentence each, nothing lost, nothing shown.

The same is held page by page in ``tests/site/person/test_bad_input.py``; here are the gestures only a browser makes:
Back after sending, two tabs of one visit, cookies gone in the middle of a form, a link opened where it should not be.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ouverture.site.page.house import use
from tests.journeys.serving import PHONE
from tests.journeys.walking import Typed, fill_typed, open_a_file
from tests.services.casework.wired import house_in

pytestmark = pytest.mark.browser

OUTSIDE = "691"
CLAIM: Typed = {"pieces": ("identity_document",), "channel": ("post",)}
RECEIPT: Typed = {"service": (OUTSIDE,), "seen_by": ("letter",)}
BEFORE: Typed = {"ground": ("joins_insured_family",), "rights_from": ("2026-01-01",), "seen_by": ("letter",)}
SAID = "They have found my file again"
CALL: Typed = {"exchange": ("first call",), "with_whom": ("the desk",), "said": (SAID,), "way": ("call",)}
WORDS = "four words of mine"


def asks(page: Page, stream: str, kind: str, typed: Typed) -> None:
    """Fill the form of an act and ask what would happen; the page that answers."""
    page.goto(f"/en/file/{stream}/do/{kind}/")
    fill_typed(page, typed)
    with page.expect_navigation():
        page.get_by_role("button", name="See what would happen").click()


def does(page: Page, stream: str, kind: str, typed: Typed) -> None:
    """The same, and do it."""
    asks(page, stream, kind, typed)
    page.get_by_role("button", name="Do it").click()
    page.wait_for_url(f"**/file/{stream}/")


def refused_at(browser: Browser, site: str, path: str, stream: str) -> Page:
    """A browser of its own that is shown nothing of the file at this address."""
    page = browser.new_context(base_url=site, viewport=PHONE).new_page()
    answer = page.goto(path)
    assert answer
    assert answer.status in (403, 404)
    expect(page.locator("body")).not_to_contain_text(re.compile("CPAM|Rhône|your next act"))
    assert stream not in page.locator("main").inner_html()
    return page


def test_each_thing_that_goes_wrong_is_one_sentence_and_nothing_is_lost(
    chromium: Browser, page: Page, site: str, tmp_path: Path
) -> None:
    use(house_in(tmp_path))
    stream = open_a_file(page, OUTSIDE)
    says = page.locator("main")

    # A letter dated in the future: the day, and what was typed is still in the form.
    asks(page, stream, "deposit", {**CLAIM, "first_received_on": ("2027-01-01",)})
    expect(says).to_contain_text("cannot have received the claim on Friday 1 January 2027")
    page.get_by_role("link", name="Change").click()
    page.wait_for_url("**/do/deposit/")
    expect(page.locator("[name='pieces'][value='identity_document']")).to_be_checked()
    expect(page.locator("[name='first_received_on']")).to_have_value(re.compile("2027"))

    # Back after sending: the form is there, and sending it a second time does nothing twice.
    does(page, stream, "deposit", {**CLAIM, "first_received_on": ("2026-11-20",)})
    page.go_back(wait_until="load")
    page.wait_for_url(f"**/file/{stream}/")
    expect(says).to_contain_text("This had been recorded already.")

    # Logged twice; then one that contradicts the file, which may be kept.
    does(page, stream, "issue_receipt", RECEIPT)
    asks(page, stream, "issue_receipt", RECEIPT)
    expect(says).to_contain_text("The file says so already, logged on Monday 23 November 2026")
    asks(page, stream, "grant_application", BEFORE)
    expect(says).to_contain_text("before the claim arrived")
    expect(page.get_by_role("button", name="Do it")).to_be_visible()

    # Two tabs: what the first one showed is not done under the eyes of whoever read the second.
    other = page.context.new_page()
    asks(page, stream, "record_exchange", CALL)
    asks(other, stream, "record_exchange", {**CALL, "said": ("Something else",)})
    page.get_by_role("button", name="Do it").click()
    expect(says).to_contain_text("filled in otherwise in another tab")
    expect(page.locator("section[aria-labelledby=written]")).to_contain_text(SAID)
    does(other, stream, "tell_names", {"birth_name": ("Martin",)})
    page.get_by_role("button", name="Do it").click()
    expect(says).to_contain_text("Somebody wrote in the file meanwhile")
    other.close()

    # The visit ends in the middle of a form: what was written is given back, to be copied.
    page.goto(f"/en/file/{stream}/do/record_exchange/")
    fill_typed(page, {"said": (SAID,)})
    cookies = page.context.cookies()
    page.context.clear_cookies()
    with page.expect_navigation():
        page.get_by_role("button", name="See what would happen").click()
    expect(says).to_contain_text(SAID)
    page.context.add_cookies([{"name": one["name"], "value": one["value"], "url": site} for one in cookies])

    # A link with a passphrase in the place of the first one, which opens nothing from then on.
    page.goto(f"/en/file/{stream}/link/")
    page.fill("#passphrase", WORDS)
    page.get_by_role("button", name="Make").click()
    link = page.locator("#link").input_value()
    stranger = refused_at(chromium, site, f"/en/file/{stream}/", stream)
    stranger.goto(link)
    stranger.fill("#passphrase", "my first guess")
    with stranger.expect_navigation():
        stranger.locator("main form button").click()
    expect(stranger.get_by_role("alert")).to_be_visible()
    stranger.get_by_text("Forgotten the passphrase?").click()
    expect(stranger.locator("main")).to_contain_text("Nobody can find it again, nor can we.")
    expect(stranger.get_by_role("link", name="Back to my file")).to_be_visible()
    stranger.context.close()

    # A link guessed, and the true one once it was revoked, while a page of the file is still open.
    refused_at(chromium, site, f"{link[:-8]}AAAAAAA/", stream).context.close()
    page.goto(f"/en/file/{stream}/link/")
    page.fill("#passphrase", WORDS)  # asked once more: what comes is grave
    page.locator("main form button").click()
    page.get_by_role("button", name="Revoke every link").click()
    page.wait_for_url("**/en/")
    gone = refused_at(chromium, site, link, stream)
    expect(gone.get_by_role("alert")).to_contain_text("replaced or revoked")
    gone.context.close()
    page.go_back(wait_until="load")
    expect(page.locator("body")).not_to_contain_text("How many links")
    refused_at(chromium, site, f"/en/file/{stream}/papers/", stream).context.close()
