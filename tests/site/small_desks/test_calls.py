"""Prepare a call: usable alone, without a file, without JavaScript."""

from itertools import product

import pytest
from django.test import Client

from ouverture.wording.calls.aloud import NO_BREAK
from ouverture.wording.calls.shelf import situations

NUMBER = "1 85 03 99 404 017 35"
LANGUAGES = ("fr", "en")
NAMES = [one.name for one in situations()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_is_listed_and_leads_to_its_sheet(client: Client, language: str) -> None:
    page = client.get(f"/{language}/desks/call/").content.decode()
    assert [name for name in NAMES if f'href="/{language}/desks/call/{name}/"' not in page] == []


@pytest.mark.parametrize(("language", "name"), list(product(LANGUAGES, NAMES)))
def test_a_sheet_has_both_languages_the_lines_and_room_to_note(client: Client, language: str, name: str) -> None:
    response = client.get(f"/{language}/desks/call/{name}/")
    page = response.content.decode()
    assert response.status_code == 200
    assert all(
        sign in page for sign in ('lang="fr"><p class="tongue">', 'lang="en"><p class="tongue">', "ameli.fr", "<h1>")
    )
    assert 'class="to-note"' in page
    assert 'href="tel:' in page
    assert not any(sign in page for sign in ("{{", "{%", "None", "<script"))


def test_what_is_typed_is_said_in_groups_and_in_words_and_never_in_an_address(client: Client) -> None:
    typed = {"number": NUMBER.replace(" ", ""), "posted": "2026-03-02", "tracking": "1A12345678901"}
    response = client.post("/fr/desks/call/receipt_awaited/", typed, follow=True)
    page = response.content.decode()
    assert f"Mon numéro est {NUMBER.replace(' ', NO_BREAK)}." in page
    assert "My number is " in page
    assert "lundi 2 mars 2026" in page
    assert "1A12345678901" in page
    assert all(NUMBER.replace(" ", "") not in address for address, _ in response.redirect_chain)
    assert "no-store" in response.headers["Cache-Control"]
    assert NUMBER not in str(client.session.items())


def test_a_number_in_the_address_is_not_read(client: Client) -> None:
    page = client.get("/en/desks/call/receipt_awaited/", {"number": NUMBER}).content.decode()
    assert "My number is" not in page


@pytest.mark.parametrize(("field", "value"), [("number", "12"), ("number", "🙂" * 200), ("posted", "2/3/26")])
def test_what_is_wrong_stands_beside_its_field(client: Client, field: str, value: str) -> None:
    response = client.post("/en/desks/call/card_order/", {field: value}, follow=True)
    page = response.content.decode()
    assert response.status_code == 200
    assert 'role="alert"' in page
    assert f'href="#{field}-day"' in page or f'href="#{field}"' in page


def test_what_is_typed_is_escaped(client: Client) -> None:
    page = client.post("/en/desks/call/card_order/", {"tracking": "<script>x</script>"}, follow=True).content.decode()
    assert "<script>" not in page


@pytest.mark.parametrize(("typed", "found"), [("account blocked", "blocked"), ("compte", "account"), ("zzzz", "")])
def test_a_situation_is_found_by_its_words_in_either_language(client: Client, typed: str, found: str) -> None:
    page = client.get("/en/desks/call/", {"q": typed})
    titles = [one.title.en.lower() for _, listed in page.context["groups"] for one in listed]
    assert len(titles) < len(NAMES)
    assert any(found in title for title in titles) if found else "Nothing has these words" in page.content.decode()


def test_a_situation_that_does_not_exist_is_not_found(client: Client) -> None:
    assert client.get("/en/desks/call/nothing/").status_code == 404
