"""A house of its own behind the pages of each test, and browsers that came in by a door."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from ouverture.adapters.accounts.models import Account
from ouverture.services.casework.house import House
from ouverture.site.doors.links import make_link
from ouverture.site.page.house import use
from tests.services.casework.wired import FILE, RECORD, house_in, opened

ComeIn = Callable[[str], Client]


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = opened(house_in(tmp_path))
    use(made)
    return made


@pytest.fixture
def come_in(house: House) -> ComeIn:
    """A browser at the desk of a role: "she" and "record" by link, staff by their account."""

    def entered(who: str) -> Client:
        browser = Client()
        if who in ("she", "record"):
            browser.post(f"/en/link/{make_link(FILE if who == 'she' else RECORD)}/")
        else:
            _enter(browser, who)
        return browser

    return entered


def _enter(browser: Client, who: str) -> None:
    role, _, office = who.partition("@")
    account, _ = Account.objects.get_or_create(
        login=who, defaults={"role": role, "office": office, "label": who, "password": "!"}
    )
    session = browser.session
    session["door_account"] = account.pk
    session["door_seen"] = session["door_opened"] = "2999-01-01T00:00:00+00:00"
    session.save()
