"""The counters around the card: what changed since it was written, rights on a day, what a doctor changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.card.events import Card
from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.told_values import SHOWN_DIGITS
from ouverture.dossier.words import caisse_name, filled, in_words, stage_words
from ouverture.pricing.rows import row
from ouverture.services.casework.access import NO_SUCH_FILE, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.casework.person_seen import name_of
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.recall import fold
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text

Answer = Literal["open", "closed", "not_known"]


class OnTheCard(NamedTuple):
    """One thing that the card holds: as it was written, and as it is now; ``before`` None: it was not there."""

    name: str
    before: Text | None
    now: Text


class CardRead(NamedTuple):
    """A card at a kiosk: the name on it, what has changed, and whether it can be written. ``stage`` in words."""

    name: str
    changes: tuple[OnTheCard, ...]
    stage: Text
    works: bool


class RightsOnDay(NamedTuple):
    """Rights on one day. "not_known" is never a no: the file does not say."""

    name: str
    on: date
    answer: Answer
    since: date | None = None
    until: date | None = None


class Rate(NamedTuple):
    """What visits are repaid at, in per cent, with a médecin traitant and without; None where it is not held."""

    with_doctor: int | None
    without: int | None
    text: str
    source: Text


class AtTheDoctor(NamedTuple):
    """The patient before a doctor: rights today, the choice in force and the one asked, and what the rate becomes."""

    rights: RightsOnDay
    stage: Text
    doctor: str
    asked: str
    rate: Rate


def card_read(house: House, actor: Actor, look: Look) -> CardRead | Refusal:
    """What a kiosk says of the card that was put in; the reading is written down first."""
    file = _opened(house, actor, look, "card")
    if isinstance(file, Refusal):
        return file
    card = file.card.of("plastic")
    if card is None or card.stage in ("none", "stopped"):
        return CardRead(name_of(file), (), stage_words("card", card.stage if card else "none"), False)
    before = _when_written(house, look.stream, card)
    return CardRead(name_of(file), tuple(_changes(before, file)), stage_words("card", card.stage), True)


def rights_on(house: House, actor: Actor, look: Look, on: date) -> RightsOnDay | Refusal:
    """Whether the person is covered on that day; the reading is written down first."""
    file = _opened(house, actor, look, "rights")
    return file if isinstance(file, Refusal) else _rights(file, on, look.day)


def at_the_doctor(house: House, actor: Actor, look: Look) -> AtTheDoctor | Refusal:
    """What a doctor sees of the patient whose card is there; nothing of the rest of the file."""
    file = _opened(house, actor, look, "rights")
    if isinstance(file, Refusal):
        return file
    state = file.doctor
    stage = stage_words("doctor", state.stage)
    return AtTheDoctor(_rights(file, look.day, look.day), stage, state.doctor, state.asked, _rate(look.day))


def _opened(house: House, actor: Actor, look: Look, what: Literal["card", "rights"]) -> File | Refusal:
    file = met_by(house, actor, look.stream).state
    if refused := may_read(actor, what) or may_open(actor, look.stream, offices_of(file)):
        return refused
    if file.attachment.stage == "none":
        return NO_SUCH_FILE
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, what, look.at))
    return file


def _rights(file: File, on: date, today: date) -> RightsOnDay:
    name, state = name_of(file), file.rights
    period = next((one for one in state.periods if one.first <= on and (one.last is None or on <= one.last)), None)
    if period:
        # Of a day to come nothing is sure while the period has no end.
        answer: Answer = "open" if on <= today or period.last else "not_known"
        return RightsOnDay(name, on, answer, period.first, period.last)
    if on > today or (file.application.stage == "open" and state.stage == "none"):
        return RightsOnDay(name, on, "not_known")
    return RightsOnDay(name, on, "closed")


def _rate(day: date) -> Rate:
    usual, more = row("rates", "doctor", day), row("rates", "out_of_pathway", day)
    inside = usual.value // 100 if usual and usual.value is not None else None
    outside = inside - more.value // 100 if inside is not None and more and more.value is not None else None
    return Rate(inside, outside, more.text if more else "", Text.in_two(more.source if more else ""))


def _when_written(house: House, stream: str, card: Card) -> File | None:
    """The file as it was on the day the card was last written; None for a card never written."""
    if card.updated_on is None:
        return None
    written = card.updated_on.isoformat()
    lines = house.journal.history(stream).lines
    last = max((one.version for one in lines if one.day <= written and one.kind in _WRITES), default=0)
    return fold(house.machine, stream, [one for one in lines if one.version <= last]) if last else None


_WRITES = frozenset({"card_produced", "card_updated"})


def _changes(before: File | None, now: File) -> Iterator[OnTheCard]:
    for name, tell in _HELD.items():
        is_now, was = tell(now), tell(before) if before else None
        if is_now and is_now != was:
            yield OnTheCard(name, was, is_now)


def _ends(file: File) -> Text | None:
    if file.rights.stage in ("none", "closed") or not file.rights.periods:
        return _said("no_rights")
    period = file.rights.periods[-1]
    if period.last:
        return filled(_said("until"), last=period.last)
    return filled(_said("since"), first=period.first)


def _number(file: File) -> Text | None:
    number = file.number.number
    return in_words(f"…{number[-SHOWN_DIGITS:]}") if number else None


_HELD: Mapping[str, Callable[[File], Text | None]] = {
    "name": lambda file: in_words(name_of(file)),
    "number": _number,
    "rights": _ends,
    "caisse": lambda file: caisse_name(file.attachment.caisse),
    "doctor": lambda file: in_words(file.doctor.doctor) if file.doctor.doctor else None,
}
"""What a card is written with, by name, in the order of the screen."""


def _said(name: str) -> Text:
    return Text(**data_of("counter")["card"][name])
