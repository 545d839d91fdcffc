"""Everything a file holds, in open form, for the person it is about: as plain values, ready for JSON."""

from __future__ import annotations

import json
from typing import Any

from ouverture.dossier.event_words import told_of
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import ERASED
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, OwedAct, view_of
from ouverture.services.casework.person_seen import full_name
from ouverture.services.casework.ports import Line, Reading, Told
from ouverture.services.casework.recall import event_of
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text

MOST_READINGS = 10_000


def export_of(house: House, actor: Actor, look: Look) -> dict[str, Any] | Refusal:
    """The whole file: who the person is, what is held and owed, every event, every message, every look.

    Numbers and accounts are in it in full: it is for the person alone, and the look is written down.
    """
    met = met_by(house, actor, look.stream)
    refused = may_read(actor, "export") or may_open(actor, look.stream, offices_of(met.state))
    if refused or met.erased:
        return refused or ERASED
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, "export", look.at))
    view = view_of(look.stream, met.version, met.state, look.day)
    history = house.journal.history(look.stream)
    return {
        "format": "ouverture file 1",
        "file": look.stream,
        "made_on": look.day.isoformat(),
        "events_in_all": history.version,
        "head_of_the_chain": history.lines[-1].hash.hex() if history.lines else "",
        **_stands(view),
        "events": [_event(line) for line in history.lines],
        "messages": [_message(one) for one in house.journal.told(look.stream)],
        "looks": [_looked(one) for _, one in house.journal.readings(look.stream, 0, MOST_READINGS)],
    }


def _stands(view: FileView) -> dict[str, Any]:
    """Where the file stands on the day."""
    awaited = tuple(one for one in (view.headline, *view.also) if one)
    return {
        "caisse": _text(view.caisse),
        "caisse_works_on_this_system": view.connected,
        "closed": view.closed,
        "person": view.person._replace(name=full_name(view.file.person.names))._asdict(),
        "awaited": [_owed(one) for one in awaited],
        "held": {part.name: [_row(row) for row in part.rows] for part in view.parts},
    }


def _row(row: Any) -> dict[str, Any]:
    since, note = row.since, row.note
    return {
        "what": _text(row.label),
        "state": _text(row.state),
        "since": since.isoformat() if since else None,
        "note": _text(note) if note else None,
    }


def _owed(one: OwedAct) -> dict[str, Any]:
    return {
        "act": one.act, "holder": one.holder, "due": one.due.isoformat(), "says": _text(one.says),
        "otherwise": _text(one.otherwise), "basis": one.basis, "source": one.source,
    }  # fmt: skip


def _event(line: Line) -> dict[str, Any]:
    return {
        "place": line.version, "day": line.day, "recorded_at": line.recorded_at, "kind": line.kind,
        "on_the_word_of": line.said_by, "by": line.who, "says": _text(told_of(event_of(line))),
        "holds": json.loads(line.body), "hash": line.hash.hex(),
    }  # fmt: skip


def _message(one: Told) -> dict[str, Any]:
    return {
        "message": one.message, "channel": one.channel, "due": one.due.isoformat(), "words": _text(one.words),
        "address": one.address, "sent_at": one.sent_at,
    }  # fmt: skip


def _looked(one: Reading) -> dict[str, Any]:
    return {"at": one.at.isoformat(), "by": one.actor, "for": one.purpose, "what": one.what}


def _text(words: Text) -> dict[str, str]:
    return words._asdict()
