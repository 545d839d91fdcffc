"""Everything the journal holds, against its events: chain, seals, keys, look-up tables, messages, readings, invariants.

``verify`` needs no key and looks at the chain alone. This looks at all the rest, with the key, and changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeVar

from ouverture.adapters.journal.chain import START, moment, reading_link
from ouverture.adapters.journal.guards import WITHOUT_GUARDS
from ouverture.adapters.journal.of_a_file import key_of, messages_of, others_rows, rows_of
from ouverture.adapters.journal.rebuild import opened_file
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import Seal, every_seal, onward
from ouverture.adapters.journal.store import Connection, Damaged, Fault, blob, whole
from ouverture.adapters.journal.verify import Verification, verify_in
from ouverture.adapters.journal.walk import by_file, by_position
from ouverture.services.casework.ports import History, Line, Machine
from ouverture.services.casework.recall import fold
from ouverture.text import Text

State = TypeVar("State")
RULE = -1
"""The version of a fault that is a rule not kept: it is no event's."""
UNREADABLE = (ValueError, TypeError, LookupError)
"""How a value that is not what its column holds shows, once it is taken for what it should be."""
MOST_FAULTS = 50
"""How many faults are named; after that many, a journal is not to be trusted anyway."""
TO_COME = "SELECT stream, version, recorded_at FROM events WHERE recorded_at > ? ORDER BY position LIMIT 10"
AHEAD = timedelta(days=1)
"""How far another machine's clock may be ahead: time zones do not count, moments are in UTC."""
READINGS = (
    "SELECT position, stream, nth, actor, purpose, what, at, hash FROM readings WHERE position > ? ORDER BY position"
    " LIMIT 5000"
)

Broken = Callable[[State, date], Iterable[str]]
"""The invariants that a file breaks on a day, each in words."""


class Examined(NamedTuple):
    """What was read; ``faults``: what is no longer what was written; ``unkept``: rules that files break.

    A new release may bring rules that older files meet only once they are looked at again. ``notes``: what whoever
    keeps the house should do, though nothing was altered.
    """

    events: int
    files: int
    readings: int
    seal: Seal
    faults: tuple[Fault, ...]
    unkept: tuple[Fault, ...]
    notes: tuple[Text, ...] = ()


def examine(
    record: Record, machine: Machine[State], broken: Broken[State], now: datetime, outside: Iterable[Seal] = ()
) -> Examined:
    """Look at everything; ``outside`` are seals kept elsewhere. Raises Damaged when the database cannot be read.

    The seal of the answer covers all that was read: it is signed, and written nowhere.
    """
    kept = tuple(outside)
    try:
        return record.store.snapshot(lambda connection: _examine(connection, record, machine, broken, now, kept))
    except (sqlite3.DatabaseError, UnicodeError, OverflowError) as problem:
        raise Damaged(str(problem)) from problem


def _examine(
    connection: Connection,
    record: Record,
    machine: Machine[State],
    broken: Broken[State],
    now: datetime,
    outside: tuple[Seal, ...],
) -> Examined:
    faults = list(record.store.faults_of_structure(connection))
    seals = every_seal(connection)[::-1]
    faults += (whole(text) for text in _not_ours(record, (*seals, *outside)))
    found = verify_in(connection, (*seals, *outside))
    faults += (found.fault,) if found.fault else ()
    faults += _counts(connection, found)
    readings, readings_root, of_readings = _readings(connection, seals, outside)
    faults += of_readings
    faults += _marks(connection, record)
    unkept = list(_to_come(connection, now))
    for each in _files(connection, record, machine, broken):
        (unkept if each.version == RULE else faults).append(each)
        if max(len(faults), len(unkept)) >= MOST_FAULTS:
            break
    upto = connection.execute("SELECT coalesce(max(position), 0) FROM events").fetchone()[0]
    read = Seal(upto, found.events, found.files, found.root, readings, readings_root, moment(now))
    signed = record.signing.signed(read)
    notes = (WITHOUT_GUARDS,) if record.store.lacks_guards(connection) else ()
    return Examined(found.events, found.files, readings, signed, tuple(faults[:MOST_FAULTS]), tuple(unkept), notes)


def _not_ours(record: Record, seals: tuple[Seal, ...]) -> Iterator[Text]:
    for one in seals:
        if not record.signing.is_ours(one):
            yield Text(
                f"Le sceau à la position {one.upto} n'est pas signé par cette installation.",
                f"The seal at position {one.upto} is not signed by this installation.",
            )


def _counts(connection: Connection, found: Verification) -> Iterator[Fault]:
    """Two ways of reading all events must find as many: an index that lies hides some."""
    counted = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    if not found.fault and counted != found.events:
        yield whole(
            Text(
                f"Le journal compte {counted} événements, et l'on en lit {found.events}.",
                f"The journal counts {counted} events, and {found.events} are read.",
            )
        )


def _marks(connection: Connection, record: Record) -> Iterator[Fault]:
    for line in by_position(connection):
        if blob(line.mark) != record.mark(blob(line.hash)):
            yield Fault(
                line.stream,
                line.version,
                line.position,
                Text(
                    f"Dossier {line.stream}, événement {line.version} : il n'a pas été écrit par ce programme.",
                    f"File {line.stream}, event {line.version}: it was not written by this program.",
                ),
            )
            return


def _to_come(connection: Connection, now: datetime) -> Iterator[Fault]:
    """Events of a moment that has not come: nobody altered them, and a clock was wrong, or is."""
    for stream, version, at in connection.execute(TO_COME, (moment(now + AHEAD),)).fetchall():
        yield Fault(
            stream,
            RULE,
            0,
            Text(
                f"Dossier {stream}, événement {version} : il est daté du {at[:10]}, qui n'est pas encore venu. "
                "Une horloge était fausse alors, ou l'est maintenant.",
                f"File {stream}, event {version}: it is of {at[:10]}, which has not come yet. "
                "A clock was wrong then, or is now.",
            ),
        )


def _readings(connection: Connection, seals: Iterable[Seal], outside: Iterable[Seal]) -> tuple[int, bytes, list[Fault]]:
    """Every reading against the chain of its file, and the running hash against each seal."""
    due = sorted({(one.readings, one.readings_root) for one in (*seals, *outside)})
    heads: dict[str, tuple[int, bytes]] = {}
    read, root, at, faults = 0, Seal().readings_root, -(1 << 62), list[Fault]()
    while rows := connection.execute(READINGS, (at,)).fetchall():
        for _, stream, nth, actor, purpose, what, when, link in rows:
            faults += _seal_of_readings(due, read, root)
            before, previous = heads.get(stream, (0, START))
            expected = reading_link(previous, before + 1, (stream, actor, purpose, what, when))
            if nth != before + 1 or blob(link) != expected:
                faults.append(_reading_fault(stream, nth))
            heads[stream] = nth, blob(link)
            read, root = read + 1, onward(root, blob(link))
        at = rows[-1][0]
    faults += _seal_of_readings(due, read, root)
    if due:
        faults.append(whole(_gone_readings(read, due[-1][0])))
    return read, root, faults


def _seal_of_readings(due: list[tuple[int, bytes]], read: int, root: bytes) -> Iterator[Fault]:
    while due and due[0][0] == read:
        _, sealed = due.pop(0)
        if sealed != root:
            yield whole(_gone_readings(read, read))


def _gone_readings(read: int, sealed: int) -> Text:
    return Text(
        f"Un sceau couvrait {sealed} consultations ; il y en a {read}, ou ce ne sont plus les mêmes.",
        f"A seal covered {sealed} readings; there are {read}, or they are no longer the same.",
    )


def _reading_fault(stream: str, nth: int) -> Fault:
    return Fault(
        stream,
        0,
        0,
        Text(
            f"Dossier {stream} : la consultation {nth} n'est plus ce qui a été écrit.",
            f"File {stream}: reading {nth} is no longer what was written.",
        ),
    )


def _files(connection: Connection, record: Record, machine: Machine[State], broken: Broken[State]) -> Iterator[Fault]:
    """Every file folded, and its rows in every table against what they should be."""
    streams = set[str]()
    for stream, lines in by_file(connection):
        streams.add(stream)
        for rule, says in _of_file(connection, record, machine, broken, tuple(lines)):
            named = Text(f"Dossier {stream} : {says.fr}", f"File {stream}: {says.en}")
            yield Fault(stream, rule, 0, named)
    for table, stream in others_rows(connection, streams):
        yield whole(
            Text(
                f"La table {table} a une ligne du dossier {stream}, qui n'existe pas.",
                f"The table {table} has a row of file {stream}, which does not exist.",
            )
        )


def _of_file(
    connection: Connection, record: Record, machine: Machine[State], broken: Broken[State], lines: tuple[Line, ...]
) -> Iterator[tuple[int, Text]]:
    """What is wrong in one file, each with RULE when it is a rule not kept, else 0."""
    try:
        yield from ((0, says) for says in key_of(connection, record, lines))
        file = opened_file(connection, record, lines)
        state = fold(machine, file.stream, file.lines)
    except Exception as problem:  # whatever an event is, the others are looked at
        kind = type(problem).__name__
        yield 0, Text(f"un événement ne peut pas être lu ({kind}).", f"an event cannot be read ({kind}).")
        return
    try:
        if not file.erased:
            yield from ((0, says) for says in messages_of(connection, record, machine, file))
            yield from ((0, says) for says in rows_of(connection, record, machine, file, state))
            yield from ((RULE, says) for says in _rules(broken, file, state))
    except UNREADABLE as problem:  # a day that is none, a number where text was
        kind = type(problem).__name__
        yield 0, Text(f"une de ses lignes ne peut pas être lue ({kind}).", f"one of its rows cannot be read ({kind}).")


def _rules(broken: Broken[State], file: History, state: State) -> Iterator[Text]:
    day = date.fromisoformat(file.lines[-1].recorded_at[:10])
    for said in broken(state, day):
        yield Text(f"une règle n'est pas tenue : {said}", f"a rule is not kept: {said}")
