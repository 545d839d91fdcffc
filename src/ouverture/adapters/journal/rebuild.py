"""The look-up tables made again from the events: what they said is thrown away, what happened is read once more."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeVar

from ouverture.adapters.journal.record import Record, write_work
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.journal.walk import by_file
from ouverture.services.casework.ports import Machine
from ouverture.services.casework.recall import fold

State = TypeVar("State")


class Rebuilt(NamedTuple):
    """How much was read."""

    files: int
    events: int


def rebuild(record: Record, machine: Machine[State], day: date) -> Rebuilt:
    """Make the work queue and the number table again, as they stand on ``day``. Writers wait until it is done.

    Messages are not touched: what was sent was sent.
    """

    def act(connection: Connection) -> Rebuilt:
        if record.store.hold_still:
            connection.execute(record.store.hold_still)
        connection.execute("DELETE FROM work")
        connection.execute("DELETE FROM numbers")
        files = events = 0
        for stream, lines in by_file(connection):
            read = tuple(record.opened(line) for line in lines)
            standing = machine.standing(fold(machine, stream, read), day)
            write_work(connection, stream, read[-1].version, standing.work)
            for held in sorted(standing.numbers):
                record.write_number(connection, held)
            files, events = files + 1, events + len(read)
        return Rebuilt(files, events)

    return record.store.write(act)
