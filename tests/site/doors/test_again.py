"""Before a file is erased, carried away or opened by other doors, the passphrase is asked once more."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ouverture.services.casework.house import House
from ouverture.site.doors import again
from ouverture.site.doors.links import make_link
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import house  # noqa: F401

WORDS = "four words of mine"
GRAVE = ("data/erase/", "data/carry/", "link/", "mail/", "helpers/")


@pytest.fixture
def she(house: House) -> Client:  # noqa: F811
    """A visit that came by a link with a passphrase."""
    browser = Client()
    assert browser.post(f"/en/link/{make_link(RECORD, WORDS)}/", {"passphrase": WORDS}).status_code == 302
    return browser


@pytest.mark.parametrize("page", GRAVE)
def test_a_grave_page_asks_first_and_does_nothing_until_it_is_answered(she: Client, page: str) -> None:
    address = f"/en/file/{RECORD}/{page}"
    question = f"/en/file/{RECORD}/again/"
    assert she.post(address, {"passphrase": "another passphrase", "what": "new"})["Location"] == question
    assert she.get(f"/en/file/{RECORD}/").status_code == 200
    assert she.post(question, {"passphrase": "not it"}).status_code == 422
    assert she.post(address, {"what": "revoke"})["Location"] == question
    assert she.post(question, {"passphrase": WORDS})["Location"] == f"/en/file/{RECORD}/data/"
    assert she.post(address, {"passphrase": "another passphrase", "what": "end"}).get("Location", "") != question


def test_the_page_that_was_wanted_comes_after_it_and_it_holds_for_ten_minutes(she: Client) -> None:
    wanted, question = f"/en/file/{RECORD}/data/erase/", f"/en/file/{RECORD}/again/"
    assert she.get(wanted)["Location"] == question
    assert she.post(question, {"passphrase": WORDS})["Location"] == wanted
    assert she.get(wanted).status_code == 200
    session = she.session
    session[again.PROVED] = {RECORD: (timezone.now() - timedelta(minutes=11)).isoformat()}
    session.save()
    assert she.get(wanted)["Location"] == question


def test_five_wrong_ones_close_the_visit_and_it_is_said_how_to_open_it_again(she: Client) -> None:
    pages = [she.post(f"/en/file/{RECORD}/again/", {"passphrase": "not it"}) for _ in range(again.MOST_WRONG)]
    assert pages[-1].status_code == 422
    assert "There is no wait" in pages[-1].content.decode()
    assert she.get(f"/en/file/{RECORD}/").status_code == 403


def test_what_was_given_for_one_file_opens_nothing_of_another(she: Client) -> None:
    she.post(f"/en/link/{make_link(FILE, 'other words')}/", {"passphrase": "other words"})
    she.post(f"/en/file/{RECORD}/again/", {"passphrase": WORDS})
    assert she.get(f"/en/file/{FILE}/link/")["Location"] == f"/en/file/{FILE}/again/"


def test_whoever_has_no_passphrase_is_asked_nothing(house: House) -> None:  # noqa: F811
    browser = Client()
    browser.post(f"/en/link/{make_link(RECORD)}/")
    assert browser.get(f"/en/file/{RECORD}/link/").status_code == 200
    assert browser.get(f"/en/file/{RECORD}/again/")["Location"] == "/en/"
