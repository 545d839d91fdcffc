"""A file carried elsewhere: all its events as plain values, and a file of one's own made of them again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from ouverture.dossier.application.events import PagesGiven
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.attachment.events import FileOpened
from ouverture.dossier.kernel import Event
from ouverture.dossier.older import SCHEMA, of_today
from ouverture.dossier.records import from_record, to_record
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import may_do, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import ERASED, NUMBER_TAKEN, entry_of
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.casework.ports import NumberTaken, Page, Reading
from ouverture.services.casework.recall import event_of
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text

FORMAT = "ouverture carried file 1"
MOST_EVENTS = 20_000
MOST_SAID = 6_000_000
"""Bytes of what a copy says, its pages apart: twenty times a file of five hundred events."""


def carried(house: House, actor: Actor, look: Look) -> dict[str, Any] | Refusal:
    """All of a file, for the person alone: their numbers are in it, and the look is written down."""
    met = met_by(house, actor, look.stream)
    refused = may_read(actor, "export") or may_open(actor, look.stream, offices_of(met.state))
    if refused or met.erased:
        return refused or ERASED
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, "export", look.at))
    events = [event_of(line) for line in house.journal.history(look.stream).lines]
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "made_on": look.day.isoformat(),
        "events": [{"kind": one.kind, "says": to_record(one)} for one in events],
    }


def reopen(
    house: House,
    actor: Actor,
    copy: object,
    stream: str,
    day: date,
    at: datetime,
    pages: Mapping[str, str] = MappingProxyType({}),
) -> int | Refusal:
    """A new file of one's own with all that the copy holds; how many events. Nothing is sent, and no caisse has it.

    It is a record of what a caisse does, even where the first one was held by a caisse: what that caisse wrote is now
    the person's own copy of it. ``pages``: what each page that came along is called here, by what it was called there.
    """
    if refused := may_do(actor, OpenFile):
        return refused
    try:
        events = tuple(_events(copy, stream, pages))
        state = house.machine.empty(stream)
        for happened in events:
            state = house.machine.evolve(state, happened)
        now = house.machine.standing(state, day)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return NOT_A_COPY
    page = Page(
        stream, 0, b"", tuple(map(entry_of, events)), "person", actor.id, f"reopen:{house.journal.fingerprint(stream)}",
        f"reopen/{stream}", at, now, (), (), tuple(sorted(now.numbers)), (), tuple(sorted(now.indexed)),
    )  # fmt: skip
    try:
        house.journal.append(page)
    except NumberTaken:
        return NUMBER_TAKEN
    return len(events)


def _events(copy: object, stream: str, pages: Mapping[str, str]) -> Iterator[Event]:
    """The events of the copy in today's words; raises KeyError, TypeError or ValueError for what is no copy."""
    if not isinstance(copy, Mapping) or copy["format"] != FORMAT or not 0 < len(copy["events"]) <= MOST_EVENTS:
        raise ValueError(FORMAT)
    schema = int(copy["schema"])
    if schema > SCHEMA:
        raise ValueError(FORMAT)
    for nth, one in enumerate(copy["events"]):
        kind, said = str(one["kind"]), dict(one["says"])
        if schema != SCHEMA:
            kind, said = of_today(schema, kind, said)
        happened = from_record(kind, said)
        if isinstance(happened, FileOpened) is not (nth == 0):
            raise ValueError(FORMAT)
        yield _here(happened, stream, pages)


def _here(happened: Event, stream: str, pages: Mapping[str, str]) -> Event:
    """The event as the new file says it: hers alone, and of its pages those that came along."""
    if isinstance(happened, FileOpened):
        return replace(happened, person=stream, mode="recorded")
    if isinstance(happened, PagesGiven):
        return replace(happened, pages=tuple(pages[one] for one in happened.pages if one in pages))
    return happened


def as_bytes(copy: Mapping[str, Any]) -> bytes:
    """A copy as it goes into a file."""
    return json.dumps(copy, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(written: bytes) -> object:
    """What a file says; None for what is no JSON, or more than any file says."""
    if len(written) > MOST_SAID:
        return None
    try:
        found: object = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return found


NOT_A_COPY = Refusal(
    "not_a_copy",
    Text(
        "Ce fichier n'est pas un dossier emporté d'Ouverture, ou il vient d'une version plus récente. "
        "Rien n'a été enregistré.",
        "This file is no file carried from Ouverture, or it comes from a newer version. Nothing was recorded.",
    ),
    "person",
)
