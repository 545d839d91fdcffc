"""The outbox emptied: each message sent once, or again with the same identity."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple, Protocol

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Connection, Store
from ouverture.adapters.worker.lease import Claimed, claim_messages
from ouverture.adapters.worker.troubles import is_over, note_trouble

SENT = "UPDATE outbox SET sent_at = ? WHERE id = ?"
LATER = "UPDATE outbox SET due = ?, leased_until = '' WHERE id = ?"

DOING = "send a message"

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


Fate = Literal["left", "bounced", "later", "set_aside"]
"""What became of a message in one round."""


def send_due(store: Store, post: Post, report: Report, now: datetime, at_most: int = 100) -> Counter[Fate]:
    """Send what is due: how many messages left, bounced, wait, or are set aside because something failed in their file.

    What fails is tried again, each time later, and stops nobody else's message.
    """
    claimed = claim_messages(store, now, at_most)
    return Counter(_send(store, post, report, now, message) for message in claimed)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after that many tries: a minute, then twice as long each time, six hours at most."""
    return min(FIRST_PAUSE * (1 << min(max(attempts - 1, 0), 16)), LONGEST_PAUSE)


def _send(store: Store, post: Post, report: Report, now: datetime, message: Claimed) -> Fate:
    try:
        bounced = post.send(message.id, message.channel, json.loads(message.content))
        # The file is told first: if we stop here, both are done again, under the same identity and the same key.
        report(message, bounced)
    except Undelivered:
        store.write(lambda connection: _later(connection, message, now))
        return "later"
    except Exception as problem:  # whatever is wrong in one file, the others' messages leave
        fault = problem
        store.write(lambda connection: _set_aside(connection, message, fault, now))
        return "set_aside"
    store.write(lambda connection: _is_sent(connection, message, now))
    return "bounced" if bounced else "left"


def _later(connection: Connection, message: Claimed, now: datetime) -> None:
    connection.execute(LATER, (moment(now + pause_after(message.attempts)), message.id))


def _set_aside(connection: Connection, message: Claimed, fault: Exception, now: datetime) -> None:
    note_trouble(connection, message.stream, DOING, fault, now)
    _later(connection, message, now)


def _is_sent(connection: Connection, message: Claimed, now: datetime) -> None:
    connection.execute(SENT, (moment(now), message.id))
    is_over(connection, message.stream, DOING)
