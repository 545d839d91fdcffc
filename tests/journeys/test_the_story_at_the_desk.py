"""From the claim to the card, by hand in a browser: she, an agent of her caisse and Cnav, each at their own desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect

from ouverture.adapters.accounts.models import Account
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.house import House
from ouverture.services.casework.look import view_of
from ouverture.services.casework.offers import Offer
from ouverture.site.doors.links import make_link
from ouverture.site.doors.one_time_code import device_of
from ouverture.site.page.clock import today
from ouverture.site.page.file_acts import settles
from ouverture.site.page.house import use
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.walking import Typed, fill_typed
from tests.services.casework.wired import AGENT, FILE, SHE, house_in, opened

ACTORS = {"person": SHE, "post": SHE, "caisse": AGENT, "agent": AGENT, "cnav": Actor("cnav", "cnav")}
PASSWORD = "a long password for tests"
MOST_ACTS = 40


@pytest.fixture
def house(tmp_path: Path, site: str) -> House:
    made = opened(house_in(tmp_path))
    use(made)
    return made


@pytest.fixture
def desks(chromium: Browser, site: str, house: House) -> Iterator[dict[str, Page]]:
    """A browser for each: hers is a telephone that followed her link, the others signed in with a code."""
    she = chromium.new_context(base_url=site, viewport=PHONE).new_page()
    she.goto(f"/en/link/{make_link(FILE)}/")
    she.get_by_role("button", name="Open my file").click()
    every = {"person": she, "post": she}
    for role, office in (("agent", "751"), ("cnav", "")):
        every["caisse" if role == "agent" else role] = _signed_in(chromium, site, role, office)
    yield every
    for page in set(every.values()):
        page.context.close()


def _signed_in(chromium: Browser, site: str, role: str, office: str) -> Page:
    login = f"{role}-of-the-story"
    Account.objects.filter(login=login).delete()
    account = Account.objects.open(login, PASSWORD, role, office)
    page = chromium.new_context(base_url=site, viewport=DESK).new_page()
    page.goto("/en/sign-in/")
    page.get_by_label("Login").fill(login)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Six-digit code").fill(f"{totp(device_of(account).bin_key):06d}")
    page.get_by_role("button", name="Enter").click()
    expect(page).to_have_url(f"{site}/en/queue/")
    return page


def _next(house: House) -> tuple[str, Offer, Typed]:
    """What the file itself says comes next: whose act, which one, and the answers only a person can give."""
    met = house.met(FILE)
    view = view_of(FILE, met.version, met.state, today())
    for owed in filter(None, (view.headline, *view.also)):
        actor = ACTORS.get(owed.holder)
        able = [one for one in acts_of(actor, view) if one.command and settles(one, owed)] if actor else []
        if able:
            first = min(able, key=lambda one: _rank(one, owed.act))
            assert first.command
            return owed.holder, first, as_typed(first.command, met.state)
    raise AssertionError("nobody has anything to do")


def _rank(offer: Offer, act: str) -> int:
    return next(each.duty.settled_by for each in offer.settles if each.act == act).index(offer.kind)


def test_from_the_claim_to_the_card(desks: dict[str, Page], house: House) -> None:
    done = []
    for _ in range(MOST_ACTS):
        holder, offer, typed = _next(house)
        page = desks[holder]
        page.goto(f"/en/file/{FILE}/")
        page.locator(f"a[href*='/do/{offer.kind}/']").first.click()
        fill_typed(page, typed)
        page.get_by_role("button", name="See what would happen").click()
        page.get_by_role("button", name="Do it").click()
        expect(page.get_by_text("Done.")).to_be_visible()
        done.append(offer.kind)
        if any(card.stage == "in_use" for card in house.met(FILE).state.card.items):
            break
    assert done[-1] == "confirm_card_delivery"
    desks["person"].goto(f"/en/file/{FILE}/")
    expect(desks["person"].locator(".held").get_by_text("You have the card")).to_be_visible()
