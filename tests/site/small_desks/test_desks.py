"""The four small desks, each usable alone and without JavaScript."""

import re
from html import unescape

import pytest
from django.test import Client

SEEN = {
    "desks/caisse/?postcode=75011": "75948 PARIS CEDEX 19",
    "desks/caisse/?postcode=59000&commune=Lille": "CPAM",
    "desks/papers/?country=Canada": "apostille",
    "desks/papers/?country=URSS": "URSS",
    "desks/deadline/?rule=cra_appeal&start=2026-05-29&place=metropole": "29",
}

REFUSED = {
    "desks/caisse/?postcode=7": "postcode",
    "desks/caisse/?postcode=&commune=Lille": "postcode",
    "desks/caisse/?postcode=69123": "postcode",
    "desks/papers/?country=": "country",
    "desks/deadline/?rule=&start=2026-05-29": "q",
    "desks/deadline/?rule=cra_appeal&start=": "start-day",
    "desks/papers/?country=Atlantis": "country",
    "desks/deadline/?rule=cra_apeal&start=2026-05-29": "q",
    "desks/deadline/?rule=cra_appeal&start=31/06/2026": "start-day",
    "desks/deadline/?rule=cra_appeal&start=2026-05-29&place=atlantis": "place",
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("address", ["", "number/", "caisse/", "papers/", "deadline/"])
def test_each_desk_opens(client: Client, language: str, address: str) -> None:
    page = client.get(f"/{language}/desks/{address}")
    assert page.status_code == 200
    assert "<h1>" in page.content.decode()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("address", SEEN)
def test_a_desk_answers(client: Client, language: str, address: str) -> None:
    page = client.get(f"/{language}/{address}").content.decode()
    assert 'id="told"' in page or "URSS" in address
    assert SEEN[address] in page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("address", REFUSED)
def test_a_desk_says_what_is_wrong_beside_the_field(client: Client, language: str, address: str) -> None:
    page = client.get(f"/{language}/{address}")
    shown = page.content.decode()
    assert page.status_code == 200
    assert 'role="alert"' in shown
    assert f'href="#{REFUSED[address]}"' in shown


@pytest.mark.parametrize(
    "number",
    ["1 85 03 99 404 017 35", "7112312345678", "2910799404132 37", "1.87E+14", "RB123456785FR", "", "🙂" * 500],
)
def test_a_number_is_read_whatever_is_pasted_and_never_stands_in_an_address(client: Client, number: str) -> None:
    page = client.post("/en/desks/number/", {"number": number}, follow=True)
    assert page.status_code == 200
    shown = page.content.decode()
    assert 'id="told"' in shown or 'role="alert"' in shown
    assert all(number.replace(" ", "") not in address for address, _ in page.redirect_chain if number)
    assert "no-store" in page.headers["Cache-Control"]
    assert number == "" or number not in str(client.session.items())


def test_a_deadline_page_reads_a_day_as_its_language_writes_it(client: Client) -> None:
    french = client.get("/fr/desks/deadline/?rule=cra_appeal&start=03/04/2026").content.decode()
    assert "3 juin 2026" in french
    english = client.get("/en/desks/deadline/?rule=cra_appeal&start=03/04/2026").content.decode()
    assert "3 April 2026 or 4 March 2026" in english
    assert "3 June 2026" in client.get("/en/desks/deadline/?rule=cra_appeal&start=April 3, 2026").content.decode()


@pytest.mark.parametrize("number", ["2910799404132 37", "", "hello"])
def test_a_number_with_a_fault_is_an_error_of_its_field(client: Client, number: str) -> None:
    shown = client.post("/en/desks/number/", {"number": number}, follow=True).content.decode()
    assert 'role="alert"' in shown
    assert 'href="#number"' in shown


def test_a_number_is_held_against_a_birth(client: Client) -> None:
    given = {"number": "2 60 07 20 033 011 90", "born_on": "14/03/1985", "sex": "woman", "born_at": "Paris"}
    shown = client.post("/fr/desks/number/", given, follow=True).content.decode()
    assert "Le sexe concorde" in shown
    assert "porte l&#x27;année 60" in shown
    wrong = client.post("/en/desks/number/", {**given, "born_on": "03/04/1985"}, follow=True).content.decode()
    assert 'href="#born_on-day"' in wrong


def test_a_number_is_drawn_as_its_labelled_blocks(client: Client) -> None:
    page = client.post("/en/desks/number/", {"number": "2 91 07 99 404 123 37"}, follow=True).content.decode()
    blocks = re.findall(r'<span class="figures isolated">(\d+)</span>([^<]*)</li>', page)
    assert [digits for digits, _ in blocks] == ["2", "91", "07", "99404", "123", "37"]
    assert all(says.strip() for _, says in blocks)


def test_a_time_limit_is_one_large_date_with_its_steps_and_a_calendar_file(client: Client) -> None:
    address = "/en/desks/deadline/?rule=cra_appeal&start-day=29&start-month=5&start-year=2026&place=metropole"
    page = client.get(address).content.decode()
    assert '<p class="big-date">29\u00a0July\u00a02026</p>' in page
    file = re.search(r'href="(/en/desks/deadline/calendar/[^"]*)"', page)
    assert file
    kept = client.get(unescape(file[1]))
    assert kept.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20260729" in kept.content.decode()
    assert client.get("/en/desks/deadline/calendar/?rule=cra_appeal").status_code == 404


@pytest.mark.parametrize(
    ("typed", "language", "found"), [("appeal board", "en", "cra_appeal"), ("recours", "fr", "cra_appeal")]
)
def test_a_time_limit_is_found_by_its_words(client: Client, typed: str, language: str, found: str) -> None:
    page = client.get(f"/{language}/desks/deadline/", {"q": typed}).content.decode()
    assert f"?rule={found}" in page
    assert page.count("?rule=") < client.get(f"/{language}/desks/deadline/").content.decode().count("?rule=")


def test_the_place_of_a_home_is_not_in_the_address_of_its_result(client: Client) -> None:
    answer = client.post("/en/desks/caisse/", {"postcode": "75011", "commune": ""})
    assert "75011" not in answer.headers["Location"]
    assert "75948 PARIS CEDEX 19" in client.get(answer.headers["Location"]).content.decode()
    assert "75011" not in str(client.session.items())


def test_a_town_without_its_postcode_is_told_what_is_missing(client: Client) -> None:
    page = client.post("/en/desks/caisse/", {"postcode": "", "commune": "Paris"}, follow=True).content.decode()
    assert "the name of the town is not enough" in page
    assert 'value="Paris"' in page
