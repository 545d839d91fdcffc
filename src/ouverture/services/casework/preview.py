"""What an act would do, in words, before it is kept: what would happen, what would be told, what would be owed then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ouverture.dossier.duty import Obligation
from ouverture.dossier.event_words import told_of
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Asserter, Command, Event, Events
from ouverture.dossier.machine import run
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.obligations import obligations
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.telling import letter
from ouverture.services.casework.choices import said_channel
from ouverture.text import Text


class WouldLeave(NamedTuple):
    """A message that would go to the person: by which way, and its words."""

    channel: Text
    words: Text


class Preview(NamedTuple):
    """What one act would give, and the file ``after`` it; nothing is written. ``events`` in words, in their order."""

    events: tuple[Text, ...]
    messages: tuple[WouldLeave, ...]
    owed: tuple[Obligation, ...]
    after: File


def preview(file: File, command: Command, day: date, by: Asserter | None = None, who: str = "") -> Preview | Refusal:
    """What the command would do in the file on that day, or why it would be refused."""
    outcome = run(file, command, day, by, who=who)
    if isinstance(outcome, Refusal):
        return outcome
    after, events = outcome
    messages = tuple(_leaving(file, after, events, day))
    return Preview(tuple(map(told_of, _worth_telling(events))), messages, obligations(after, day), after)


def _worth_telling(events: Events) -> Iterator[Event]:
    """What happens in the file; that a message leaves is shown as the message itself."""
    return (one for one in events if not isinstance(one, MessageQueued))


def _leaving(before: File, after: File, events: Events, day: date) -> Iterator[WouldLeave]:
    for queued in events:
        if isinstance(queued, MessageQueued):
            first = before.version + 1
            told = [events[place - first] for place in queued.causes if place >= first]
            yield WouldLeave(said_channel(queued.channel), letter(told, after, day))
