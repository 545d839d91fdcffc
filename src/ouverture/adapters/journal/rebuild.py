"""The look-up tables made again from the events: what they said is thrown away, what happened is read once more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from ouverture.adapters.journal.queue import write_standing
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sealing import FIND
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.journal.walk import by_file
from ouverture.services.casework.ports import History, Machine, Standing
from ouverture.services.casework.recall import fold

State = TypeVar("State")

NOBODYS = "DELETE FROM owed WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.stream = owed.stream)"


class Rebuilt(NamedTuple):
    """How much was read."""

    files: int
    events: int


def rebuild(record: Record, machine: Machine[State], day: date) -> Rebuilt:
    """Make the queue and the tables of numbers and people again, as they stand on ``day``. Writers wait until then.

    Messages are not touched: what was sent was sent. Who took which act is kept where the act is still owed.
    """

    def act(connection: Connection) -> Rebuilt:
        if record.store.hold_still:
            connection.execute(record.store.hold_still)
        for table in ("work", "numbers", "people"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute(NOBODYS)
        files = events = 0
        for file in opened_files(record, connection):
            standing = Standing(day)
            if not file.erased:
                standing = machine.standing(fold(machine, file.stream, file.lines), day)
            write_again(record, connection, file, standing)
            files, events = files + 1, events + len(file.lines)
        return Rebuilt(files, events)

    return record.store.write(act)


def write_again(record: Record, connection: Connection, file: History, standing: Standing) -> None:
    """The rows of one file in every look-up table, from which its old ones are gone."""
    write_standing(connection, file.stream, file.version, standing)
    for held in sorted(standing.numbers):
        record.write_number(connection, file.stream, held)
    record.people.write(connection, file.stream, (), sorted(standing.indexed))


def opened_files(record: Record, connection: Connection) -> Iterator[History]:
    """Every file of the journal, opened with its key as it is written now."""
    for stream, lines in by_file(connection):
        row = connection.execute(FIND, (stream,)).fetchone()
        wrapped = bytes(row[0]) if row else None
        yield History(stream, tuple(record.opened(line, wrapped) for line in lines), erased=wrapped == b"")
