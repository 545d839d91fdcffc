"""A journal of schema 1 written over into one of schema 2: the same events with the same hashes, at the same places.

The old journal is only read. What schema 2 knows besides is made: marks, signed seals, the queue, the look-up tables,
and the words of messages that have not left yet. The words of those that left were not kept, and it is said so.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeVar

from ouverture.adapters.journal import outbox
from ouverture.adapters.journal.genuine import COLUMNS
from ouverture.adapters.journal.keyring import Chance, Keyring, keep_keyring
from ouverture.adapters.journal.rebuild import rebuild
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import SEAL, Seal, seal_of
from ouverture.adapters.journal.store import Connection, Store, blob
from ouverture.adapters.journal.verify import verify_lines
from ouverture.dossier.kernel import Event
from ouverture.services.casework.ports import Line, Machine
from ouverture.services.casework.recall import event_of

State = TypeVar("State")
Read = Callable[[str], list[Any]]
"""Asks the old journal; every row of the answer."""

OLD_EVENTS = (
    "SELECT position, stream, version, kind, body, day, recorded_at, said_by, cause, key, hash FROM events"
    " ORDER BY position"
)
OLD_SEALS = "SELECT upto, events, root, sealed_at FROM seals ORDER BY upto"
OLD_OUTBOX = "SELECT id, stream, content, due, attempts, sent_at FROM outbox ORDER BY id"
KEYS = "INSERT INTO keys (stream, wrapped) VALUES (?, ?)"
SENT = "UPDATE outbox SET due = ?, attempts = ?, sent_at = ? WHERE id = ?"


class CannotMigrate(Exception):
    """The old journal is not what was written, or the new place is not empty; the message says which."""


class Migrated(NamedTuple):
    """What was written over; ``unsent``: messages that will leave from the new journal."""

    files: int
    events: int
    messages: int
    unsent: int


def keyring_of_schema_1(key: bytes, chance: Chance = os.urandom) -> Keyring:
    """The secrets of schema 1, made of the installation's key, so that what is sealed and indexed stays so."""
    files = hmac.digest(key, b"ouverture: keys of files", "sha256")
    lookup = hmac.digest(key, b"ouverture: index of numbers", "sha256")
    return Keyring(files, lookup, chance(32), chance(32))


def migrate(read: Read, store: Store, key: bytes, machine: Machine[State], day: date) -> Migrated:
    """Write the journal that ``read`` asks into the empty ``store``; raises CannotMigrate or WrongKey."""
    lines = [_line(row) for row in read(OLD_EVENTS)]
    seals = [Seal(upto, events, 0, blob(root), sealed_at=at) for upto, events, root, at in read(OLD_SEALS)]
    if fault := verify_lines(lines, seals).fault:
        raise CannotMigrate(f"the journal is not what was written: {fault.says.en}")
    if store.read(lambda connection: connection.execute("SELECT 1 FROM secrets").fetchone()):
        raise CannotMigrate("there is a journal in the new place already")
    store.write(lambda connection: keep_keyring(connection, keyring_of_schema_1(key), key, os.urandom))
    record = Record(store, key)
    keys = [(stream, blob(wrapped)) for stream, wrapped in read("SELECT stream, wrapped FROM keys")]
    for stream, wrapped in keys:
        record.sealing.check(stream, wrapped)
    store.write(lambda connection: _copy(connection, record, read, lines, keys))
    _seal_again(record, seals)
    messages = _messages(record, machine, read(OLD_OUTBOX))
    rebuild(record, machine, day)
    return Migrated(len({line.stream for line in lines}), len(lines), *messages)


def _line(row: Any) -> Line:
    position, stream, version, kind, body, day, recorded_at, said_by, cause, key, link = row
    return Line(position, stream, version, kind, body, day, recorded_at, said_by, "", cause, key, 1, blob(link), b"")


def _copy(connection: Connection, record: Record, read: Read, lines: list[Line], keys: list[tuple[str, bytes]]) -> None:
    over = "" if record.store.hold_still is None else "OVERRIDING SYSTEM VALUE"
    marks = ", ".join("?" * len(Line._fields))
    for line in lines:
        marked = line._replace(mark=record.mark(line.hash))
        connection.execute(f"INSERT INTO events ({COLUMNS}) {over} VALUES ({marks})", marked)
    for stream, wrapped in keys:
        connection.execute(KEYS, (stream, wrapped))
    for table in ("series", "pool"):
        for row in read(f"SELECT * FROM {table}"):
            connection.execute(f"INSERT INTO {table} VALUES (?, ?)", tuple(row))
    if over and lines:
        connection.execute("SELECT setval(pg_get_serial_sequence('events', 'position'), ?)", (lines[-1].position,))


def _seal_again(record: Record, seals: list[Seal]) -> None:
    """The old seals, which hold, with what schema 2 has them cover, signed."""

    def act(connection: Connection) -> None:
        for old in seals:
            found = seal_of(connection, old.upto)._replace(sealed_at=old.sealed_at)
            connection.execute(SEAL, record.signing.signed(found))

    record.store.write(act)


def _messages(record: Record, machine: Machine[State], rows: list[Any]) -> tuple[int, int]:
    """Every message that left or waits: how many, and how many wait."""
    by_file: dict[str, dict[int, Any]] = {}
    for row in rows:
        by_file.setdefault(row[1], {})[int(row[0].rpartition("/")[2])] = row
    for stream, waiting in by_file.items():
        messages = list(_said_then(record, machine, stream, waiting))
        record.store.write(lambda connection, messages=messages: _keep(connection, messages))  # type: ignore[misc]
    return len(rows), sum(row[5] is None for row in rows)


def _keep(connection: Connection, messages: list[tuple[outbox.Row, Any]]) -> None:
    for row, (identity, _, _, due, attempts, sent_at) in messages:
        outbox.write_row(connection, row)
        connection.execute(SENT, (due, attempts, sent_at, identity))


def _said_then(
    record: Record, machine: Machine[State], stream: str, waiting: dict[int, Any]
) -> Iterator[tuple[outbox.Row, Any]]:
    """The messages of a file as they are queued today; one that waits says what the file said when it was queued."""
    state, events = machine.empty(stream), list[Event]()
    causes: dict[int, tuple[int, ...]] = {}
    for line in record.history(stream).lines:
        events.append(event_of(line))
        state = machine.evolve(state, events[-1])
        sent = machine.outgoing(events[-1])
        if sent is None or line.version not in waiting:
            continue
        row = waiting.pop(line.version)
        told = causes.setdefault(sent.message, sent.causes)
        if row[5] is None:
            sent = machine.telling(state, sent, tuple(events[place - 1] for place in told))
        yield outbox.row_of(record.sealing, record.store, stream, line.version, sent), row
    for version in waiting:
        raise CannotMigrate(f"file {stream}, event {version}: a message waits, and the event sends none")
