"""The doors: a password and a code, a link with its passphrase, a mandate to its last day."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp

from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.services.casework.house import House
from ouverture.site.doors.keys import actor_of_token, make_key, revoke_key
from ouverture.site.doors.links import make_link, revoke_links
from ouverture.site.doors.one_time_code import device_of
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import come_in, house  # noqa: F401

TODAY = date(2026, 11, 23)
PASSWORD = "a long password for tests"
WRONG = [{"login": "agent-z", "password": "wrong"}, {"login": "no such", "password": "x"}, {}]


def account(login: str, role: str = "agent", office: str = "751") -> Account:
    Account.objects.filter(login=login).delete()
    return Account.objects.open(login, PASSWORD, role, office)


def signed_in(login: str) -> Client:
    browser = Client()
    browser.post("/en/sign-in/", {"login": login, "password": PASSWORD})
    device = device_of(Account.objects.get(login=login))
    browser.post("/en/sign-in/code/", {"code": f"{totp(device.bin_key):06d}"})
    return browser


def test_a_password_and_the_code_of_a_telephone_open_the_queue(house: House) -> None:  # noqa: F811
    account("agent-x")
    assert signed_in("agent-x").get("/en/queue/").status_code == 200


def test_a_doctor_who_signs_in_comes_to_the_patient_and_not_to_a_refusal(house: House) -> None:  # noqa: F811
    device = device_of(account("doctor-x", "doctor", ""))
    browser = Client()
    browser.post("/en/sign-in/", {"login": "doctor-x", "password": PASSWORD})
    entered = browser.post("/en/sign-in/code/", {"code": f"{totp(device.bin_key):06d}"})
    assert entered["Location"] == "/en/doctor/"
    assert browser.get("/en/doctor/").status_code == 200


def test_a_password_alone_opens_nothing(house: House) -> None:  # noqa: F811
    account("agent-y")
    browser = Client()
    assert browser.post("/en/sign-in/", {"login": "agent-y", "password": PASSWORD}).status_code == 302
    assert browser.get("/en/queue/").status_code == 403


@pytest.mark.parametrize(
    "typed", [{"login": "agent-z", "password": "wrong"}, {"login": "no such", "password": "x"}, {}]
)
def test_a_wrong_password_and_an_unknown_login_get_the_same_sentence(typed: dict[str, str]) -> None:
    account("agent-z")
    page = Client().post("/en/sign-in/", typed)
    assert page.status_code == 422
    assert "one of them is not right" in page.content.decode()


def test_too_many_tries_close_the_door_for_a_while() -> None:
    account("agent-guessed")
    browser = Client()
    pages = [browser.post("/en/sign-in/", {"login": "agent-guessed", "password": "no"}) for _ in range(6)]
    right = browser.post("/en/sign-in/", {"login": "agent-guessed", "password": PASSWORD})
    for page in (pages[-1], right):
        assert page.status_code == 429
        assert "closed for a quarter of an hour" in page.content.decode()


def test_a_desk_left_alone_closes(house: House) -> None:  # noqa: F811
    account("agent-idle")
    browser = signed_in("agent-idle")
    session = browser.session
    session["door_seen"] = (timezone.now() - timedelta(minutes=31)).isoformat()
    session.save()
    assert browser.get("/en/queue/").status_code == 403


def test_an_account_is_signed_out_after_a_working_day_whatever_is_done_meanwhile(house: House) -> None:  # noqa: F811
    account("agent-long")
    browser = signed_in("agent-long")
    session = browser.session
    session["door_opened"] = (timezone.now() - timedelta(hours=12, minutes=1)).isoformat()
    session.save()
    assert browser.get("/en/queue/").status_code == 403


def test_an_account_switched_off_is_out_at_its_next_request(house: House) -> None:  # noqa: F811
    account("agent-gone")
    browser = signed_in("agent-gone")
    Account.objects.filter(login="agent-gone").update(is_active=False)
    assert browser.get("/en/queue/").status_code == 403
    assert (
        "one of them" in Client().post("/en/sign-in/", {"login": "agent-gone", "password": PASSWORD}).content.decode()
    )


def test_a_code_is_taken_once(house: House) -> None:  # noqa: F811
    account("agent-twice")
    browser = signed_in("agent-twice")
    other = Client()
    other.post("/en/sign-in/", {"login": "agent-twice", "password": PASSWORD})
    code = totp(device_of(Account.objects.get(login="agent-twice")).bin_key)
    assert other.post("/en/sign-in/code/", {"code": f"{code:06d}"}).status_code == 422
    assert browser.get("/en/queue/").status_code == 200


def test_a_code_tried_five_times_is_not_looked_at_for_a_while_and_the_right_one_is_not_called_wrong(
    house: House,  # noqa: F811
) -> None:
    device = device_of(account("agent-tries"))
    browser = Client()
    browser.post("/en/sign-in/", {"login": "agent-tries", "password": PASSWORD})
    device.throttling_failure_count, device.throttling_failure_timestamp = 5, timezone.now()
    device.save()
    right = {"code": f"{totp(device.bin_key):06d}"}
    shown = browser.post("/en/sign-in/code/", right)
    assert shown.status_code == 422
    assert re.search(r"no code is looked at for another 1[56] s", shown.content.decode())
    assert "not the one of this moment" not in shown.content.decode()
    device.throttling_failure_timestamp = timezone.now() - timedelta(seconds=20)
    device.save()
    assert browser.post("/en/sign-in/code/", right)["Location"] == "/en/queue/"


def test_the_identity_of_a_session_is_another_after_signing_in(house: House) -> None:  # noqa: F811
    account("agent-fixed")
    browser = Client()
    browser.post("/en/sign-in/", {"login": "agent-fixed", "password": PASSWORD})
    before = browser.session.session_key
    code = totp(device_of(Account.objects.get(login="agent-fixed")).bin_key)
    browser.post("/en/sign-in/code/", {"code": f"{code:06d}"})
    assert browser.session.session_key != before


def test_each_try_at_a_door_is_a_line_without_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    known = account("agent-noted")
    with caplog.at_level("INFO", "ouverture.doors"):
        Client().post("/en/sign-in/", {"login": "agent-noted", "password": "wrong"})
        signed_in("agent-noted").post("/en/sign-out/")
        Client().get("/en/link/nothing/")
    told = [line.__dict__["told"] for line in caplog.records if line.name == "ouverture.doors"]
    assert [(one["door"], one["outcome"], one["actor"]) for one in told] == [
        ("password", "wrong", known.identity), ("password", "right", known.identity), ("code", "right", known.identity),
        ("sign_out", "left", known.identity), ("link", "unknown", ""),
    ]  # fmt: skip


def test_a_link_shows_a_button_before_it_opens_anything(house: House) -> None:  # noqa: F811
    browser = Client()
    address = f"/en/link/{make_link(FILE)}/"
    page = browser.get(address)
    assert page.status_code == 200
    assert "back=/en/link/" not in page.content.decode()  # the way to a file stands in no other address
    assert browser.get(f"/en/file/{FILE}/").status_code == 403
    assert browser.post(address)["Location"] == f"/en/file/{FILE}/"
    assert browser.get(f"/en/file/{FILE}/").status_code == 200


def test_a_revoked_link_closes_sessions_it_opened(house: House) -> None:  # noqa: F811
    browser = Client()
    secret = make_link(FILE)
    browser.post(f"/en/link/{secret}/")
    revoke_links(FILE)
    assert browser.get(f"/en/file/{FILE}/").status_code == 403
    assert browser.get(f"/en/link/{secret}/").status_code == 404


def test_a_visit_by_link_ends_two_weeks_after_it_was_followed_whatever_is_done_meanwhile(house: House) -> None:  # noqa: F811
    browser, address = Client(), f"/en/link/{make_link(FILE)}/"
    browser.post(address)
    session = browser.session
    session["door_visit"] = (timezone.now() - timedelta(days=14, minutes=1)).isoformat()
    session.save()
    assert browser.get(f"/en/file/{FILE}/").status_code == 403
    browser.post(address)
    assert browser.get(f"/en/file/{FILE}/").status_code == 200


def test_a_passphrase_is_asked_and_a_wrong_one_is_told(house: House) -> None:  # noqa: F811
    browser = Client()
    address = f"/en/link/{make_link(FILE, 'three small boats')}/"
    assert browser.post(address, {"passphrase": "two small boats"}).status_code == 422
    assert browser.post(address, {"passphrase": "three small boats"}).status_code == 302


def test_a_passphrase_and_a_password_are_taken_as_typed_blanks_and_length_included(house: House) -> None:  # noqa: F811
    browser = Client()
    page = browser.get(browser.post("/en/begin/", {"caisse": "751", "passphrase": " " + "boat " * 60})["Location"])
    address = re.search(r'value="http://[^/]+(/en/link/[^"]+)"', page.content.decode())[1]  # type: ignore[index]
    assert Client().post(address, {"passphrase": "boat " * 60}).status_code == 422
    assert Client().post(address, {"passphrase": " " + "boat " * 60}).status_code == 302
    Account.objects.filter(login="agent-wordy").delete()
    Account.objects.open("agent-wordy", "word " * 60, "agent", "751")
    assert Client().post("/en/sign-in/", {"login": "agent-wordy", "password": "word " * 59}).status_code == 422
    assert Client().post("/en/sign-in/", {"login": "agent-wordy", "password": "word " * 60}).status_code == 302


@pytest.mark.parametrize("secret", ["x", "é" * 40, "A" * 5000, "..%2f"])
def test_a_guessed_link_opens_nothing(secret: str) -> None:
    assert Client().get(f"/en/link/{secret}/").status_code == 404


def test_two_links_keep_two_files_open(house: House) -> None:  # noqa: F811
    browser = Client()
    for stream in (FILE, RECORD):
        browser.post(f"/en/link/{make_link(stream)}/")
    assert [browser.get(f"/en/file/{stream}/").status_code for stream in (FILE, RECORD)] == [200, 200]


@pytest.mark.parametrize(("ends", "status"), [(TODAY, 200), (TODAY - timedelta(days=1), 404)])
def test_a_mandate_opens_the_file_to_its_last_day(house: House, ends: date, status: int) -> None:  # noqa: F811
    helper = account(f"helper-{ends}", "helper", "")
    Mandate.objects.create(account=helper, stream=RECORD, kind="paper", begins=date(2026, 1, 1), ends=ends)
    assert signed_in(helper.login).get(f"/en/file/{RECORD}/").status_code == status


def test_signing_out_closes_the_desk(house: House) -> None:  # noqa: F811
    account("agent-out")
    browser = signed_in("agent-out")
    assert browser.post("/en/sign-out/")["Clear-Site-Data"] == '"cache"'
    assert browser.get("/en/queue/").status_code == 403


def test_a_token_is_its_accounts_and_ends_when_revoked() -> None:
    owner = account("agent-token")
    secret = make_key("agent", "script", account=owner)
    actor = actor_of_token(secret)
    assert actor is not None
    assert (actor.id, actor.office) == (owner.identity, "751")
    assert revoke_key(secret)
    assert actor_of_token(secret) is None


def test_the_picture_of_the_first_code_asks_nothing_outside() -> None:
    account("agent-first")
    browser = Client()
    browser.post("/en/sign-in/", {"login": "agent-first", "password": PASSWORD})
    page = browser.get("/en/sign-in/code/").content.decode()
    assert "<svg" in page
    assert not re.search(r'(src|href)="https?:', page)


@pytest.mark.parametrize(("caisse", "connected"), [("751", True), ("691", False)])
def test_a_visitor_opens_a_file_and_gets_a_link_that_is_shown_once(
    house: House,  # noqa: F811
    caisse: str,
    connected: bool,
) -> None:
    browser = Client()
    page = browser.get(browser.post("/en/begin/", {"caisse": caisse})["Location"]).content.decode()
    link = re.search(r'value="http://[^/]+(/en/link/[^"]+)"', page)
    assert link
    opened = Client().post(link[1])["Location"]
    shown = browser.get(opened).content.decode()
    assert ("it sees too" in shown) is connected
    for language in ("en", "fr"):
        # A reload, or the other language: the link is gone, and a new one is a button away.
        led = browser.get(f"/{language}/begin/link/")["Location"]
        assert led.endswith("/link/")
        assert ("shown once" if language == "en" else "montré qu'une fois") in unescape(
            browser.get(led).content.decode()
        )


def test_a_caisse_that_is_none_is_named_as_wrong_and_opens_nothing(house: House) -> None:  # noqa: F811
    page = Client().post("/en/begin/", {"caisse": "999999"})
    assert page.status_code == 422
    assert 'id="caisse-error"' in page.content.decode()
