"""One file as somebody at a desk sees it. The look is written down before the answer is given."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.duty import Obligation
from ouverture.dossier.file import File
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.one_look import in_one_look
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.told_values import without_numbers, word
from ouverture.dossier.words import caisse_name
from ouverture.services.casework.access import NO_SUCH_FILE, may_open, may_read, sight_of
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import ERASED
from ouverture.services.casework.held import Part, parts_of
from ouverture.services.casework.house import House
from ouverture.services.casework.person_seen import PersonSeen, person_of
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text


class Look(NamedTuple):
    """Somebody wants to look at a file: what for, on which day, at what moment."""

    stream: str
    purpose: str
    day: date
    at: datetime


class OwedAct(NamedTuple):
    """One act somebody owes, as it is shown: the holder in words too, what sets the day, what follows otherwise."""

    act: str
    holder: str
    holder_says: Text
    says: Text
    otherwise: Text
    due: date
    late: bool
    basis: str
    source: str
    about: str
    linked: str
    """What it is about, where an address may say it; "" when that is a name or somebody's words."""


class FileView(NamedTuple):
    """A file on one day. ``file`` is the state itself, for the use cases that go on from here; no desk reads it."""

    stream: str
    version: int
    day: date
    person: PersonSeen
    caisse: Text
    connected: bool
    closed: bool
    headline: OwedAct | None
    also: tuple[OwedAct, ...]
    parts: tuple[Part, ...]
    file: File
    here: frozenset[str] = frozenset()
    """The caisses that work on this system."""


AT_A_COUNTER = frozenset({"rights", "cards", "doctor"})
"""The parts of a file that a doctor or a kiosk sees, and nothing of what is owed in it."""


def look_at(house: House, actor: Actor, look: Look) -> FileView | Refusal:
    """The file, or as much of it as this actor may see; the reading is durable before anything is returned."""
    met, reading = met_by(house, actor, look.stream), sight_of(actor)
    refused = may_read(actor, reading) or may_open(actor, look.stream, offices_of(met.state))
    if refused:
        return refused
    if met.erased:
        return ERASED
    if met.state.attachment.stage == "none":
        return NO_SUCH_FILE
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, reading, look.at))
    view = view_of(look.stream, met.version, met.state, look.day)._replace(here=house.offices)
    return view if reading == "file" else _at_a_counter(view)


def _at_a_counter(view: FileView) -> FileView:
    parts = tuple(part for part in view.parts if part.name in AT_A_COUNTER)
    return view._replace(person=PersonSeen(view.person.name), headline=None, also=(), parts=parts)


@in_one_look
def view_of(stream: str, version: int, file: File, day: date) -> FileView:
    """The same from a state, without a reading: for what was just written by whoever looks."""
    first = headline(file, day)
    others = tuple(each for each in obligations(file, day) if each != first)
    return FileView(
        stream,
        version,
        day,
        person_of(file),
        caisse_name(file.attachment.caisse),
        file.connected,
        file.attachment.stage == "closed",
        first and owed_in_words(first, day),
        tuple(owed_in_words(each, day) for each in others),
        parts_of(file),
        file,
    )


def owed_in_words(each: Obligation, day: date) -> OwedAct:
    """An obligation as it is shown."""
    return OwedAct(
        each.act, each.holder, word("holder", each.holder), without_numbers(each.says), without_numbers(each.otherwise),
        each.due, each.due < day, each.basis, each.source, each.about,
        each.linked,
    )  # fmt: skip
