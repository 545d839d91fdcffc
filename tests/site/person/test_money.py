"""Her care sheets and their money: what is expected, what came, and the question that is written down once."""

import pytest
from django.test import Client

from ouverture.services.casework.house import House
from tests.services.casework.test_care_money import pay, send, with_a_waiting_number
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of

MONEY = f"/en/file/{FILE}/money/"


@pytest.fixture
def she(come_in: ComeIn, house: House) -> Client:  # noqa: F811
    with_a_waiting_number(house)
    return come_in("she")


def test_without_a_sheet_the_page_says_so_and_offers_to_send_one(she: Client) -> None:
    page = text_of(she.get(MONEY))
    assert "No care sheet is in the file." in page
    assert f"/en/file/{FILE}/do/receive_claim/" in page


def test_the_question_is_posted_then_shown_with_its_day_and_only_once(she: Client, house: House) -> None:  # noqa: F811
    send(house, FILE, "s1", ("dentist", 2300))
    pay(house, FILE, "s1", 2300, 1000)
    assert "I am sending this letter" in text_of(she.get(MONEY))
    sent = she.post(MONEY, {"claim": "s1"})
    assert (sent.status_code, sent["Location"]) == (302, MONEY)
    page = text_of(she.get(MONEY))
    assert "The caisse was asked on 23" in page.replace("\u00a0", " ")
    assert "I am sending this letter" not in page
    version = house.met(FILE).version
    assert she.post(MONEY, {"claim": "s1"}).status_code == 302
    assert she.post(MONEY, {"claim": "another"}).status_code == 302
    assert house.met(FILE).version == version


def test_a_stranger_finds_no_such_page(client: Client, she: Client) -> None:
    assert client.get(MONEY).status_code in (302, 403, 404)
    assert client.post(MONEY, {"claim": "s1"}).status_code in (302, 403, 404)


def test_the_page_is_reached_from_the_file_and_from_its_rights(she: Client, house: House) -> None:  # noqa: F811
    assert MONEY in text_of(she.get(f"/en/file/{FILE}/"))
    send(house, FILE, "s1", ("dentist", 2300))
    assert MONEY in text_of(she.get(f"/en/file/{FILE}/rights/"))
