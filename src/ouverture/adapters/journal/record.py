"""The journal as the services know it: a file's history, and pages appended whole."""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterator

from ouverture.adapters.journal.chain import link, moment
from ouverture.adapters.journal.sealing import SEALED, Chance, Sealing
from ouverture.adapters.journal.store import Clash, Connection, Store
from ouverture.services.casework.ports import HeldNumber, History, Line, NumberTaken, Page, Work

COLUMNS = "position, stream, version, kind, body, day, recorded_at, said_by, cause, key, hash"
HISTORY = f"SELECT {COLUMNS} FROM events WHERE stream = ? AND version >= ? ORDER BY version"
EVENT = (
    "INSERT INTO events (stream, version, kind, body, day, recorded_at, said_by, cause, key, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
MESSAGE = "INSERT INTO outbox (id, stream, channel, content, due) VALUES (?, ?, ?, ?, ?)"
WORK = (
    "INSERT INTO work (stream, version, holder, act, due, basis, wake_on) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (stream) DO UPDATE SET version = excluded.version, holder = excluded.holder, act = excluded.act,"
    " due = excluded.due, basis = excluded.basis, wake_on = excluded.wake_on, leased_until = '', woken_on = ''"
)
SAME_WORK = "UPDATE work SET holder = ?, act = ?, due = ?, basis = ?, wake_on = ? WHERE stream = ? AND version = ?"
NO_WORK = "DELETE FROM work WHERE stream = ?"
NUMBER = "INSERT INTO numbers (number, person, standing) VALUES (?, ?, ?)"
NO_NUMBER = "DELETE FROM numbers WHERE number = ?"


_content = json.JSONEncoder(sort_keys=True).encode


class Record:
    """The journal in a store. ``key`` is the installation's: it seals what is secret, and indexes it for look-up.

    ``chance`` gives random bytes to seal with; tests give their own, so that one history has one hash.
    """

    def __init__(self, store: Store, key: bytes, chance: Chance = os.urandom) -> None:
        self.store = store
        self.sealing = Sealing(store, key, chance)
        self._index_key = hmac.digest(key, b"ouverture: index of numbers", "sha256")

    def history(self, stream: str, since: int = 1) -> History:
        """The events of a file from the version ``since`` on; empty for a file that does not exist."""
        rows = self.store.read(lambda connection: connection.execute(HISTORY, (stream, since)).fetchall())
        lines = map(Line._make, rows)
        return History(stream, tuple(self.opened(line) if SEALED in line.body else line for line in lines))

    def opened(self, line: Line) -> Line:
        """A line as it was before it was sealed."""
        return line._replace(body=self.sealing.opened(line.stream, line.body))

    def append(self, page: Page) -> Line:
        """Write a page, durably, or nothing of it; its last line. Raises Overtaken or NumberTaken."""
        lines = tuple(chained(self._sealed(page)))
        try:
            self.store.write(lambda connection: self._write(connection, page, lines))
        except Clash as clash:
            if clash.table == "numbers":
                raise NumberTaken from None
            raise
        return lines[-1]

    def _sealed(self, page: Page) -> Page:
        if not any(entry.sealed for entry in page.entries):
            return page
        stream, seal = page.stream, self.sealing.seal
        entries = (
            entry._replace(body=seal(stream, entry.body, entry.sealed)) if entry.sealed else entry
            for entry in page.entries
        )
        return page._replace(entries=tuple(entries))

    def keep_work(self, stream: str, version: int, work: Work | None) -> None:
        """Put a file's row of the work queue right, unless the file has moved on from ``version``."""
        if work is not None:
            due, wake_on = work.due.isoformat(), work.wake_on.isoformat()
            values = (work.holder, work.act, due, work.basis, wake_on, stream, version)
            self.store.write(lambda connection: connection.execute(SAME_WORK, values))

    def fingerprint(self, text: str) -> str:
        """A digest that only this installation can make."""
        return hmac.digest(self._index_key, text.encode(), "sha256").hex()[:16]

    def _write(self, connection: Connection, page: Page, lines: tuple[Line, ...]) -> None:
        for line in lines:
            connection.execute(EVENT, line[1:])
        for version, message in page.messages:
            content = _content(message.content)
            identity = f"{page.stream}/{version}"
            connection.execute(MESSAGE, (identity, page.stream, message.channel, content, message.due.isoformat()))
        write_work(connection, page.stream, lines[-1].version, page.work)
        for held in page.numbers_gone:
            connection.execute(NO_NUMBER, (self.number_index(held),))
        for held in page.numbers_new:
            self.write_number(connection, held)

    def number_index(self, held: HeldNumber) -> bytes:
        """What stands for a number in the look-up table: its keyed digest."""
        return hmac.digest(self._index_key, held.number.encode(), "sha256")

    def write_number(self, connection: Connection, held: HeldNumber) -> None:
        """One row of the number table; the store raises Clash when the number or the person has one already."""
        connection.execute(NUMBER, (self.number_index(held), held.person, held.standing))


def write_work(connection: Connection, stream: str, version: int, work: Work | None) -> None:
    """The row of the work queue of one file, or none when the file is closed."""
    if work is None:
        connection.execute(NO_WORK, (stream,))
    else:
        days = work.due.isoformat(), work.wake_on.isoformat()
        connection.execute(WORK, (stream, version, work.holder, work.act, days[0], work.basis, days[1]))


def chained(page: Page) -> Iterator[Line]:
    """The lines of a page, each with its link; the position is the database's to give."""
    previous, recorded_at = page.previous, moment(page.recorded_at)
    for version, entry in enumerate(page.entries, start=page.after + 1):
        line = Line(
            0,
            page.stream,
            version,
            entry.kind,
            entry.body,
            entry.day,
            recorded_at,
            page.said_by,
            page.cause,
            page.key,
            b"",
        )
        previous = link(previous, line)
        yield line._replace(hash=previous)
