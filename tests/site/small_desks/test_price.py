"""The desk "What will be paid back": the euro drawn, both sides compared, sheets one after another, errors said."""

import html
import re
from collections.abc import Mapping

import pytest
from django.test import Client

from ouverture.services.answer.price.picture import act_choices, situation_choices

GP = {"act": "gp", "on": "2026-02-03", "fee": "30", "pathway": "out", "sector": "1"}
HIDDEN = re.compile(r'name="earlier" value="([^"]*)"')


def page_of(client: Client, sent: Mapping[str, object] | None = None, language: str = "en") -> str:
    address = f"/{language}/desks/price/"
    page = client.get(address) if sent is None else client.post(address, dict(sent))
    assert page.status_code == 200
    return page.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_act_and_situation_can_be_chosen_in_both_languages(client: Client, language: str) -> None:
    page = html.unescape(page_of(client, language=language))
    for choice in (*act_choices(), *situation_choices()):
        assert f'value="{choice.value}"' in page
        assert (choice.says.fr if language == "fr" else choice.says.en) in page


def test_the_euro_is_drawn_and_said(client: Client) -> None:
    page = html.unescape(page_of(client, GP))
    assert "Paid back by the caisse: €7.00; Participation or franchise, yours: €2.00" in page
    assert '<rect class="caisse" x="0.000%" width="23.333%"' in page


def test_with_and_without_a_doctor_stand_side_by_side(client: Client) -> None:
    page = page_of(client, GP)
    assert page.index("€19.00") < page.index("Without a médecin traitant") < page.rindex("€7.00")


def test_what_other_sources_say_is_shown(client: Client) -> None:
    assert "By other sources: €8.40" in page_of(client, GP)


def test_what_was_left_empty_is_asked_when_it_changes_the_price(client: Client) -> None:
    page = page_of(client, GP | {"pathway": "", "sector": ""})
    assert "Is the doctor of sector 1, or of sector 2? Otherwise: €14.10 repaid." in page


def test_sheets_add_up_one_after_another(client: Client) -> None:
    first = page_of(client, GP)
    kept = [html.unescape(value) for value in HIDDEN.findall(first)]
    second = page_of(client, {"act": "medicine_65", "on": "2026-02-03", "fee": "10", "earlier": kept})
    assert second.count('<article class="sheet">') == 2
    assert "In all:" in second
    assert "€12.50" in second


def test_less_than_expected_becomes_a_question_with_its_letter(client: Client) -> None:
    page = html.unescape(page_of(client, GP | {"pathway": "in", "received": "15"}))
    assert "You received less than expected" in page
    assert "Je vous demande le détail de votre calcul" in page
    assert "I ask for the detail of your count" in page


def test_clearing_everything_leaves_an_empty_form(client: Client) -> None:
    page = page_of(client, {"again": "start", "earlier": '{"act": "gp"}'})
    assert 'class="sheet"' not in page
    assert HIDDEN.findall(page) == []


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({}, "act", "say the act"),
        (GP | {"fee": "-1"}, "fee", "cannot be negative"),
        (GP | {"fee": "a lot"}, "fee", "write a sum"),
        (GP | {"on": "soon"}, "on", ""),
        (GP | {"age": "old"}, "age", "whole number"),
        (GP | {"act": "made up"}, "act", "not known"),
    ],
)
def test_an_error_is_announced_and_leads_to_its_field(
    client: Client, sent: dict[str, str], field: str, words: str
) -> None:
    page = page_of(client, sent)
    assert 'role="alert"' in page
    assert f'href="#{field}"' in page
    assert words in page
    assert all(f'value="{value}"' in page for name, value in sent.items() if name in ("fee", "on", "age"))


def test_hidden_lines_that_the_page_did_not_write_are_left_out(client: Client) -> None:
    page = page_of(client, GP | {"earlier": ["{", "3", "[" * 3000, '{"act": "gp", "fee": "1", "evil": "x"}']})
    assert page.count('<article class="sheet">') == 2


def test_nothing_typed_is_in_an_address(client: Client) -> None:
    assert 'method="post"' in page_of(client)
    assert "fee=" not in page_of(client, GP)
