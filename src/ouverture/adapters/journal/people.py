"""From a name, a birth date or a number to files, over keyed digests: what is looked for is never kept in clear."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable

from ouverture.adapters.journal.store import Connection, Store
from ouverture.services.casework.ports import Indexed

PUT = "INSERT INTO people (kind, digest, stream) VALUES (?, ?, ?) ON CONFLICT (kind, digest, stream) DO NOTHING"
ONE = "SELECT stream FROM people WHERE kind = ? AND digest = ?"
DROP = "DELETE FROM people WHERE kind = ? AND digest = ? AND stream = ?"


class People:
    """The look-up table of a store, under the secret of its indexes."""

    def __init__(self, store: Store, secret: bytes) -> None:
        self._store = store
        self._key = hmac.digest(secret, b"ouverture: index of people", "sha256")

    def digest(self, kind: str, plain: str) -> bytes:
        """What stands for a value; the same value of two kinds has two digests."""
        return hmac.digest(self._key, f"{kind}\0{plain}".encode(), "sha256")

    def write(self, connection: Connection, stream: str, gone: Iterable[Indexed], new: Iterable[Indexed]) -> None:
        """Put right what leads to a file."""
        for kind, plain in gone:
            connection.execute(DROP, (kind, self.digest(kind, plain), stream))
        for kind, plain in new:
            connection.execute(PUT, (kind, self.digest(kind, plain), stream))

    def with_any(self, wanted: Collection[Indexed], most: int) -> tuple[tuple[str, int], ...]:
        """The files that some of these values lead to, each with how many do; most first."""
        return self._found(wanted, 1, most)

    def with_every(self, wanted: Collection[Indexed], most: int) -> tuple[str, ...]:
        """The files that every one of these values leads to, in the order of their names."""
        return tuple(stream for stream, _ in self._found(wanted, len(set(wanted)), most))

    def _found(self, wanted: Collection[Indexed], at_least: int, most: int) -> tuple[tuple[str, int], ...]:
        pairs = sorted(set(wanted))
        if not pairs:
            return ()
        # One look into the index a value: a list of pairs to choose from would make SQLite read the whole table.
        every = " UNION ALL ".join([ONE] * len(pairs))
        statement = (
            f"SELECT stream, count(*) FROM ({every}) AS found"
            " GROUP BY stream HAVING count(*) >= ? ORDER BY count(*) DESC, stream LIMIT ?"
        )
        values = [value for kind, plain in pairs for value in (kind, self.digest(kind, plain))]
        rows = self._store.read(lambda connection: connection.execute(statement, (*values, at_least, most)).fetchall())
        return tuple((stream, count) for stream, count in rows)
