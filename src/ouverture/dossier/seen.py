"""What a caisse outside this system did, as the person saw it (letter, call, screen): recorded as it is, not judged."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from ouverture.dossier.deciding import decides
from ouverture.dossier.file import AGGREGATES, File
from ouverture.dossier.kernel import SEEN_FROM_OUTSIDE, Command, Decision, Event, Moment, Personal, command
from ouverture.dossier.records import from_record, to_record
from ouverture.dossier.refusals import refuse

OURS = frozenset({"messages", "watch", "attachment"})
"""What only this system does: its own messages, reminders, and the opening of files. Nobody sees it from outside."""

SEEN = frozenset(kind.kind for one in AGGREGATES if one.name not in OURS for kind in one.transitions) | {"taken_over"}
"""The acts of a caisse that a person can see and record."""


@command
class RecordSeen(Command):
    """An act of the caisse that the person learned of: the kind of the event, what it says (JSON), and its own day."""

    seen: str
    said: Personal
    happened_on: date

    may = ("letter", "call", "screen", "person", "helper")


def as_seen(happened: Event) -> RecordSeen:
    """The command that records an event as seen from outside."""
    record = {name: value for name, value in to_record(happened).items() if name not in ("on", "by", "who")}
    return RecordSeen(happened.kind, json.dumps(record, sort_keys=True), happened.on)


@decides(RecordSeen)
def record_seen(file: File, c: RecordSeen, at: Moment) -> Decision:
    """The event as it was seen; refused when the caisse is on this system, or when it cannot be read."""
    if file.connected:
        return refuse("caisse_is_here")
    if at.by not in SEEN_FROM_OUTSIDE:
        return refuse("caisse_is_outside")
    if c.happened_on > at.on:
        return refuse("seen_before_it_happened", by=at.on)
    if c.seen not in SEEN:
        return refuse("unreadable_event", seen="?")
    try:
        said: dict[str, Any] = json.loads(c.said)
        return (from_record(c.seen, {**said, "on": c.happened_on.isoformat(), "by": at.by, "who": at.who}),)
    except (KeyError, TypeError, ValueError, RecursionError):
        return refuse("unreadable_event", seen=c.seen)
