"""The journal as the services know it: a file's history, and pages appended whole."""

from __future__ import annotations

import hmac
import os
from collections.abc import Collection, Iterator
from datetime import date, datetime

from ouverture.adapters.journal import forgetting, outbox, queue, readings
from ouverture.adapters.journal.chain import link, moment
from ouverture.adapters.journal.dated import dated, passed
from ouverture.adapters.journal.genuine import COLUMNS, check_genuine
from ouverture.adapters.journal.keyring import Chance, open_keyring
from ouverture.adapters.journal.people import People
from ouverture.adapters.journal.sealing import SEALED, Gone, Sealing
from ouverture.adapters.journal.seals import Seal, Signing, seal
from ouverture.adapters.journal.store import Clash, Connection, Store, blob
from ouverture.dossier.older import SCHEMA
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.ports import (
    Asked,
    Dated,
    Erased,
    HeldNumber,
    History,
    Indexed,
    Line,
    NumberTaken,
    Page,
    Passed,
    Reading,
    Spread,
    Standing,
    Task,
    Told,
)

WITH_KEY = f"{COLUMNS}, (SELECT wrapped FROM keys WHERE keys.stream = events.stream)"
HISTORY = f"SELECT {WITH_KEY} FROM events WHERE stream = ? AND version >= ? ORDER BY version"
EVENT = (
    "INSERT INTO events (stream, version, kind, body, day, recorded_at, said_by, who, cause, key, schema, hash, mark)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
NUMBER = "INSERT INTO numbers (number, person, stream, standing) VALUES (?, ?, ?, ?)"
NO_NUMBER = "DELETE FROM numbers WHERE number = ?"


class Record:
    """The journal in a store. ``key`` is the installation's: it opens the secrets that seal and index.

    ``chance`` gives random bytes; tests give their own, so that one history has one hash. Raises WrongKey.
    """

    def __init__(self, store: Store, key: bytes, chance: Chance = os.urandom, make: bool = True) -> None:
        """``make``: whether the secrets of a new journal are made."""
        self.store = store
        self.keyring = open_keyring(store, key, chance, make)
        self.sealing = Sealing(store, self.keyring.files, chance)
        self.signing = Signing(self.keyring.seals)
        self.people = People(store, self.keyring.lookup)

    def history(self, stream: str, since: int = 1) -> History:
        """The events of a file from the version ``since`` on; empty for a file that does not exist.

        Raises NotAsWritten when one of them is not what was written.
        """
        rows = self.store.read(lambda connection: connection.execute(HISTORY, (stream, since)).fetchall())
        if not rows:
            return History(stream, ())
        key = rows[0][-1]
        wrapped = None if key is None else blob(key)
        lines = [Line._make(row[:-1]) for row in rows]
        try:
            check_genuine(lines, since, self.mark)
        except NotAsWritten as problem:
            before = tuple(self.opened(line, wrapped) for line in lines if line.version < problem.version)
            raise NotAsWritten(stream, problem.version, before) from None
        opened = tuple(self.opened(line, wrapped) if SEALED in line.body else line for line in lines)
        return History(stream, opened, erased=wrapped == b"")

    def opened(self, line: Line, wrapped: bytes | None) -> Line:
        """A line as it was before it was sealed; ``wrapped`` is the key of its file as it is written now."""
        return line._replace(body=self.sealing.opened(line.stream, line.body, wrapped))

    def append(self, page: Page) -> Line:
        """Write a page, durably, or nothing of it; its last line. Raises Overtaken, NumberTaken or Erased."""
        stream = page.stream
        try:
            lines = tuple(line._replace(mark=self.mark(line.hash)) for line in chained(self._sealed(page)))
            messages = [outbox.row_of(self.sealing, self.store, stream, *one) for one in page.messages]
            self.store.write(lambda connection: self._write(connection, page, lines, messages))
        except Gone:
            raise Erased(stream) from None
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

    def _write(
        self, connection: Connection, page: Page, lines: tuple[Line, ...], messages: Collection[outbox.Row]
    ) -> None:
        for line in lines:
            connection.execute(EVENT, line[1:])
        for message in messages:
            outbox.write_row(connection, message)
        queue.write_standing(connection, page.stream, lines[-1].version, self.opaque(page.stream, page.standing))
        for held in page.numbers_gone:
            connection.execute(NO_NUMBER, (self.number_index(held),))
        for held in page.numbers_new:
            self.write_number(connection, page.stream, held)
        self.people.write(connection, page.stream, page.indexed_gone, page.indexed_new)

    def keep_standing(self, stream: str, version: int, now: Standing) -> None:
        """Put a file's rows of the queue right, unless the file has moved on from ``version``."""
        kept = self.opaque(stream, now)
        self.store.write(lambda connection: queue.write_standing_again(connection, stream, version, kept))

    def seal(self, now: datetime) -> Seal:
        """Seal every event and reading written so far; the last seal, whether new or not."""
        return seal(self.store, self.signing, now)

    def fingerprint(self, text: str) -> str:
        """A digest that only this installation can make."""
        return hmac.digest(self.keyring.lookup, text.encode(), "sha256").hex()[:16]

    def about_key(self, stream: str, act: str, about: str) -> str:
        """What the queue holds in place of the thing an act is about, which may be somebody's name; "" stays ""."""
        return self.fingerprint(f"{stream}/{act}/{about}") if about else ""

    def opaque(self, stream: str, now: Standing) -> Standing:
        """Where a file stands as its tables hold it: nothing of what is owed says what it is about."""
        owed = (one._replace(about=self.about_key(stream, one.act, one.about)) for one in now.owed)
        return now._replace(owed=tuple(owed))

    def mark(self, link: bytes) -> bytes:
        """What only this installation can put on a link of a chain: 16 bytes."""
        return hmac.digest(self.keyring.chain, link, "sha256")[:16]

    def number_index(self, held: HeldNumber) -> bytes:
        """What stands for a number in the look-up table: its keyed digest."""
        return hmac.digest(self.keyring.lookup, held.number.encode(), "sha256")

    def write_number(self, connection: Connection, stream: str, held: HeldNumber) -> None:
        """One row of the number table; the store raises Clash when the number or the person has one already."""
        connection.execute(NUMBER, (self.number_index(held), held.person, stream, held.standing))

    def owed(self, asked: Asked, after: Task | None = None, most: int = 50) -> tuple[Task, ...]:
        """A page of the queue, the first due first; ``after`` is the last row of the page before."""
        return queue.owed(self.store, asked, after, most)

    def owed_counts(self, asked: Asked, day: date) -> tuple[tuple[str, int, int], ...]:
        """How many rows each act has among those asked for, and how many of them were due before ``day``."""
        return queue.owed_counts(self.store, asked, day)

    def owed_spread(self, asked: Asked, first: date, last: date) -> tuple[Spread, ...]:
        """How many rows of each act, by day and by who has it; days outside count on ``first`` or ``last``."""
        return queue.owed_spread(self.store, asked, first, last)

    def files_of(self, office: str, after: str, most: int) -> tuple[str, ...]:
        """The open files of an office by their identity, those that come after one."""
        return queue.files_of(self.store, office, after, most)

    def assign(self, task: Task, to: str) -> bool:
        """Give an act to an agent ("": to nobody); False when another has it meanwhile, or it is owed no more."""
        return queue.assign(self.store, task, to)

    def note_reading(self, *looks: Reading) -> None:
        """Write down, durably, that somebody looked at a file or at several, before the answer is given."""
        readings.note(self.store, *looks)

    def readings(self, stream: str, after: int = 0, most: int = 50) -> tuple[tuple[int, Reading], ...]:
        """Who looked at a file, oldest first, each with its place; ``after`` is the last place of the page before."""
        return readings.readings(self.store, stream, after, most)

    def streams_with(self, kind: str, plain: str, most: int = 1000) -> tuple[str, ...]:
        """The files that this value of this kind leads to."""
        return self.people.with_every(((kind, plain),), most)

    def streams_with_every(self, wanted: Collection[Indexed], most: int = 1000) -> tuple[str, ...]:
        """The files that every one of these values leads to."""
        return self.people.with_every(wanted, most)

    def streams_with_any(self, wanted: Collection[Indexed], most: int = 1000) -> tuple[tuple[str, int], ...]:
        """The files that some of these values lead to, each with how many do; most first."""
        return self.people.with_any(wanted, most)

    def told(self, stream: str, message: int | None = None) -> tuple[Told, ...]:
        """What the person was told, word for word as it was queued: one message, or every one."""
        return outbox.told(self.sealing, self.store, stream, message)

    def dated(self, kinds: Collection[str], most: int) -> tuple[Dated, ...]:
        """The last ``most`` events of these kinds, of every file, oldest first; nothing sealed is opened."""
        return dated(self.store, self.mark, kinds, most)

    def passed(self, kinds: Collection[str], after: int, most: int) -> tuple[Passed, ...]:
        """The last ``most`` events of these kinds after a place in the journal, oldest first; no file is read."""
        return passed(self.store, self.mark, kinds, after, most)

    def forget(self, stream: str, at: datetime) -> bool:
        """Destroy the key of a file and all that leads to it, for ever; False when there is no such file."""
        return forgetting.forget(self.store, stream, at)


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
            page.who,
            page.cause,
            page.key,
            SCHEMA,
            b"",
            b"",
        )
        previous = link(previous, line)
        yield line._replace(hash=previous)
