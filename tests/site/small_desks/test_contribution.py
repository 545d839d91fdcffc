"""The desk of the subsidiary contribution: the sum and its steps, both readings of a doubt, what if, how to contest."""

import html
from collections.abc import Mapping

import pytest
from django.test import Client

YEAR = {"year": "2025", "capital": "60000", "work": "0", "replacement": "none"}


def page_of(client: Client, sent: Mapping[str, str], language: str = "en") -> str:
    page = client.post(f"/{language}/desks/contribution/", dict(sent), follow=True)
    assert page.redirect_chain
    return html.unescape(page.content.decode()).replace("\u00a0", " ")


def test_the_sum_is_told_with_its_steps_and_its_last_day(client: Client) -> None:
    page = page_of(client, YEAR)
    assert "<strong>€2,369.25</strong>" in page
    assert "Yearly ceiling of 2025: €47,100." in page
    assert "called for in 2026, by 2026-11-30" in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"replacement": "foreign"}, "does not say that it must be French"),
        ({"treaty": "yes"}, "its effect on this contribution is not settled"),
    ],
)
def test_where_the_text_leaves_a_doubt_both_readings_are_shown(client: Client, more: dict[str, str], said: str) -> None:
    page = page_of(client, YEAR | more)
    assert "<strong>€2,369.25</strong>" in page
    assert "By the other reading of the text: €0.00" in page
    assert said in page


def test_a_pension_of_which_nothing_is_said_shows_both_answers(client: Client) -> None:
    page = page_of(client, {name: value for name, value in YEAR.items() if name != "replacement"})
    assert "Without pension or unemployment benefit</dt><dd><strong>€2,369.25</strong>" in page
    assert "With a pension or unemployment benefit</dt><dd><strong>€0.00</strong>" in page


def test_other_incomes_from_work_are_tried(client: Client) -> None:
    page = page_of(client, YEAR)
    assert "<td>€4,710.00</td><td>€1,184.63</td>" in page
    assert "<td>€9,420.00</td><td>€0.00</td>" in page


def test_how_to_contest_stands_there_before_anything_is_asked(client: Client) -> None:
    page = html.unescape(client.get("/fr/desks/contribution/").content.decode())
    assert "l'Urssaf répond dans le mois (R380-4)" in page
    assert "/fr/desks/remedies/" in page


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        ({}, ("year", "capital")),
        (YEAR | {"year": "2015"}, ("year",)),
        (YEAR | {"capital": "-1", "work": "much", "months": "13"}, ("capital", "work", "months")),
        (YEAR | {"capital": "1e9x"}, ("capital",)),
    ],
)
def test_each_wrong_field_has_its_sentence_beside_it(
    client: Client, sent: dict[str, str], fields: tuple[str, ...]
) -> None:
    page = page_of(client, sent)
    assert page.count('aria-invalid="true"') == len(fields)
    assert all(f'id="{name}-error"' in page and f'href="#{name}"' in page for name in fields)
    assert "€2,369.25" not in page


def test_it_is_said_that_the_year_is_not_held(client: Client) -> None:
    page = page_of(client, YEAR | {"year": "2031"})
    assert 'id="told"' in page
    assert "<strong>€" not in page
