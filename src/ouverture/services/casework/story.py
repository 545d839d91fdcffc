"""The story of a file: what happened, in words and on whose word; what the person was told; who looked."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.event_words import told_of
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import ReadingKind, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import ERASED
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.casework.ports import Reading, Told
from ouverture.services.casework.recall import event_of
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text


class Passage(NamedTuple):
    """One event as a desk tells it: its place in the file, its legal day, on whose word, and what it says."""

    version: int
    day: date
    said_by: str
    says: Text
    by_whom: str
    """The opaque identity of the actor, "" for the passing of days."""


class LookedAt(NamedTuple):
    """One look at a file: when, by which opaque identity, what for, at what."""

    at: datetime
    actor: str
    purpose: str
    what: str


def story_of(house: House, actor: Actor, look: Look, before: int = 0, most: int = 50) -> tuple[Passage, ...] | Refusal:
    """The last ``most`` events before the version ``before`` (0: the last of all), newest first."""
    if refused := _allowed(house, actor, look, "story"):
        return refused
    lines = house.journal.history(look.stream).lines
    shown = [line for line in lines if not before or line.version < before][-most:]
    return tuple(
        Passage(line.version, date.fromisoformat(line.day), line.said_by, told_of(event_of(line)), line.who)
        for line in reversed(shown)
    )


def letters_of(house: House, actor: Actor, look: Look) -> tuple[Told, ...] | Refusal:
    """Every message of the file, word for word as it was told, the last first."""
    if refused := _allowed(house, actor, look, "letters"):
        return refused
    return tuple(reversed(house.journal.told(look.stream)))


def who_looked(house: House, actor: Actor, look: Look, most: int = 200) -> tuple[LookedAt, ...] | Refusal:
    """Who looked at the file, the last first; to ask is a look too."""
    if refused := _allowed(house, actor, look, "readings"):
        return refused
    found = house.journal.readings(look.stream, 0, most)
    return tuple(LookedAt(one.at, one.actor, one.purpose, one.what) for _, one in reversed(found))


def _allowed(house: House, actor: Actor, look: Look, what: ReadingKind) -> Refusal | None:
    """Why not; else the look is written down, and the answer may be given."""
    met = met_by(house, actor, look.stream)
    refused = may_read(actor, what) or may_open(actor, look.stream, offices_of(met.state))
    if refused is None and met.erased:
        return ERASED
    if refused is None:
        house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, what, look.at))
    return refused
