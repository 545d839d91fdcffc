"""A new key of the installation: what it opens is wrapped again, and no event is written again."""

from __future__ import annotations

import os

from ouverture.adapters.journal.keyring import SECRET_BYTES, Chance, wrap_again
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Connection, blob

EVERY = "SELECT stream, wrapped FROM keys WHERE length(wrapped) > 0"
CHANGE = "UPDATE keys SET wrapped = ? WHERE stream = ? AND wrapped = ?"


def rotate(record: Record, key: bytes, chance: Chance = os.urandom) -> int:
    """Wrap every secret and the key of every file anew under another key; how many files. Writers wait meanwhile.

    All or nothing: until it is done the old key opens all, and from then on nothing. Every process must be started
    again with the new key.
    """
    ring = record.keyring._replace(files=chance(SECRET_BYTES))

    def act(connection: Connection) -> int:
        if record.store.hold_still:
            connection.execute(record.store.hold_still)
        rows = connection.execute(EVERY).fetchall()
        for stream, wrapped in rows:
            again = record.sealing.wrapped_again(stream, blob(wrapped), ring.files)
            connection.execute(CHANGE, (again, stream, wrapped))
        wrap_again(connection, ring, key, chance)
        return len(rows)

    return record.store.write(act)
