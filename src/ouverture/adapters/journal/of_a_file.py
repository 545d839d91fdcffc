"""The rows of one file in every table, against what its events make of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from cryptography.exceptions import InvalidTag

from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.outbox import ROWS, Row, content_of, opened
from ouverture.adapters.journal.queue import OWED_IN, row_of_owed
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sealing import FIND, SEALED
from ouverture.adapters.journal.store import Connection, blob
from ouverture.services.casework.ports import History, Line, Machine, Outgoing
from ouverture.services.casework.recall import event_of
from ouverture.text import Text

State = TypeVar("State")
BY_FILE = ("outbox", "work", "owed", "numbers", "people", "keys", "troubles")
WORK = "SELECT version, seen_on, wake_on FROM work WHERE stream = ?"
NUMBERS = "SELECT number, person, standing FROM numbers WHERE stream = ?"
PEOPLE = "SELECT kind, digest FROM people WHERE stream = ?"


def others_rows(connection: Connection, streams: set[str]) -> Iterator[tuple[str, str]]:
    """Rows of files that do not exist: the table, and the file they name."""
    for table in BY_FILE:
        for (stream,) in connection.execute(f"SELECT DISTINCT stream FROM {table} ORDER BY stream").fetchall():
            if stream not in streams:
                yield table, stream


def key_of(connection: Connection, record: Record, lines: tuple[Line, ...]) -> Iterator[Text]:
    """The key of a file, which no other table could give back. ``lines`` are its events as they are stored."""
    stream = lines[0].stream
    wrapped = _wrapped(connection, stream)
    try:
        record.sealing.check(stream, wrapped)
    except WrongKey:
        yield Text("sa clé n'est plus celle qui a été écrite.", "its key is no longer the one that was written.")
    if wrapped is None and any(SEALED in line.body for line in lines):
        yield Text("sa clé a disparu, et personne ne l'a effacé.", "its key is gone, and nobody erased it.")


def _wrapped(connection: Connection, stream: str) -> bytes | None:
    row = connection.execute(FIND, (stream,)).fetchone()
    return blob(row[0]) if row else None


def messages_of(connection: Connection, record: Record, machine: Machine[State], file: History) -> Iterator[Text]:
    """The messages of a file, which no other table could give back either."""
    wrapped = _wrapped(connection, file.stream)
    due = {line.version: sent for line in file.lines if (sent := machine.outgoing(event_of(line)))}
    rows = {row[2]: Row(*row) for row in connection.execute(ROWS, (file.stream, 0, True)).fetchall()}
    for version in sorted(due.keys() - rows.keys()):
        yield Text(f"le message de l'événement {version} a disparu.", f"the message of event {version} is gone.")
    for version in sorted(rows.keys() - due.keys()):
        yield Text(
            f"un message se réclame de l'événement {version}, qui n'en envoie pas.",
            f"a message claims to come from event {version}, which sends none.",
        )
    for version in sorted(due.keys() & rows.keys()):
        if not _is_as_written(record, rows[version], due[version], wrapped):
            yield Text(
                f"le message de l'événement {version} n'est plus ce qui a été écrit.",
                f"the message of event {version} is no longer what was written.",
            )


def _is_as_written(record: Record, row: Row, sent: Outgoing, wrapped: bytes | None) -> bool:
    if (row.message, row.channel, row.content) != (sent.message, sent.channel, content_of(sent.content)):
        return False
    if row.told and not wrapped:
        return False
    try:
        opened(record.sealing, row, wrapped)
    except (InvalidTag, ValueError, WrongKey):
        return False
    return True


def rows_of(
    connection: Connection, record: Record, machine: Machine[State], file: History, state: State
) -> Iterator[Text]:
    """The rows of a file in the look-up tables, against what they should be on the day they were written."""
    work = connection.execute(WORK, (file.stream,)).fetchone()
    day = date.fromisoformat(work[1] if work else file.lines[-1].day)
    now = record.opaque(file.stream, machine.standing(state, day))
    expected: dict[str, Any] = {
        "work": now.wake_on and (file.version, now.wake_on.isoformat()),
        "owed": {(one.act, one.about): row_of_owed(one, nth == 0) for nth, one in enumerate(now.owed)},
        "numbers": {(record.number_index(held), held.person, held.standing) for held in now.numbers},
        "people": {(kind, record.people.digest(kind, plain)) for kind, plain in now.indexed},
    }
    written: dict[str, Any] = {
        "work": work and (work[0], work[2]),
        "owed": {(act, about): tuple(row) for act, about, *row in _rows(connection, OWED_IN, file)},
        "numbers": {(blob(number), *rest) for number, *rest in _rows(connection, NUMBERS, file)},
        "people": {(kind, blob(digest)) for kind, digest in _rows(connection, PEOPLE, file)},
    }
    for table, rows in expected.items():
        if rows != written[table]:
            yield Text(
                f"la table {table} ne dit pas ce que disent ses événements ; rebuild la refait.",
                f"the table {table} does not say what its events say; rebuild makes it again.",
            )


def _rows(connection: Connection, statement: str, file: History) -> list[Any]:
    return connection.execute(statement, (file.stream,)).fetchall()
