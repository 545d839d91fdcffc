"""The four small desks, each usable alone and without JavaScript."""

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
    "desks/deadline/?rule=&start=2026-05-29": "rule",
    "desks/deadline/?rule=cra_appeal&start=": "start",
    "desks/papers/?country=Atlantis": "country",
    "desks/deadline/?rule=cra_apeal&start=2026-05-29": "rule",
    "desks/deadline/?rule=cra_appeal&start=31/06/2026": "start",
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
    page = client.post("/en/desks/number/", {"number": number})
    assert page.status_code == 200
    shown = page.content.decode()
    assert 'id="told"' in shown or 'role="alert"' in shown
    assert not page.has_header("Location")
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
    shown = client.post("/en/desks/number/", {"number": number}).content.decode()
    assert 'role="alert"' in shown
    assert 'href="#number"' in shown


def test_a_number_is_held_against_a_birth(client: Client) -> None:
    given = {"number": "2 60 07 20 033 011 90", "born_on": "14/03/1985", "sex": "woman", "born_at": "Paris"}
    shown = client.post("/fr/desks/number/", given).content.decode()
    assert "Le sexe concorde" in shown
    assert "porte l&#x27;année 60" in shown
    wrong = client.post("/en/desks/number/", {**given, "born_on": "03/04/1985"}).content.decode()
    assert 'href="#born_on"' in wrong
