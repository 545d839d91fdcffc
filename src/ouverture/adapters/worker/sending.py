"""The outbox emptied: each message sent once, or again with the same identity."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Store
from ouverture.adapters.worker.lease import Claimed, claim_messages

SENT = "UPDATE outbox SET sent_at = ? WHERE id = ?"
LATER = "UPDATE outbox SET due = ?, leased_until = '' WHERE id = ?"

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


class Undelivered(Exception):
    """The channel is down or full: the message is tried again later. Its text says why."""


class Bounced(NamedTuple):
    """The channel took the message and says that it cannot reach the person."""

    reason: str


class Post(Protocol):
    """A way out of the house: e-mail, text message, printed letter."""

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> Bounced | None:
        """Send one message; the same ``identity`` twice must reach the person once. Raises Undelivered.

        None: it left, or waits where the person looks. That is not yet "delivered". Bounced: this way leads nowhere.
        """


Report = Callable[[Claimed, Bounced | None], None]
"""Records in the file that a message went out or bounced, under a key made of the message's identity."""


def send_due(store: Store, post: Post, report: Report, now: datetime, at_most: int = 100) -> int:
    """Send what is due; the number of messages that left. What fails is tried again, each time later."""
    claimed = claim_messages(store, now, at_most)
    return sum(_send(store, post, report, now, message) for message in claimed)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after that many tries: a minute, then twice as long each time, six hours at most."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 16)), LONGEST_PAUSE)


def _send(store: Store, post: Post, report: Report, now: datetime, message: Claimed) -> bool:
    try:
        bounced = post.send(message.id, message.channel, json.loads(message.content))
    except Undelivered:
        due = moment(now + pause_after(message.attempts))
        store.write(lambda connection: connection.execute(LATER, (due, message.id)))
        return False
    # The file is told first: if we stop here, the message is sent again and the file told again, under the same key.
    report(message, bounced)
    store.write(lambda connection: connection.execute(SENT, (moment(now), message.id)))
    return bounced is None
