"""Who a visitor of the demonstration can be, one click each. The doors are the real ones; only the keys lie open."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest

from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.rehearsal.demonstration import Demonstration
from ouverture.site.doors.entry import enter_account, enter_key, enter_link, leave, present
from ouverture.site.doors.keys import key_of, make_key
from ouverture.site.doors.links import link_of, make_link
from ouverture.site.page.house import house

OFFICE, ANOTHER_OFFICE = "751", "691"
"""The office of the article, Paris; and one that a claim can be sent on to, Lyon."""
HELPED = 20
"""How many files the helper has mandates for."""
MANDATE_DAYS = 365
STAFF = (
    ("agent", "agent", OFFICE, "agent 7"),
    ("second-agent", "agent", OFFICE, "agent 12"),
    ("supervisor", "supervisor", OFFICE, "supervisor"),
    ("agent-elsewhere", "agent", ANOTHER_OFFICE, "agent 31"),
    ("manager", "manager", OFFICE, "office manager"),
    ("auditor", "auditor", OFFICE, "auditor"),
    ("cnav", "cnav", "", "Cnav"),
    ("helper", "helper", "", "helper"),
    ("doctor", "doctor", "", "doctor"),
)
"""The accounts of the demonstration: login, role, office, label. Nobody knows their passwords, the clicks open them."""


PARTS = (
    "article", "twin", "agent", "second-agent", "agent-elsewhere", "supervisor", "manager", "auditor", "helper",
    "doctor", "kiosk", "cnav",
)  # fmt: skip
"""Who a visitor can be, in the order of the page."""


def become(request: HttpRequest, part: str, town: Demonstration) -> str:
    """Come in as this part; the file they have before them, "" when it is a queue. Raises KeyError for no such part."""
    leave(request)
    twins = town.twins
    if part == "twin" and house().met(twins.outside).erased:
        town.renew_the_twin()
        twins = town.twins
    if part in ("article", "twin"):
        stream = twins.here if part == "article" else twins.outside
        link = link_of(make_link(stream))
        assert link is not None
        enter_link(request, link)
        return stream
    if part == "kiosk":
        key = key_of(make_key("kiosk", "kiosk"))
        assert key is not None
        enter_key(request, key)
        present(request, card_to_update(town))
        return twins.here
    enter_account(request, accounts(town)[part])
    if part == "doctor":
        present(request, twins.here)
        return twins.here
    return ""


def card_to_update(town: Demonstration) -> str:
    """The file of somebody who holds a card, first one that is to be updated; the article's when nobody does.

    Only of a caisse of the town: the file at a caisse outside is not in this installation.
    """
    held = ""
    for who in (one for one in town.people if not one.record):
        card = town.world.file(who).card.of("plastic")
        if card and card.stage == "update_due":
            return who.stream
        if card and card.stage == "in_use":
            held = held or who.stream
    return held or town.twins.here


def accounts(town: Demonstration) -> dict[str, Account]:
    """The accounts of the demonstration, made at the first click; nobody signs in to them with a password."""
    found = {name: _account(name, role, office, label) for name, role, office, label in STAFF}
    _mandates(found["helper"], town)
    return found


def _account(login: str, role: str, office: str, label: str) -> Account:
    account, made = Account.objects.get_or_create(
        login=login, defaults={"role": role, "office": office, "label": label}
    )
    if made:
        account.set_unusable_password()
        account.save()
    return account


def _mandates(helper: Account, town: Demonstration) -> None:
    """The helper acts for some of the people whose caisse is outside, and for the article's twin."""
    if Mandate.objects.filter(account=helper).exists():
        return
    kept = [who.record.stream for who in town.people if who.record][:HELPED]
    for stream in dict.fromkeys((town.twins.outside, *kept)):
        ends = town.day + timedelta(days=MANDATE_DAYS)
        Mandate.objects.create(account=helper, stream=stream, kind="paper", begins=date(2020, 1, 1), ends=ends)
