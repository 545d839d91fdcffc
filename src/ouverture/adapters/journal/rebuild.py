"""The look-up tables made again from the events: what they said is thrown away, what happened is read once more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from ouverture.adapters.journal.genuine import COLUMNS, check_genuine
from ouverture.adapters.journal.queue import write_standing
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sealing import FIND
from ouverture.adapters.journal.store import Clash, Connection, blob
from ouverture.adapters.journal.walk import by_file
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.ports import History, Line, Machine, Standing
from ouverture.services.casework.recall import fold

State = TypeVar("State")

AT_ONCE = 100
"""Files made again in one transaction: whoever writes meanwhile waits that long at most."""
NEXT = "SELECT DISTINCT stream FROM events WHERE stream > ? ORDER BY stream LIMIT ?"
ONE = f"SELECT {COLUMNS} FROM events WHERE stream = ? ORDER BY version"
HOLD = "UPDATE work SET version = version WHERE stream = ?"
OF_A_FILE = ("work", "numbers", "people")


class Rebuilt(NamedTuple):
    """How much was read; ``set_aside``: files that a hand changed, whose rows are not made of what it put in."""

    files: int
    events: int
    set_aside: int = 0


def rebuild(record: Record, machine: Machine[State], day: date) -> Rebuilt:
    """Make the queue and the tables of numbers and people again, as they stand on ``day``, while others write.

    Messages are not touched: what was sent was sent. Who took which act is kept where the act is still owed. When the
    tables are so wrong that one file's rows stand in another's way, all are made again at once, and writers wait.
    """
    try:
        return _file_by_file(record, machine, day)
    except Clash:
        return record.store.write(lambda connection: _all_at_once(connection, record, machine, day))


def _file_by_file(record: Record, machine: Machine[State], day: date) -> Rebuilt:
    done = Rebuilt(0, 0)
    names = _next_files(record, "")
    while names:
        some = record.store.write(partial(_some, record=record, machine=machine, streams=names, day=day))
        done = Rebuilt(*map(sum, zip(done, some, strict=True)))
        names = _next_files(record, names[-1])
    record.store.write(_drop_nobodys)
    return done


def _next_files(record: Record, after: str) -> list[str]:
    rows = record.store.read(lambda connection: connection.execute(NEXT, (after, AT_ONCE)).fetchall())
    return [stream for (stream,) in rows]


def _some(connection: Connection, record: Record, machine: Machine[State], streams: list[str], day: date) -> Rebuilt:
    """Make the rows of some files again."""
    done = Rebuilt(0, 0)
    for stream in streams:
        connection.execute(HOLD, (stream,))  # whoever writes in the file now is waited for, or waits
        lines = [Line(*row) for row in connection.execute(ONE, (stream,)).fetchall()]
        if not _is_ours(record, lines):
            done = done._replace(set_aside=done.set_aside + 1)
            continue
        for table in OF_A_FILE:
            connection.execute(f"DELETE FROM {table} WHERE stream = ?", (stream,))
        _write_again(connection, record, machine, opened_file(connection, record, lines), day)
        done = done._replace(files=done.files + 1, events=done.events + len(lines))
    return done


def _all_at_once(connection: Connection, record: Record, machine: Machine[State], day: date) -> Rebuilt:
    if record.store.hold_still:
        connection.execute(record.store.hold_still)
    for table in OF_A_FILE:
        connection.execute(f"DELETE FROM {table}")
    done = Rebuilt(0, 0)
    for _, each in by_file(connection):
        lines = list(each)
        if _is_ours(record, lines):
            _write_again(connection, record, machine, opened_file(connection, record, lines), day)
            done = done._replace(files=done.files + 1, events=done.events + len(lines))
        else:
            done = done._replace(set_aside=done.set_aside + 1)
    _drop_nobodys(connection)
    return done


def _write_again(connection: Connection, record: Record, machine: Machine[State], file: History, day: date) -> None:
    """The rows of one file in every look-up table, from which its old ones are gone; an erased file has none."""
    standing = Standing(day)
    if not file.erased:
        standing = machine.standing(fold(machine, file.stream, file.lines), day)
    write_standing(connection, file.stream, file.version, record.opaque(file.stream, standing))
    for held in sorted(standing.numbers):
        record.write_number(connection, file.stream, held)
    record.people.write(connection, file.stream, (), sorted(standing.indexed))


def _drop_nobodys(connection: Connection) -> None:
    """Take out the rows of files that do not exist."""
    for table in (*OF_A_FILE, "owed"):
        nobodys = f"NOT EXISTS (SELECT 1 FROM events WHERE events.stream = {table}.stream)"
        connection.execute(f"DELETE FROM {table} WHERE {nobodys}")


def opened_file(connection: Connection, record: Record, lines: Sequence[Line]) -> History:
    """A file whose events were read as they are stored, opened with its key as it is written now."""
    stream = lines[0].stream
    row = connection.execute(FIND, (stream,)).fetchone()
    wrapped = blob(row[0]) if row else None
    return History(stream, tuple(record.opened(line, wrapped) for line in lines), erased=wrapped == b"")


def _is_ours(record: Record, lines: Sequence[Line]) -> bool:
    try:
        check_genuine(lines, 1, record.mark)
    except NotAsWritten:
        return False
    return True
