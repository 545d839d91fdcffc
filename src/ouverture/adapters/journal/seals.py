"""The seal of the whole journal: one running hash over every event in order, kept at points along the way.

A file's own chain cannot tell that its last event, or the whole file, is gone. The seal can. Its root may be printed on
a receipt or deposited elsewhere: who holds it can check the journal against it.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import NamedTuple

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Connection, Store

LAST = "SELECT upto, events, root FROM seals ORDER BY upto DESC LIMIT 1"
HASHES = "SELECT position, hash FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT 5000"
SEAL = "INSERT INTO seals (upto, events, root, sealed_at) VALUES (?, ?, ?, ?)"
UNBROKEN = bytes(32)


class Seal(NamedTuple):
    """The first ``events`` events of the journal, up to the position ``upto``, have the running hash ``root``."""

    upto: int = 0
    events: int = 0
    root: bytes = UNBROKEN


def onward(root: bytes, link: bytes) -> bytes:
    """The running hash after one more event, whose own hash is ``link``."""
    return hashlib.sha256(root + link).digest()


def seal(store: Store, now: datetime) -> Seal:
    """Seal every event written so far; the last seal, whether new or not."""
    upto = store.write(lambda connection: _last_position(connection, store.hold_still))

    def act(connection: Connection) -> Seal:
        last = last_seal(connection)
        if upto <= last.upto:
            return last
        found = _extended(connection, last, upto)
        connection.execute(SEAL, (*found, moment(now)))
        return found

    return store.write(act)


def last_seal(connection: Connection) -> Seal:
    """The seal that covers most; an empty one when nothing is sealed yet."""
    row = connection.execute(LAST).fetchone()
    return Seal(*row) if row else Seal()


def _last_position(connection: Connection, hold_still: str | None) -> int:
    # Without this, a writer still at work could hold a lower position than one that has finished.
    if hold_still:
        connection.execute(hold_still)
    position: int = connection.execute("SELECT coalesce(max(position), 0) FROM events").fetchone()[0]
    return position


def _extended(connection: Connection, last: Seal, upto: int) -> Seal:
    at, events, root = last
    while rows := connection.execute(HASHES, (at, upto)).fetchall():
        for _, link in rows:
            root = onward(root, link)
        at, events = rows[-1][0], events + len(rows)
    return Seal(upto, events, root)
