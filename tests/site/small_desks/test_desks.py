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
    assert 'id="told"' in page.content.decode()
    assert not page.has_header("Location")
    assert "no-store" in page.headers["Cache-Control"]
    assert number == "" or number not in str(client.session.items())


def test_a_deadline_page_reads_a_day_as_its_language_writes_it(client: Client) -> None:
    french = client.get("/fr/desks/deadline/?rule=cra_appeal&start=03/04/2026").content.decode()
    assert "3 juin 2026" in french
    english = client.get("/en/desks/deadline/?rule=cra_appeal&start=03/04/2026").content.decode()
    assert "3 April 2026 or 4 March 2026" in english
    assert "3 June 2026" in client.get("/en/desks/deadline/?rule=cra_appeal&start=April 3, 2026").content.decode()
