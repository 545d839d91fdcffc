"""A robot at every desk of the demonstration: opens a file as each role, presses what is offered, tries what is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import NamedTuple

from django.test import Client
from django.utils.html import escape

from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.documents.roles import NEEDS, open_to_role
from ouverture.dossier.command_words import kinds
from ouverture.rehearsal.demonstration import Demonstration
from ouverture.services.casework.access import may_open
from ouverture.services.casework.actors import ROLES, Actor, Role
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.carry_out import NUMBER_TAKEN
from ouverture.services.casework.look import view_of
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.standing import offices_of
from ouverture.site.doors.entry import actor_of
from ouverture.site.doors.links import make_link
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.text import Language

LANGUAGES: tuple[Language, ...] = ("fr", "en")
OWN: tuple[Role, ...] = ("person", "helper", "doctor", "kiosk")
"""Who opens the record that a person keeps of a caisse outside, when they bring it; at other desks it is not there."""
ENDS_THE_FILE = "close_file"
LONG = date(2099, 12, 31)


class Pressed(NamedTuple):
    """What the robot met: a page opened, an act done, or one refused with its reason; by whom and of which kind."""

    what: str
    role: Role
    kind: str = ""


def files_of(town: Demonstration) -> list[str]:
    """The files of this installation: those of its caisses, and the records of who is at a caisse outside."""
    every = [(who.record or who).stream for who in town.people]
    return [name for name in dict.fromkeys((town.twins.here, town.twins.outside, *every)) if house().met(name).version]


def pressed(stream: str, chance: Random, most: int) -> Iterator[Pressed]:
    """Every role comes to the file and tries ``most`` of its acts; AssertionError when a page is not as it should."""
    for role in ROLES:
        browser = _at_the_desk(role, stream)
        page = browser.get(f"/{chance.choice(LANGUAGES)}/file/{stream}/")
        opens = open_to_role(role, NEEDS["file"]) and (role in OWN or house().met(stream).state.connected)
        assert (page.status_code == 200) is opens, (stream, role, page.status_code)
        if opens:
            yield Pressed("opened", role)
            actor = actor_of(page.wsgi_request)
            assert actor is not None
            yield from _some_acts(browser, actor, stream, chance, most)


def _some_acts(browser: Client, actor: Actor, stream: str, chance: Random, most: int) -> Iterator[Pressed]:
    theirs = [one.kind for one in _acts(actor, stream).values() if one.kind != ENDS_THE_FILE]
    for kind in chance.sample(theirs, min(most, len(theirs))):
        # The act before may have opened or closed this one, or sent the file to another caisse: what counts is now.
        if may_open(actor, stream, offices_of(house().met(stream).state)):
            return
        offer = _acts(actor, stream).get(kind)
        if offer is not None:
            yield Pressed(_tried(browser, stream, offer, chance.choice(LANGUAGES)), actor.role, kind)
    strange = chance.choice([kind for kind in kinds() if kind not in _acts(actor, stream)])
    assert browser.get(f"/en/file/{stream}/do/{strange}/").status_code in (403, 404), (stream, actor.role, strange)
    yield Pressed("not theirs", actor.role, strange)


def _acts(actor: Actor, stream: str) -> dict[str, Offer]:
    met = house().met(stream)
    view = view_of(stream, met.version, met.state, today())._replace(here=house().offices)
    return {one.kind: one for one in acts_of(actor, view)}


def _tried(browser: Client, stream: str, offer: Offer, language: Language) -> str:
    """The act through its pages: done when it is offered; else its reason is shown and nothing can be done."""
    where, said = f"/{language}/file/{stream}/do/{offer.kind}/", (stream, offer.kind)
    form = browser.get(where)
    assert form.status_code == 200, (said, form.status_code)
    before = house().met(stream)
    if offer.command is None:
        assert offer.refusal is not None, said
        assert form.context["offer"].refusal.says == offer.refusal.says, said
        assert form.context["offer"].refusal.says.en, said
        assert browser.post(where, {}).status_code in (302, 422), said
        browser.post(f"{where}check/", {})
        assert house().met(stream).version == before.version, said
        return "refused"
    typed = {name: list(values) for name, values in as_typed(offer.command, before.state).items()}
    if typed.get("why") == []:
        # A price other than that of the tables needs its reason, and a stand-in's is any price.
        typed["why"] = ["A reason."]
    asked = browser.post(where, typed)
    assert asked.status_code == 302, (said, typed)
    would = browser.get(asked["Location"])
    assert would.status_code == 200, (said, would.context["refusal"])
    done = browser.post(asked["Location"])
    if done["Location"] != f"/{language}/file/{stream}/":
        # The number typed is any that fits: the record alone knows that another file has it.
        shown = browser.get(done["Location"]).content.decode()
        assert escape(NUMBER_TAKEN.says.to(language)) in shown, (said, shown)
        return "taken"
    assert house().met(stream).version > before.version, said
    return "done"


def _at_the_desk(role: Role, stream: str) -> Client:
    browser = Client(raise_request_exception=False)
    if role == "person":
        browser.post(f"/en/link/{make_link(stream)}/")
        return browser
    office = house().met(stream).state.attachment.caisse
    account, _ = Account.objects.get_or_create(
        login=f"robot {role} {office}", defaults={"role": role, "office": office, "label": role, "password": "!"}
    )
    if role == "helper":
        Mandate.objects.get_or_create(account=account, stream=stream, kind="paper", begins=date(2020, 1, 1), ends=LONG)
    session = browser.session
    session["door_account"] = account.pk
    session["door_seen"] = session["door_opened"] = "2999-01-01T00:00:00+00:00"
    session["door_presented"] = [stream]
    session.save()
    return browser
