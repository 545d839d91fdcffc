"""A person begins: which caisse, whether it works on this system, and a file of their own."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.attachment.events import Mode
from ouverture.dossier.refusals import Refusal
from ouverture.places.caisse import all_caisses, caisse_of
from ouverture.places.caisses import find
from ouverture.places.place_error import PlaceError
from ouverture.services.casework.acting import Wanted, open_file
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.text import Text

WAYS = ("email", "sms", "letter")
"""How a person would rather be reached, the best first: each carries nothing until its address is told."""


class CaisseChoice(NamedTuple):
    """A caisse to choose: its code, its name, and whether it works on this system."""

    code: str
    name: Text
    connected: bool


def caisses_for(house: House) -> tuple[CaisseChoice, ...]:
    """Every caisse, those that work on this system first."""
    every = [CaisseChoice(one.key, Text(one.name, one.name), one.key in house.offices) for one in all_caisses()]
    return tuple(sorted(every, key=lambda one: (not one.connected, one.name.en)))


def caisse_at(postcode: str, commune: str | None = None) -> str:
    """The code of the one caisse of a postcode; "" when several share it, or when it is none."""
    try:
        found = find(postcode, commune)
    except PlaceError:
        return ""
    keys = {one.caisse.key for one in found.candidates}
    return keys.pop() if len(keys) == 1 else ""


def begin(house: House, actor: Actor, stream: str, caisse: str, day: date, at: datetime) -> Done | Changed | Refusal:
    """Open the person's own file: at the caisse itself when it works on this system, else a record of what it does."""
    try:
        caisse_of(caisse)
    except PlaceError as problem:
        return Refusal("caisse_not_known", problem.text, "person")
    mode: Mode = "connected" if caisse in house.offices else "recorded"
    opening = OpenFile(stream, caisse, mode, WAYS)
    return open_file(house, actor, Wanted(stream, opening, day, f"begin/{stream}", at))
