"""Sending: the letters ready, what left with its proof, sent again in one act; and each remedy on its day."""

from datetime import date

import pytest
from django.test import Client

from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import done, text_of

HERS = f"/en/file/{RECORD}"
SENT = {"on-day": "23", "on-month": "11", "on-year": "2026", "channel": "registered_post", "tracking": ""}


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("record")


def claimed(browser: Client) -> None:
    done(browser, f"{HERS}/do/deposit/", {"pieces": "identity_document", "channel": "post"})


def test_the_ways_are_compared_for_a_caisse_outside_and_for_one_here(come_in: ComeIn) -> None:  # noqa: F811
    outside, here = come_in("record"), come_in("she")
    assert "Registered letter with proof" in text_of(outside.get(f"{HERS}/sending/"))
    assert "the receipt names each sheet" not in text_of(outside.get(f"{HERS}/sending/"))
    assert "the receipt names each sheet" in text_of(here.get(f"/en/file/{FILE}/sending/"))


def test_the_covering_letter_names_the_caisse_and_lists_what_is_enclosed_on_paper_and_as_pdf(she: Client) -> None:
    claimed(she)
    page = text_of(she.get(f"{HERS}/write/cover/"))
    assert "CPAM du Rhône" in page
    assert "CRPA L112-3" in page
    assert "Pièces jointes" in text_of(she.get(f"/fr/file/{RECORD}/write/cover/"))
    made = she.get(f"{HERS}/pack/cover/pdf/")
    assert made.headers["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")


def test_what_left_is_kept_with_its_number_and_sent_again_in_one_act_with_the_first_as_proof(
    she: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert she.post(f"{HERS}/write/cover/", {**SENT, "tracking": "RB123456785FR"}).status_code == 302
    page = text_of(she.get(f"{HERS}/sending/"))
    assert "RB123456785FR" in page
    assert "No receipt noted" in page
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2026, 12, 28)])
    letter = text_of(she.get(f"{HERS}/write/again/"))
    assert "23 novembre 2026" in letter
    assert "Preuve du premier envoi" in letter
    she.post(f"{HERS}/write/again/", {**SENT, "on-day": "28", "on-month": "12"})
    assert "stays the proof of the first day" in text_of(she.get(f"{HERS}/sending/"))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"on-day": "24"}, "it is still to come"),
        ({"on-day": "31", "on-month": "2"}, "31"),
        ({"tracking": "RB123456786FR"}, "the last digit does not go with the others"),
    ],
)
def test_a_wrong_day_or_number_is_said_and_what_was_typed_stays(she: Client, wrong: dict[str, str], says: str) -> None:
    page = she.post(f"{HERS}/write/cover/", {**SENT, **wrong})
    assert page.status_code == 422
    assert says in text_of(page)
    assert 'aria-invalid="true"' in text_of(page)
    assert "Nothing is noted as sent" in text_of(she.get(f"{HERS}/sending/"))


def test_each_remedy_opens_on_its_day_with_its_letter_and_closes_on_its_day(
    she: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed(she)
    days = {
        date(2026, 11, 24): (False, False),
        date(2026, 12, 24): (True, False),
        date(2027, 1, 26): (False, True),
    }
    for day, (nudge, board) in days.items():
        monkeypatch.setattr("ouverture.site.page.clock._chosen", [day])
        page = text_of(she.get(f"{HERS}/remedies/"))
        assert (f"{HERS}/write/nudge/" in page) is nudge, day
        assert (f"{HERS}/write/cra/" in page) is board, day
        assert (she.get(f"{HERS}/write/cra/").status_code == 200) is board
    assert "I contest the lack of an answer" in text_of(she.get(f"{HERS}/write/cra/"))


def test_a_nudge_that_was_sent_opens_the_way_to_the_mediator(she: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    claimed(she)
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2026, 12, 28)])
    assert f"{HERS}/write/mediator/" not in text_of(she.get(f"{HERS}/remedies/"))
    she.post(f"{HERS}/write/nudge/", {**SENT, "on-day": "28", "on-month": "12"})
    page = text_of(she.get(f"{HERS}/remedies/"))
    assert "Done, on" in page
    assert f"{HERS}/write/mediator/" in page


def test_before_anything_is_sent_there_is_nothing_to_contest(she: Client) -> None:
    assert "Nothing to contest here" in text_of(she.get(f"{HERS}/remedies/"))


@pytest.mark.parametrize("path", ["sending/", "remedies/", "write/cover/", "pack/cover/pdf/", "pack/", "pack/pdf/"])
def test_nothing_of_it_opens_to_somebody_else(she: Client, path: str) -> None:
    assert Client().get(f"{HERS}/{path}").status_code == 403
    assert she.get(f"/en/file/{FILE}/{path}").status_code == 404
    assert she.get(f"{HERS}/write/unheard-of/").status_code == 404
