"""The worker's work in files: messages written in full as they leave, what came back, and days that have come.

A message that left has not arrived: the file says so only when somebody tells, the person, the post or an agent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from ouverture.adapters.journal.record import Record
from ouverture.adapters.worker.lease import Claimed
from ouverture.adapters.worker.loop import Duties
from ouverture.adapters.worker.sending import Bounced, Post
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Asserter, Command, Moment
from ouverture.dossier.messages.decisions import ReportBounce
from ouverture.dossier.told_values import without_numbers
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Machine, Order
from ouverture.services.casework.recall import Recall

WITHOUT_NUMBERS = frozenset({"email", "sms"})
"""Channels that others may read: a number is said there by its last digits only."""


class WrittenInFull:
    """A post given each message with the words and the address it was queued with, however often it is tried."""

    def __init__(self, record: Record, post: Post) -> None:
        self._record, self._post = record, post

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> Bounced | None:
        """Send one message, with its words in both languages."""
        stream, _, version = identity.rpartition("/")
        told = next(one for one in self._record.told(stream, int(content["message"])) if one.version == int(version))
        words = without_numbers(told.words) if channel in WITHOUT_NUMBERS else told.words
        return self._post.send(identity, channel, {**content, "fr": words.fr, "en": words.en, "to": told.address})


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

    def wake(stream: str, now: datetime) -> None:
        send(stream, LookAgain(), "clock", f"look/{now.date().isoformat()}")

    return Duties(record.store, record.signing, record.mark, WrittenInFull(record, post), report, wake)
