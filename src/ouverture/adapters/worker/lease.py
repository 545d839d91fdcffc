"""Claiming due rows: one process gets each, and has it until the lease ends."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import NamedTuple

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Connection, Store

LEASE = timedelta(minutes=5)
"""How long a process may take over what it claimed before another takes it over."""

MOST_TRIES = 1_000_000
"""Tries are counted no further: a hand may have put in a count that no number follows."""

CLAIM_MESSAGES = """
UPDATE outbox SET leased_until = ?,
    attempts = CASE WHEN attempts < {most_tries} THEN attempts + 1 ELSE attempts END
WHERE id IN (
    SELECT id FROM outbox WHERE sent_at IS NULL AND due <= ? AND leased_until < ? ORDER BY due, id LIMIT ? {skip_locked}
) RETURNING id, stream, channel, content, attempts"""

CLAIM_FILES = """
UPDATE work SET leased_until = ? WHERE stream IN (
    SELECT stream FROM work WHERE wake_on <= ? AND woken_on < ? AND leased_until < ?
    ORDER BY wake_on, stream LIMIT ? {skip_locked}
) RETURNING stream"""


class Claimed(NamedTuple):
    """A message this process may send. ``id`` is the same at every try, so that whoever receives it twice can tell."""

    id: str
    stream: str
    channel: str
    content: str
    attempts: int

    @property
    def message(self) -> int:
        """The number of the message in its file."""
        number: int = json.loads(self.content)["message"]
        return number


def claim_messages(store: Store, now: datetime, at_most: int) -> list[Claimed]:
    """Messages due and claimed by nobody, in the order they fell due, at most ``at_most``."""
    statement = CLAIM_MESSAGES.format(skip_locked=store.skip_locked, most_tries=MOST_TRIES)
    until, at = moment(now + LEASE), moment(now)

    def act(connection: Connection) -> list[Claimed]:
        return [Claimed(*row) for row in connection.execute(statement, (until, at, at, at_most)).fetchall()]

    return sorted(store.write(act))


def claim_files(store: Store, now: datetime, at_most: int) -> list[str]:
    """Files whose day has come and that nobody is looking at; each is given once a day."""
    statement = CLAIM_FILES.format(skip_locked=store.skip_locked)
    until, at, day = moment(now + LEASE), moment(now), now.date().isoformat()

    def act(connection: Connection) -> list[str]:
        return [row[0] for row in connection.execute(statement, (until, day, day, at, at_most)).fetchall()]

    return sorted(store.write(act))
