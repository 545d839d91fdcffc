"""Both sides at once, in a browser: a paper asked again, a hold, a call, a doctor who declines, a card at a kiosk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, Page, expect

from ouverture.adapters.accounts.models import Account
from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication
from ouverture.dossier.card.decisions import ConfirmCardDelivery, OrderCard, PostCard, ProduceCard
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.number.decisions import ReactivateNumber
from ouverture.dossier.person.decisions import TellAddress, TellBirth, TellNames
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.papers.reading import read_waiting
from ouverture.site.doors.links import make_link
from ouverture.site.page.clock import today
from ouverture.site.page.house import use
from tests.adapters.vault.files import photograph
from tests.journeys.bare_page import bare_faults
from tests.journeys.every_page import STAFF
from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.services.casework.wired import AGENT, DAY, FILE, SHE, act, claim, house_in, opened
from tests.services.papers.with_pages import ReaderTold, pages, reading_house

pytestmark = pytest.mark.browser

Enter = Callable[..., Page]
NUMBER = "291079940412337"
REVIEW, CALL = f"/en/file/{FILE}/review/", f"/en/file/{FILE}/call/"


@pytest.fixture
def house(tmp_path: Path, site: str) -> House:
    made = opened(reading_house(house_in(tmp_path), ReaderTold()))
    use(made)
    act(made, SHE, FILE, TellNames("Mercer", "", ("Alice", "Jane")))
    act(made, SHE, FILE, TellBirth("1991-07-14", "Portland", "US", "woman"))
    act(made, SHE, FILE, TellAddress(("4 rue des Lilas",), "75020", "Paris", "FR"))
    return made


@pytest.fixture
def enter(chromium: Browser, site: str, house: House) -> Iterator[Enter]:
    """A browser at the desk of a role, or hers, come in by a door; ``presented``: with her card before it."""
    pages: list[Page] = []

    def entered(who: str, *, presented: bool = False, width: int = DESK["width"]) -> Page:
        context = chromium.new_context(base_url=site, viewport={"width": width, "height": 900})
        context.set_default_timeout(15_000)
        pages.append(page := context.new_page())
        if who == "she":
            page.goto(f"/en/link/{make_link(FILE)}/")
            page.get_by_role("button", name="Open my file").click()
            page.wait_for_url(f"**/file/{FILE}/")
        else:
            context.add_cookies(
                [{"name": "ouverture", "value": signed_in(who, FILE if presented else ""), "url": site}]
            )
        return page

    yield entered
    for page in pages:
        page.context.close()


def signed_in(who: str, presented: str = "") -> str:
    """The session of somebody who came in by the door of staff, or with the card of a file before them."""
    role, _, office = who.partition("@")
    values = {"role": role, "office": office, "label": who, "password": "!"}
    account, _ = Account.objects.get_or_create(login=f"at-work-{who}", defaults=values)
    session = SessionStore()
    session["door_account"] = account.pk
    session["door_seen"] = session["door_opened"] = "2999-01-01T00:00:00+00:00"
    if presented:
        session["door_presented"] = [presented]
    session.create()
    assert session.session_key
    return session.session_key


def ask_again(agent: Page) -> None:
    """The seal of the marriage certificate cannot be read: asked for again, with the identity document accepted."""
    agent.goto(f"{REVIEW}?paper=identity_document")
    agent.locator("[name=decision][value=accept]").check(force=True)
    agent.get_by_role("button", name="Keep, next paper").click()
    expect(agent.get_by_text("One answer kept")).to_be_visible()
    agent.goto(f"{REVIEW}?paper=marriage_certificate")
    agent.locator("[name=decision][value=ask]").check(force=True)
    agent.locator("[name=reason][value=seal_missing]").check()
    agent.get_by_role("button", name="See the words").click()
    expect(agent.locator("blockquote.letter-words").first).to_contain_text("the legalisation is missing")
    agent.get_by_role("button", name="Send the 2 answers").click()
    expect(agent.get_by_text("Done.")).to_be_visible()


def photographed_and_given(she: Page, photograph: bytes) -> None:
    """Her phone's photograph of the marriage certificate is added, seen small, and given."""
    add = she.locator("#pages-marriage_certificate")
    if not add.is_visible():
        she.locator("details", has=add).last.locator("summary").click()
    add.set_input_files({"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": photograph})
    she.locator("form", has=add).get_by_role("button", name="Add").click()
    expect(she.get_by_text("One page added.")).to_be_visible()
    expect(she.get_by_text("The whole page can be read.")).to_be_visible()
    small = she.locator(".leaves svg.page-seen image").first
    expect(small).to_be_visible()
    assert she.request.get(small.get_attribute("href") or "").headers["content-type"] == "image/jpeg"
    assert faults(she) == []
    she.get_by_role("button", name="Give this page").click()
    expect(she.get_by_text("Done.")).to_be_visible()


def test_a_photograph_is_refused_with_its_reason_and_a_second_one_is_accepted(
    enter: Enter, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ("person.own_pages", "person.papers", "caisse.review"):
        monkeypatch.setattr(f"ouverture.site.{room}.read_later", lambda stream: read_waiting(house, stream))
    agent, she = enter("agent@751"), enter("she", width=PHONE["width"])
    she.goto(f"/en/file/{FILE}/papers/")
    photographed_and_given(she, photograph("Certificate of marriage", turned=6, size=(1200, 900)))
    ask_again(agent)
    assert faults(agent) == []
    she.goto(f"/en/file/{FILE}/papers/")
    expect(she.get_by_text("the legalisation is missing")).to_be_visible()
    photographed_and_given(she, photograph("Certificate of marriage, with its seal", size=(900, 1200)))
    agent.goto(f"{REVIEW}?paper=marriage_certificate")
    expect(agent.get_by_text("The whole page can be read.")).to_be_visible()
    expect(agent.locator("svg.page-seen image")).to_have_count(1)
    agent.get_by_text("Pages that came before").click()
    first, second = (one.leaves[0].name for one in reversed(pages(house, AGENT, "marriage_certificate").given))
    for name in (first, second):
        expect(agent.locator(f'a[href="/en/file/{FILE}/page/{name}/"]').first).to_be_visible()
    agent.locator("[name=decision][value=accept]").check(force=True)
    agent.get_by_role("button", name="Send the answer").click()
    expect(agent.get_by_text("Done.")).to_be_visible()
    pieces = house.met(FILE).state.application.pieces
    assert "marriage_certificate" in {one.name for one in pieces if one.status == "accepted"}


def test_a_hold_is_placed_told_by_telephone_and_lifted(enter: Enter, house: House) -> None:
    agent, she = enter("agent@751"), enter("she", width=PHONE["width"])
    agent.goto(f"/en/file/{FILE}/do/place_hold/")
    agent.select_option("select[name=reason]", "data_being_checked")
    agent.locator("[name=blocks][value=order_card]").check()
    agent.fill("[name=review_on]", today().replace(day=30).isoformat())
    do_it(agent)
    she.goto(f"/en/file/{FILE}/letters/")
    expect(she.get_by_text("Your data are being checked").first).to_be_visible()
    agent.goto(CALL)
    answer(agent, born_on="1991-07-14", postcode="75001")
    expect(agent.get_by_text("not enough to speak of the file")).to_be_visible()
    answer(agent, born_on="1991-07-14", first_name="Alice")
    expect(agent.locator(".aloud")).to_contain_text("The card can be asked for on the paper form")
    agent.get_by_role("link", name="Lift the hold").first.click()
    agent.fill("[name=why]", "The data were right.")
    do_it(agent)
    she.goto(f"/en/file/{FILE}/letters/")
    expect(she.get_by_text("The data were right").first).to_be_visible()
    assert house.met(FILE).state.hold.live == ()


def answer(agent: Page, **answers: str) -> None:
    for name, said in answers.items():
        agent.fill(f"#{name}", said)
    agent.get_by_role("button", name="Compare with the file").click()
    agent.wait_for_load_state()


def do_it(page: Page) -> None:
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_text("Done.")).to_be_visible()


def covered(house: House) -> None:
    """Her claim is granted, and her card is in her hand."""
    ordered = OrderCard("plastic", "desk")
    steps = (
        (AGENT, AcceptPiece("identity_document")),
        (AGENT, RecordSearch((NUMBER,))),
        (AGENT, ReactivateNumber(NUMBER)),
        (AGENT, GrantApplication(claim().ground, DAY)),
        (SHE, ordered),
        (AGENT, ProduceCard()),
        (AGENT, PostCard()),
        (SHE, ConfirmCardDelivery()),
    )
    for actor, command in steps:
        done = act(house, actor, FILE, command)
        assert isinstance(done, Done), done


def test_a_doctor_declines_another_accepts_and_the_kiosk_says_it(enter: Enter, house: House) -> None:
    covered(house)
    she = enter("she", width=PHONE["width"])
    she.goto(f"/en/file/{FILE}/do/propose_doctor/")
    she.fill("[name=doctor]", "Dr Morel")
    do_it(she)
    doctor = enter("doctor@", presented=True)
    doctor.goto("/en/doctor/")
    doctor.fill("#reason", "No new patients")
    doctor.get_by_role("button", name="Decline this patient").click()
    expect(doctor.get_by_text("Done.")).to_be_visible()
    she.goto(f"/en/file/{FILE}/letters/")
    expect(she.get_by_text("No new patients").first).to_be_visible()
    doctor.goto("/en/doctor/")
    doctor.fill("#doctor", "Dr Amrani")
    doctor.get_by_role("button", name="Declare").click()
    expect(doctor.get_by_text("Done.")).to_be_visible()
    kiosk = enter("kiosk@", presented=True)
    kiosk.goto("/en/kiosk/")
    expect(kiosk.locator(".kiosk-changes")).to_contain_text("Dr Amrani")
    kiosk.get_by_role("button", name="Update my card").click()
    expect(kiosk.get_by_role("heading", name=re.compile("Take your card back"))).to_be_visible()


def test_an_agents_whole_day_with_the_keyboard_alone_each_screen_read_as_a_screen_reader_does(
    enter: Enter, house: House
) -> None:
    agent = enter("agent@751")
    agent.goto("/en/queue/")
    press(agent, "j", "Enter")
    expect(agent.locator(".staff-table tr.chosen")).to_be_visible()
    press(agent, "t")
    expect(agent.get_by_role("button", name="Give back")).to_be_visible()
    heard(agent)
    press(agent, "g", "p")
    agent.wait_for_url("**stage=papers")
    press(agent, "j")
    expect(agent.locator(".staff-table tbody a").first).to_be_focused()
    press(agent, "p")
    agent.wait_for_url(f"**{REVIEW}")
    press(agent, "a")
    assert [name for role, name, states in heard(agent) if role == "radio" and "checked" in states] == ["Accept"]
    press(agent, "n")
    expect(agent.get_by_text("One answer kept")).to_be_visible()
    press(agent, "r", "Tab", "Space", "s")
    expect(agent.get_by_text("Done.")).to_be_visible()
    statuses = [one.status for one in house.met(FILE).state.application.pieces]
    assert (statuses.count("accepted"), statuses.count("requested")) == (1, 1)
    a_hold_and_a_decision_by_keys(agent)
    a_call_by_keys(agent)
    press(agent, "/")
    agent.keyboard.type("mercer j")
    press(agent, "Enter")
    agent.wait_for_url("**/find/")
    expect(agent.locator("main")).to_contain_text("Mercer Alice Jane")
    heard(agent)
    press(agent, "?")
    agent.wait_for_url("**/keys/")
    agent.get_by_role("button", name="Turn the keys off").click()
    press(agent, "g", "q")
    expect(agent.get_by_role("button", name="Turn the keys on")).to_be_visible()
    heard(agent)


def a_hold_and_a_decision_by_keys(agent: Page) -> None:
    """The holds of the file, one placed; the decision, its letter read before it leaves."""
    agent.goto(f"/en/file/{FILE}/")
    press(agent, "o", "h")
    agent.wait_for_url("**/holds/")
    press(agent, "1")
    agent.wait_for_url("**act=place_hold")
    heard(agent)
    agent.focus("[name=reason]")
    agent.keyboard.type("Your data")
    agent.focus("[name=blocks][value=order_card]")
    press(agent, "Space")
    agent.focus("[name=review_on]")
    press(agent, "Control+a")
    agent.keyboard.type(today().replace(day=30).isoformat())
    press(agent, "Enter")
    expect(agent.locator("blockquote.letter-words").first).to_be_visible()
    press(agent, "s")
    expect(agent.get_by_text("Done.")).to_be_visible()
    agent.goto(f"/en/file/{FILE}/")
    press(agent, "o", "d")
    agent.wait_for_url("**/decide/")
    press(agent, "1")
    agent.wait_for_url("**act=grant_application")
    expect(agent.get_by_text("No title of identity or stay has been judged good yet")).to_be_visible()
    press(agent, "2")
    agent.wait_for_url("**act=refuse_application")
    for name, said in (("reason", "The stay is not shown."), ("article", "CSS L160-1")):
        agent.focus(f"[name={name}]")
        agent.keyboard.type(said)
    press(agent, "Enter")
    expect(agent.get_by_role("alert")).to_contain_text("that time was given")
    expect(agent.locator("[name=reason]")).to_have_value("The stay is not shown.")
    heard(agent)
    agent.goto(f"{REVIEW}?paper=identity_document")
    press(agent, "a", "s")
    expect(agent.get_by_text("Done.")).to_be_visible()
    agent.goto(f"/en/file/{FILE}/decide/")
    press(agent, "1")
    agent.wait_for_url("**act=grant_application")
    press(agent, "v")
    expect(agent.locator("blockquote.letter-words").first).to_be_visible()
    press(agent, "s")
    expect(agent.get_by_text("Done.")).to_be_visible()
    agent.goto(f"/en/file/{FILE}/")


def a_call_by_keys(agent: Page) -> None:
    """Whoever calls is checked, and the call is ended."""
    press(agent, "o", "c")
    agent.wait_for_url(f"**{CALL}")
    heard(agent)
    for name, said in (("born_on", "1991-07-14"), ("first_name", "Alice")):
        agent.focus(f"#{name}")
        agent.keyboard.type(said)
    press(agent, "Enter")
    expect(agent.locator(".aloud")).to_be_visible()
    heard(agent)
    press(agent, "f")
    agent.wait_for_url("**/find/")


def heard(page: Page) -> list[tuple[str, str, dict[str, str]]]:
    """What a screen reader is given: role, name and states; nothing to press or fill in without a name."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = [_of_the_tree(one) for one in tree if not one["ignored"]]
    nameless = [role for role, name, _ in nodes if role in PRESSED_OR_FILLED and not name]
    assert nameless == []
    assert [role for role, _, states in nodes if role == "heading" and states.get("level") == "1"] == ["heading"]
    assert [role for role, *_ in nodes].count("main") == 1
    landmarks = [name for role, name, _ in nodes if role == "navigation"]
    assert all(landmarks)
    assert len(landmarks) == len(set(landmarks))
    return nodes


PRESSED_OR_FILLED = {"button", "link", "textbox", "searchbox", "combobox", "radio", "checkbox", "listbox", "option"}
STATES = {"checked", "expanded", "level", "invalid", "disabled", "required"}


def _of_the_tree(node: dict[str, Any]) -> tuple[str, str, dict[str, str]]:
    states = {one["name"]: str(one["value"].get("value", "")) for one in node.get("properties", ())}
    kept = {name: value for name, value in states.items() if name in STATES and value not in ("false", "")}
    return str(node["role"]["value"]), str(node.get("name", {}).get("value", "")).strip(), kept


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@pytest.mark.parametrize(("width", "language"), [(320, "fr"), (1280, "en")])
def test_axe_finds_nothing_on_the_screens_of_the_caisse_and_the_counters(
    enter: Enter, house: House, width: int, language: str
) -> None:
    for who, paths in STAFF.items():
        page = enter(who, presented="751" not in who, width=width)
        for path in paths:
            sent = page.goto(f"/{language}/{path}")
            assert language == "fr" or bare_faults(page, sent) == [], path
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            assert faults(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
