"""The worker's work in files: messages written in full as they leave, what became of them, and days that have come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from ouverture.adapters.journal.record import Record
from ouverture.adapters.worker.lease import Claimed
from ouverture.adapters.worker.loop import Duties
from ouverture.adapters.worker.sending import Bounced, Post
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Asserter, Command, Event, Moment
from ouverture.dossier.messages.decisions import ConfirmDelivery, ReportBounce
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.telling import letter
from ouverture.dossier.told_values import without_numbers
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Machine, Order
from ouverture.services.casework.recall import Recall, event_of, fold
from ouverture.text import Text

ARRIVES_WHEN_SENT = frozenset({"email", "sms", "account", "page"})
"""Channels that tell at once whether they reach the person. A letter has arrived when somebody says so."""

WITHOUT_NUMBERS = frozenset({"email", "sms"})
"""Channels that others may read: a number is said there by its last digits only."""


class WrittenInFull:
    """A post before which every message is written: what happened, who acts next, what is enclosed."""

    def __init__(self, record: Record, machine: Machine[File], post: Post) -> None:
        self._record, self._machine, self._post = record, machine, post

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> Bounced | None:
        """Send one message, with its words in both languages."""
        words = self._words(identity.rpartition("/")[0], int(content["message"]))
        if channel in WITHOUT_NUMBERS:
            words = without_numbers(words)
        return self._post.send(identity, channel, {**content, "fr": words.fr, "en": words.en})

    def _words(self, stream: str, message: int) -> Text:
        lines = self._record.history(stream).lines
        events = [event_of(line) for line in lines]
        queued = next(one for one in events if isinstance(one, MessageQueued) and one.message == message)
        carried: list[Event] = [events[place - 1] for place in queued.causes]
        return letter(carried, fold(self._machine, stream, lines), queued.on)


def duties(record: Record, machine: Machine[File], post: Post, clock: Callable[[], datetime]) -> Duties:
    """What a worker does with the files of a journal."""
    recall = Recall(machine)

    def send(stream: str, wanted: Command, by: Asserter, key: str) -> None:
        now = clock()
        handle(record, machine, Order(stream, wanted, Moment(now.date(), by), key, now), recall)

    def report(claimed: Claimed, bounced: Bounced | None) -> None:
        message = claimed.message
        if bounced:
            send(claimed.stream, ReportBounce(message, bounced.reason), "post", f"bounced/{claimed.id}")
        elif claimed.channel in ARRIVES_WHEN_SENT:
            send(claimed.stream, ConfirmDelivery(message), "post", f"delivered/{claimed.id}")

    def wake(stream: str, now: datetime) -> None:
        send(stream, LookAgain(), "clock", f"look/{now.date().isoformat()}")

    return Duties(record.store, WrittenInFull(record, machine, post), report, wake)
