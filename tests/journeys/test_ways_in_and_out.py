"""The doors, what would happen after a form, the demonstration: axe, the narrowest screen, styles and scripts off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from playwright.sync_api import Page

from ouverture.adapters.accounts.models import Account, MailCode
from ouverture.rehearsal.demonstration import Demonstration
from ouverture.site.demo import town as towns
from ouverture.site.desk.acting import DRAFTS
from ouverture.site.doors.beginning import SHOWN_ONCE
from ouverture.site.doors.by_mail import ASKED
from ouverture.site.doors.entry import LINKS
from ouverture.site.doors.links import link_of, make_link
from ouverture.site.doors.own_account import DUE
from ouverture.site.doors.views import HALF
from ouverture.site.page import clock
from ouverture.site.page.house import use
from ouverture.site.person.my_data import PROOF
from ouverture.site.person.situation import CHANGES
from tests.journeys.bare_page import bare_faults
from tests.journeys.every_page import AFTER_A_FORM, DEMONSTRATION, DOORS
from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.services.casework.wired import DAY, FILE, RECORD, house_in, opened

pytestmark = pytest.mark.browser

LOOKS = [({"viewport": {"width": 320, "height": 700}}, "fr"), ({"viewport": DESK}, "en")]
ERASED = {
    "says": ["Effacé.", "Erased."], "at": "2026-11-23T09:13:00+00:00", "stream": FILE, "readable": 0, "events": 7,
    "head": "0" * 64,
}  # fmt: skip
DRAFT = {"act": [FILE, "tell_names"], "typed": {"birth_name": ["Mercer"]}, "key": "one", "seen": 0, "seen_by": ""}
CHANGE = {"name": "family_tie", "typed": "none", "key": "one", "then": ""}


@pytest.fixture
def in_the_middle(page: Page, site: str, tmp_path: Path) -> Iterator[Page]:
    """A visit in the middle of every way in and out: half signed in, a code asked for, a link made, a form filled."""
    use(opened(house_in(tmp_path)))
    begins, twins = clock.today(), SimpleNamespace(here=FILE, outside=RECORD)
    towns.settle(cast(Demonstration, SimpleNamespace(day=DAY, twins=twins, people=())))
    session = SessionStore()
    session.update(_middle())
    session.create()
    page.context.add_cookies([{"name": "ouverture", "value": str(session.session_key), "url": site}])
    yield page
    towns._towns.clear()
    clock._chosen.clear()
    assert clock.today() == begins


def _middle() -> dict[str, Any]:
    staff, _ = Account.objects.get_or_create(
        login="half-way", defaults={"role": "agent", "office": "751", "must_change": True, "password": "!"}
    )
    code = MailCode.objects.create(address="0" * 64, digest="0" * 64, made_at=timezone.now())
    secret = make_link(FILE, "four words of mine")
    link = link_of(secret)
    assert link
    return {
        HALF: staff.pk, DUE: staff.pk, ASKED: code.pk, SHOWN_ONCE: [FILE, secret], LINKS: [link.pk], PROOF: ERASED,
        DRAFTS: {f"{FILE} tell_names": DRAFT}, CHANGES: {FILE: CHANGE},
    }  # fmt: skip


@pytest.mark.parametrize(("page", "language"), LOOKS, ids=["320 px, French", "desk, English"], indirect=["page"])
def test_the_ways_in_and_out_are_for_anyone_at_any_width_and_without_their_look(
    in_the_middle: Page, language: str
) -> None:
    for path in (*DOORS, *AFTER_A_FORM, *DEMONSTRATION):
        _holds(in_the_middle, f"/{language}/{path}")


def _holds(page: Page, address: str) -> None:
    sent = page.goto(address)
    assert page.url.endswith(address), page.url
    assert address.startswith("/fr/") or bare_faults(page, sent) == [], address
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert faults(page) == [], address
    assert page.evaluate("document.documentElement.scrollWidth") <= (page.viewport_size or PHONE)["width"], address
