"""Contest or wait: the remedies after a refusal or a silence, their days, their letters, and a file of the days."""

import html
import re

import pytest
from django.test import Client

REFUSAL = {"kind": "refusal", "happened_on": "2026-10-20", "remedies_told": "yes"}


def page_of(client: Client, language: str = "en", **typed: str) -> str:
    """The page after the form is sent, as it reads."""
    page = client.post(f"/{language}/desks/remedies/", typed, follow=True)
    assert page.status_code == 200
    return html.unescape(page.content.decode()).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", ["refusal", "medical_refusal", "silence"])
def test_each_kind_of_trouble_has_its_remedies_in_order(client: Client, language: str, kind: str) -> None:
    page = page_of(client, language, **(REFUSAL | {"kind": kind, "happened_on": "2026-07-01"}))
    assert 'id="told"' in page
    assert 'id="spans-title"' in page
    assert ("La lettre à copier" if language == "fr" else "The letter to copy") in page


def test_the_last_day_of_the_appeal_is_said_and_can_be_kept(client: Client) -> None:
    assert "20 December 2026" in page_of(client, **REFUSAL)
    address = re.search(r'href="(/en/desks/remedies/calendar/[^"]*)"', page_of(client, **REFUSAL))
    assert address
    kept = client.get(address[1])
    assert kept.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert kept.headers["Content-Disposition"] == 'attachment; filename="remedies.ics"'
    assert "DTSTART;VALUE=DATE:20261220" in kept.content.decode()
    assert "no-store" in kept.headers["Cache-Control"]


def test_a_closed_appeal_is_said_to_be_closed(client: Client) -> None:
    page = page_of(client, **(REFUSAL | {"happened_on": "2026-06-01"}))
    assert "Closed." in page
    assert 'class="closed"' in page


def test_a_letter_silent_on_remedies_gives_no_last_day(client: Client) -> None:
    page = page_of(client, **(REFUSAL | {"remedies_told": "no"}))
    assert "Last day: 20 December 2026" not in page
    assert "You do not know whether the letter says" not in page


def test_not_knowing_is_counted_as_the_safer_date_and_said(client: Client) -> None:
    page = page_of(client, **(REFUSAL | {"remedies_told": ""}))
    assert "You do not know whether the letter says" in page
    assert "20 December 2026" in page


def test_what_was_already_done_is_read(client: Client) -> None:
    done = {"complaint_on": "2026-10-25", "appeal_on": "2026-11-10"}
    page = page_of(client, **REFUSAL, **done)
    assert "Done on 10 November 2026." in page
    assert re.search(r'name="appeal_on-day" value="10"', page)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "kind"),
        ({"kind": "war"}, "kind"),
        ({"kind": "refusal"}, "happened_on"),
        ({"kind": "refusal", "happened_on": "31/11/2026"}, "happened_on"),
        ({"kind": "refusal", "happened_on": "2027-01-01"}, "happened_on"),
        ({"kind": "refusal", "happened_on": "1200-01-01"}, "happened_on"),
        (REFUSAL | {"complaint_on": "soon"}, "complaint_on"),
        (REFUSAL | {"appeal_on": "2026-10-01"}, "appeal_on"),
        (REFUSAL | {"appeal_answered_on": "2026-11-01"}, "appeal_on"),
        (REFUSAL | {"appeal_on": "2026-11-10", "appeal_answered_on": "2026-11-01"}, "appeal_answered_on"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(
    client: Client, language: str, typed: dict[str, str], field: str
) -> None:
    page = page_of(client, language, **typed)
    assert 'role="alert"' in page
    assert f'href="#{field}"' in page or f'href="#{field}-day"' in page
    assert 'id="told"' not in page
    days = [value for name, value in typed.items() if name.endswith("_on")]
    assert all(
        f'value="{day.lstrip("0")}"' in page or f'value="{day}"' in page for value in days for day in value.split("-")
    )
    assert client.get(f"/{language}/desks/remedies/calendar/").headers["Location"] == f"/{language}/desks/remedies/"


def test_the_days_are_in_no_address_and_in_no_cookie(client: Client) -> None:
    page = client.post("/en/desks/remedies/", REFUSAL)
    assert "2026" not in page.headers["Location"]
    assert "2026-10-20" not in str(client.session.items())
