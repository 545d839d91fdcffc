"""Every address has an answer for every role, written down and true."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.documents.roles import ANYBODY, NEEDS, addresses, document, open_to_role
from ouverture.services.casework.actors import ROLES, Role
from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401

DOCUMENT = Path(__file__).parents[2] / "docs" / "roles.md"
WHOSE = {"person": ("she", FILE), "helper": ("helper@", RECORD), "agent": ("agent@751", FILE),
         "supervisor": ("supervisor@751", FILE), "doctor": ("doctor@", FILE), "kiosk": ("kiosk@", FILE),
         "cnav": ("cnav@", FILE), "manager": ("manager@751", FILE), "auditor": ("auditor@751", FILE)}  # fmt: skip
LATER = (
    "take",
    "share",
    "together",
    "end_demand",
    "ask_declared",
    "check_act",
    "suppose",
    "keep_answers",
    "carry_file",
    "letter_pdf",
    "page_picture",
    "page_small",
    "add_pages",
    "give_paper",
    "page_out",
    "page_up",
    "signed_paper",
)
"""Addresses that are reached from another page only: by a form, or after one."""
SHOWN = [
    (name, address)
    for name, address in addresses()
    if NEEDS.get(name, "door") not in ("door", "demonstration", "anybody") and ":" not in name and name not in LATER
]
ACTS = {"agent": "accept_piece", "supervisor": "accept_piece", "cnav": "certify_in_place", "person": "deposit",
        "helper": "deposit", "doctor": "accept_patient", "kiosk": "update_card", "manager": "accept_piece",
        "auditor": "accept_piece"}  # fmt: skip


def test_the_document_is_what_the_code_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document()


def test_every_address_is_answered_for() -> None:
    names = {name for name, _ in addresses()}
    assert names - set(NEEDS) - ANYBODY == set()
    assert (set(NEEDS) | ANYBODY) - names == set()


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_the_table_says_and_nothing_else(role: Role, come_in: ComeIn, house: House) -> None:  # noqa: F811
    who, stream = WHOSE[role]
    browser = come_in(who)
    if role in ("doctor", "kiosk"):
        _present(browser, stream)
    if role == "helper":
        _mandate(who, stream)
    for name, address in SHOWN:
        path = _filled(address, stream, ACTS[role])
        opens = browser.get(path).status_code in (200, 302)
        assert opens is open_to_role(role, NEEDS[name]) or (role, name) == ("person", "work"), path


def _filled(address: str, stream: str, kind: str) -> str:
    blanks = {
        "<language:language>": "en",
        "<slug:stream>": stream,
        "<slug:kind>": kind,
        "<slug:day>": "2025-12-31",
        "<slug:name>": "family_tie",
        "<slug:letter>": "cover",
        "<slug:paper>": "cover",
    }
    for blank, value in blanks.items():
        address = address.replace(blank, value)
    return address


def _present(browser: Client, stream: str) -> None:
    session = browser.session
    session["door_presented"] = [stream]
    session.save()


def _mandate(login: str, stream: str) -> None:
    helper = Account.objects.get(login=login)
    Mandate.objects.create(account=helper, stream=stream, kind="paper", begins=date(2026, 1, 1), ends=date(2027, 1, 1))


def test_whoever_has_the_card_before_them_sees_no_letter_and_no_address_of_hers(come_in: ComeIn, house: House) -> None:  # noqa: F811
    for who in ("doctor@", "kiosk@"):
        browser = come_in(who)
        _present(browser, FILE)
        for path in ("", "write/cover/", "pack/", "pack/S1106/pdf/", "situation/", "papers/", "money/"):
            page = browser.get(f"/en/file/{FILE}/{path}")
            assert (page.status_code == 200) is (path == ""), path
