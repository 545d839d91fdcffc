"""The desk of resources: every amount of the day for a home and a place, and where the home stands beside it."""

import html
import re
from collections.abc import Mapping

import pytest
from django.test import Client


def page_of(client: Client, sent: Mapping[str, str], language: str = "en") -> str:
    page = client.post(f"/{language}/desks/resources/", dict(sent), follow=True)
    assert page.redirect_chain
    return html.unescape(page.content.decode()).replace("\u00a0", " ")


def test_every_amount_of_the_day_is_shown_with_its_source(client: Client) -> None:
    page = page_of(client, {"household": "2", "on-day": "2025-05-01"})
    for amount in ("€15,508.00 a year", "€20,936.00 a year", "€19,268.80 a year"):
        assert amount in page
    assert "service-public F10027 of 1 Jul 2025" in page
    assert "This amount is not in our sources" not in page
    larger = page_of(client, {"household": "4", "on-day": "2025-05-01"})
    assert re.search(r"RSA((?!<h[23]).)*This amount is not in our sources", larger, re.DOTALL), "a home of four"


@pytest.mark.parametrize(
    ("income", "said"),
    [
        ("10338", "at the limit: less than €2.00 apart"),
        ("10000", "€10,339.00 a year</strong>: your resources are €339.00 below it"),
        ("12000", "€10,339.00 a year</strong>: your resources are €1,661.00 above it"),
    ],
)
def test_resources_are_compared_below_above_and_at_the_limit(client: Client, income: str, said: str) -> None:
    assert said in page_of(client, {"income": income, "on-day": "2025-05-01"})


def test_a_monthly_amount_is_compared_with_a_twelfth_of_the_year(client: Client) -> None:
    page = page_of(client, {"income": "12000", "on-day": "2025-05-01"})
    assert "€646.52 a month</strong>: your resources are €353.48 above it" in page


def test_overseas_has_its_own_ceiling_and_mayotte_is_not_held(client: Client) -> None:
    assert "€11,507.00 a year" in page_of(client, {"place": "overseas", "on-day": "2025-05-01"})
    assert "This amount is not in our sources for that day, place or home." in page_of(client, {"place": "mayotte"})


def test_each_wrong_field_has_its_sentence_beside_it(client: Client) -> None:
    page = page_of(client, {"household": "0", "income": "-1", "on-day": "soon"})
    assert all(f'id="{name}-error"' in page for name in ("household", "income", "on"))
    assert 'value="soon"' in page
    assert "<article" not in page
