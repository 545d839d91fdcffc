"""A first password that chance chose, changed before anything else; another one later; sessions seen and ended."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp

from ouverture.adapters.accounts import keeping
from ouverture.adapters.accounts.models import Account
from ouverture.services.casework.house import House
from ouverture.site.doors.one_time_code import device_of
from tests.site.desk.conftest import house  # noqa: F401

OWN = "seven quiet lanterns"


def code_of(login: str) -> str:
    """The code of the telephone, as if half a minute had passed since the last one."""
    device = device_of(Account.objects.get(login=login))
    device.last_t, device.throttling_failure_count = -1, 0
    device.save()
    return f"{totp(device.bin_key):06d}"


def first_password(login: str) -> str:
    Account.objects.filter(login=login).delete()
    password = keeping.open_account(login, "agent", "751")
    assert password is not None
    return password


def at_the_door(login: str, password: str) -> Client:
    """A browser that gave the password and the code."""
    browser = Client()
    browser.post("/en/sign-in/", {"login": login, "password": password})
    browser.post("/en/sign-in/code/", {"code": code_of(login)})
    return browser


def come_in(login: str) -> Client:
    browser = at_the_door(login, first_password(login))
    assert browser.post("/en/sign-in/password/", {"new": OWN}).status_code == 302
    return browser


def test_a_first_password_opens_nothing_but_the_page_where_it_is_changed(house: House) -> None:  # noqa: F811
    given = first_password("agent-new")
    browser = at_the_door("agent-new", given)
    for path in ("/en/queue/", "/en/sign-in/mine/", "/en/find/"):
        assert browser.get(path).status_code in (302, 403)
    assert browser.get("/en/sign-in/password/").status_code == 200
    for weak in ("short", "1q2w3e4r5t6y", "passwordpassword", "agent-new-ouverture", given):
        refused = browser.post("/en/sign-in/password/", {"new": weak})
        assert refused.status_code == 422
        assert weak not in re.sub(r'value="[^"]*"', "", refused.content.decode())
    assert browser.post("/en/sign-in/password/", {"new": OWN})["Location"] == "/en/queue/"
    assert browser.get("/en/queue/").status_code == 200
    assert "one of them" in Client().post("/en/sign-in/", {"login": "agent-new", "password": given}).content.decode()


def test_a_first_password_ends_by_itself() -> None:
    given = first_password("agent-late")
    Account.objects.filter(login="agent-late").update(password_ends=timezone.now() - timedelta(minutes=1))
    page = Client().post("/en/sign-in/", {"login": "agent-late", "password": given})
    assert page.status_code == 422
    assert "more than seven days old" in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"old": OWN, "new": "nine loud umbrellas", "code": "000000"}, "Code"),
        ({"old": "not the old one", "new": "nine loud umbrellas"}, "Present password"),
        ({"old": OWN, "new": OWN}, "the one from before"),
        ({"old": OWN, "new": "nine"}, "at least 12"),
        ({}, "Present password"),
    ],
)
def test_another_password_needs_the_old_one_and_the_telephone(house: House, typed: dict[str, str], says: str) -> None:  # noqa: F811
    browser = come_in("agent-changes")
    page = browser.post("/en/sign-in/mine/", {"what": "password", "code": code_of("agent-changes"), **typed})
    assert page.status_code == 422
    assert says in page.content.decode()
    assert Account.objects.get(login="agent-changes").check_password(OWN)


def test_a_changed_password_ends_every_other_session(house: House) -> None:  # noqa: F811
    browser = come_in("agent-moves")
    other = at_the_door("agent-moves", OWN)
    assert other.get("/en/queue/").status_code == 200
    typed = {"what": "password", "old": OWN, "new": "nine loud umbrellas", "code": code_of("agent-moves")}
    assert browser.post("/en/sign-in/mine/", typed).status_code == 302
    assert browser.get("/en/queue/").status_code == 200
    assert other.get("/en/queue/").status_code == 403
    assert Account.objects.get(login="agent-moves").check_password("nine loud umbrellas")


def test_sessions_are_listed_and_one_or_all_the_others_are_ended(house: House) -> None:  # noqa: F811
    here = come_in("agent-places")
    assert 'value="others"' not in here.get("/en/sign-in/mine/").content.decode(), "there is no other to end"
    opened = [at_the_door("agent-places", OWN) for _ in range(2)]
    stranger = come_in("agent-elsewhere")
    page = here.get("/en/sign-in/mine/").content.decode()
    listed = re.findall(r'name="what" value="(\d+)"', page)
    assert len(listed) == 2
    assert 'value="others"' in page
    assert here.post("/en/sign-in/mine/", {"what": "others", "code": "000000"}).status_code == 422
    stranger.post("/en/sign-in/mine/", {"what": listed[0], "code": code_of("agent-elsewhere")})
    assert [browser.get("/en/queue/").status_code for browser in opened] == [200, 200]
    here.post("/en/sign-in/mine/", {"what": "others", "code": code_of("agent-places")})
    assert [browser.get("/en/queue/").status_code for browser in opened] == [403, 403]
    assert here.get("/en/queue/").status_code == 200


def test_a_visitor_is_shown_the_door() -> None:
    for path in ("/en/sign-in/mine/", "/en/sign-in/password/"):
        assert Client().get(path)["Location"] == "/en/sign-in/"
        assert Client().post(path, {"new": OWN})["Location"] == "/en/sign-in/"


def test_a_reset_takes_the_telephone_the_sessions_and_the_password_and_switching_off_lets_nobody_in(
    house: House,  # noqa: F811
) -> None:
    browser = come_in("agent-lost")
    key = device_of(Account.objects.get(login="agent-lost")).bin_key
    given = keeping.reset_account("agent-lost")
    assert given is not None
    assert browser.get("/en/queue/").status_code == 403
    account = Account.objects.get(login="agent-lost")
    assert (account.check_password(OWN), account.check_password(given)) == (False, True)
    assert device_of(account).bin_key != key
    assert not device_of(account).confirmed
    again = at_the_door("agent-lost", given)
    again.post("/en/sign-in/password/", {"new": "nine loud umbrellas"})
    assert again.get("/en/queue/").status_code == 200
    assert keeping.switch_account("agent-lost", on=False)
    assert again.get("/en/queue/").status_code == 403
    assert keeping.switch_account("agent-lost", on=True)
    assert again.get("/en/queue/").status_code == 403
    assert keeping.reset_account("nobody at all") is None
    assert not keeping.switch_account("nobody at all", on=True)
