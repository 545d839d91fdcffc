"""From nothing to the card, by hand in a browser: the questions, a file of her own, then she, her caisse and Cnav.

Where the caisse is outside, she alone writes down each letter, call and card. Both times, once as it should be, and
once through a refusal that is contested, granted and carried out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect

from ouverture.adapters.accounts.models import Account
from ouverture.dossier.file import File
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, OwedAct, view_of
from ouverture.services.casework.offers import Offer
from ouverture.site.doors.one_time_code import device_of
from ouverture.site.page.clock import today
from ouverture.site.page.file_acts import settles
from ouverture.site.page.house import use
from tests.journeys.serving import DESK, PHONE, screen
from tests.journeys.walking import Typed, fill_typed, interviewed, open_a_file
from tests.services.casework.wired import AGENT, SHE, claim, house_in

HERE = {"person": SHE, "post": SHE, "caisse": AGENT, "agent": AGENT, "cnav": Actor("cnav", "cnav")}
OUTSIDE = dict.fromkeys(HERE, SHE)
HER_CAISSE, OUTSIDE_CAISSE = "751", "691"
PASSWORD = "a long password for tests"
MOST_ACTS = 40
ENOUGH = {"identity_document", "birth_certificate"}
"""The papers without which neither the claim nor the number goes on; the others are judged alike."""
A_REFUSAL = ("refuse_application", "lodge_appeal", "decide_appeal")


@pytest.fixture
def house(tmp_path: Path, site: str) -> House:
    """A house with no file in it: the caisse of Paris works on it, every other one is outside."""
    made = house_in(tmp_path)
    use(made)
    return made


@pytest.fixture
def she(chromium: Browser, site: str, house: House, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Her telephone, from nothing: the questions answered, then a file of her own at her caisse, or at one outside."""
    page = chromium.new_context(base_url=site, viewport=screen(PHONE)).new_page()
    interviewed(page)
    open_a_file(page, getattr(request, "param", HER_CAISSE))
    yield page
    page.context.close()


def stream_of(page: Page) -> str:
    """The file that is open in her browser."""
    return page.url.split("/file/")[1].split("/")[0]


@pytest.fixture
def desks(chromium: Browser, site: str, she: Page) -> Iterator[dict[str, Page]]:
    """A browser for each: she, and the others signed in with a code."""
    agent, cnav = (signed_in_by_code(chromium, site, role, office) for role, office in (("agent", "751"), ("cnav", "")))
    yield {"person": she, "post": she, "caisse": agent, "agent": agent, "cnav": cnav}
    agent.context.close()
    cnav.context.close()


def signed_in_by_code(chromium: Browser, site: str, role: str, office: str) -> Page:
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


def _in_hand(file: File) -> bool:
    return any(card.stage == "in_use" for card in file.card.items)


class Story:
    """The file itself says what comes next. ``turns``: the acts chosen, in their order, where another could be."""

    def __init__(self, house: House, stream: str, turns: Sequence[str] = ()) -> None:
        self.house, self.stream, self.turns = house, stream, list(turns)
        self.done: list[str] = []
        self._last: Page | None = None

    @property
    def view(self) -> FileView:
        """The file now."""
        met = self.house.met(self.stream)
        return view_of(self.stream, met.version, met.state, today())

    def lived(self, desks: dict[str, Page], until: Callable[[File], bool] = _in_hand) -> list[str]:
        """Let everybody act at their desk until the card is in hand; the kinds of the acts, in their order."""
        view = self.view
        while not until(view.file) and len(self.done) < MOST_ACTS:
            holder, offer = self._next(view)
            page = desks[holder]
            if page is not self._last:
                page.goto(f"/en/file/{self.stream}/")
            _act(page, offer.kind, _typed(offer, view))
            self._last = page
            self.done.append(offer.kind)
            view = self.view
        return self.done

    def _next(self, view: FileView) -> tuple[str, Offer]:
        """Whose act it is, and which one: the first that the file names, unless another is the turn of the story."""
        owed = filter(None, (view.headline, *view.also))
        found = [(each.holder, offer) for each in owed for offer in _able(each, view)]
        turn = self.turns[0] if self.turns else ""
        holder, offer = next((one for one in found if one[1].kind == turn), found[0])
        if offer.kind == turn:
            self.turns.pop(0)
        return holder, offer


def _able(owed: OwedAct, view: FileView) -> list[Offer]:
    """The acts that settle it, the one the duty names first at the head; outside, no letter says each paper is good."""
    good = {piece.name for piece in view.file.application.pieces if piece.status == "accepted"}
    actor = (HERE if view.connected else OUTSIDE).get(owed.holder)
    if actor is None or (owed.act == "judge_pieces" and (good >= ENOUGH or not view.connected)):
        return []
    able = [one for one in acts_of(actor, view) if one.command and settles(one, owed)]
    return sorted(able, key=lambda one: _rank(one, owed.act))


def _rank(offer: Offer, act: str) -> int:
    return next(each.duty.settled_by for each in offer.settles if each.act == act).index(offer.kind)


def _typed(offer: Offer, view: FileView) -> Typed:
    """What only a person can answer: her claim, and the board's answer."""
    assert offer.command
    typed = as_typed(claim() if offer.kind == "deposit" else offer.command, view.file)
    return {**typed, "outcome": ("granted",)} if offer.kind == "decide_appeal" else typed


def _act(page: Page, kind: str, typed: Typed) -> None:
    """From the file to the act, its form, what would happen, and back to the file, where it is done."""
    link = page.locator(f"a[href*='/do/{kind}/']").first
    if not link.is_visible():
        page.locator("details", has=link).first.locator("summary").first.click()
    with page.expect_navigation():
        link.click()
    fill_typed(page, typed)
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_role("button", name="Do it").click()
    expect(page).to_have_url(re.compile("/en/file/[^/]+/$"))
    expect(page.get_by_text("Done.")).to_be_visible()


def _has_the_card(page: Page, stream: str) -> None:
    page.goto(f"/en/file/{stream}/")
    expect(page.locator(".held").get_by_text("You have the card")).to_be_visible()


@pytest.mark.parametrize("turns", [(), A_REFUSAL], ids=["granted", "refused"])
def test_a_claim_leads_to_the_card_at_a_caisse_of_this_system(
    desks: dict[str, Page], house: House, turns: tuple[str, ...]
) -> None:
    stream = stream_of(desks["person"])
    done = Story(house, stream, turns).lived(desks)
    assert (done[0], done[-1]) == ("deposit", "confirm_card_delivery")
    assert set(turns) <= set(done)
    assert done.count("deposit") == 1
    _has_the_card(desks["person"], stream)


@pytest.mark.parametrize("she", [OUTSIDE_CAISSE], indirect=True)
@pytest.mark.parametrize("turns", [(), A_REFUSAL], ids=["granted", "refused"])
def test_a_claim_leads_to_the_card_where_the_caisse_is_outside_and_she_writes_down_what_comes(
    she: Page, house: House, turns: tuple[str, ...]
) -> None:
    stream = stream_of(she)
    done = Story(house, stream, turns).lived(dict.fromkeys(OUTSIDE, she))
    assert (done[0], done[-1]) == ("deposit", "confirm_card_delivery")
    assert set(turns) <= set(done)
    assert done.count("deposit") == 1
    _has_the_card(she, stream)
