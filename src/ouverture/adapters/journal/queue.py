"""The queue as an office reads it: one row an obligation, the first due first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ouverture.adapters.journal.store import Connection, Store
from ouverture.services.casework.ports import Asked, Owed, Spread, Standing, Task

COLUMNS = "due, stream, act, about, holder, office, basis, first, assigned_to"
ASSIGN = "UPDATE owed SET assigned_to = ? WHERE stream = ? AND act = ? AND about = ? AND assigned_to = ?"
OWED_IN = "SELECT act, about, first, holder, office, due, basis FROM owed WHERE stream = ?"
OWE = "INSERT INTO owed (first, holder, office, due, basis, stream, act, about) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
OWE_OTHERWISE = (
    "UPDATE owed SET first = ?, holder = ?, office = ?, due = ?, basis = ?,"
    " assigned_to = CASE WHEN office = ? THEN assigned_to ELSE '' END WHERE stream = ? AND act = ? AND about = ?"
)
"""What an agent took is nobody's once another caisse owes it."""
NO_MORE = "DELETE FROM owed WHERE stream = ? AND act = ? AND about = ?"
WITHIN = "CASE WHEN due < ? THEN ? WHEN due > ? THEN ? ELSE due END"
WORK = (
    "INSERT INTO work (stream, version, seen_on, wake_on) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (stream) DO UPDATE SET version = excluded.version, seen_on = excluded.seen_on,"
    " wake_on = excluded.wake_on, leased_until = '', woken_on = ''"
)
SAME_WORK = "UPDATE work SET seen_on = ?, wake_on = ? WHERE stream = ? AND version = ?"
NO_WORK = "DELETE FROM work WHERE stream = ?"


def write_standing(connection: Connection, stream: str, version: int, now: Standing) -> None:
    """The rows of the queue of one file, after it has moved on to ``version``."""
    if now.wake_on is None:
        connection.execute(NO_WORK, (stream,))
    else:
        connection.execute(WORK, (stream, version, now.on.isoformat(), now.wake_on.isoformat()))
    write_owed(connection, stream, now.owed)


def write_standing_again(connection: Connection, stream: str, version: int, now: Standing) -> None:
    """The rows of the queue of one file in which a day has passed, unless it has moved on from ``version``."""
    if now.wake_on is None:
        return
    values = (now.on.isoformat(), now.wake_on.isoformat(), stream, version)
    connection.execute(SAME_WORK, values)
    found = connection.execute("SELECT version FROM work WHERE stream = ?", (stream,)).fetchone()
    if found and found[0] == version:
        write_owed(connection, stream, now.owed)


def write_owed(connection: Connection, stream: str, owed: Sequence[Owed]) -> None:
    """What is owed in one file now: only what changed is written; who took an act that is still owed keeps it."""
    wanted = {(one.act, one.about): row_of_owed(one, nth == 0) for nth, one in enumerate(owed)}
    found = {(act, about): tuple(row) for act, about, *row in connection.execute(OWED_IN, (stream,)).fetchall()}
    if found == wanted:
        return
    for name in found.keys() - wanted.keys():
        connection.execute(NO_MORE, (stream, *name))
    for name, row in wanted.items():
        if name not in found:
            connection.execute(OWE, (*row, stream, *name))
        elif found[name] != row:
            connection.execute(OWE_OTHERWISE, (*row, row[2], stream, *name))


def row_of_owed(one: Owed, first: bool) -> tuple[Any, ...]:
    """What is written of one obligation beside its name."""
    return int(first), one.holder, one.office, one.due.isoformat(), one.basis


def owed(store: Store, asked: Asked, after: Task | None = None, most: int = 50) -> tuple[Task, ...]:
    """The next rows of the queue, at most ``most``; ``after`` is the last one of the page before.

    A row of a day that is none was put in by a hand: it is left out, and the next ones are read in its place.
    """
    found, last = list[Task](), (after.due.isoformat(), after.stream, after.act, after.about) if after else None
    while len(found) < most:
        rows = _rows_after(store, asked, last, most)
        found += (_task(row) for row in rows if day_or_none(row[0]))
        if len(rows) < most:
            break
        last = tuple(rows[-1][:4])
    return tuple(found[:most])


def _rows_after(store: Store, asked: Asked, last: tuple[str, ...] | None, most: int) -> list[Any]:
    wanted, values = _wanted(asked)
    if last:
        wanted.append("(due, stream, act, about) > (?, ?, ?, ?)")
        values += last
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    statement = f"SELECT {COLUMNS} FROM owed{where} ORDER BY due, stream, act, about LIMIT ?"
    return store.read(lambda connection: connection.execute(statement, (*values, most)).fetchall())


def owed_counts(store: Store, asked: Asked, day: date) -> tuple[tuple[str, int, int], ...]:
    """How many rows each act has among those asked for, and how many of them were due before ``day``."""
    wanted, values = _wanted(asked)
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    statement = (
        f"SELECT act, count(*), sum(CASE WHEN due < ? THEN 1 ELSE 0 END) FROM owed{where} GROUP BY act ORDER BY act"
    )
    rows = store.read(lambda connection: connection.execute(statement, (day.isoformat(), *values)).fetchall())
    return tuple((act, int(total), int(past)) for act, total, past in rows)


def files_of(store: Store, office: str, after: str, most: int) -> tuple[str, ...]:
    """The files in which something is owed, as every open file does, in the order of their identity."""
    statement = "SELECT DISTINCT stream FROM owed WHERE office = ? AND stream > ? ORDER BY stream LIMIT ?"
    rows = store.read(lambda connection: connection.execute(statement, (office, after, most)).fetchall())
    return tuple(str(stream) for (stream,) in rows)


def owed_spread(store: Store, asked: Asked, first: date, last: date) -> tuple[Spread, ...]:
    """How many rows of each act, by day and by who has it; days outside count on ``first`` or ``last``."""
    wanted, values = _wanted(asked)
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    statement = f"SELECT {WITHIN}, act, assigned_to, count(*) FROM owed{where} GROUP BY 1, 2, 3 ORDER BY 1, 2"
    ends = (first.isoformat(),) * 2 + (last.isoformat(),) * 2
    rows = store.read(lambda connection: connection.execute(statement, (*ends, *values)).fetchall())
    days = ((day_or_none(due), *rest) for due, *rest in rows)
    return tuple(Spread(act, day, to, int(count)) for day, act, to, count in days if day)


def day_or_none(written: str) -> date | None:
    """The day that a column holds; None where a hand put in what is none: ``verify`` names it, nobody is stopped."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _wanted(asked: Asked) -> tuple[list[str], list[Any]]:
    found = {name: getattr(asked, name) for name in ("office", "holder", "stream") if getattr(asked, name)}
    if asked.assigned_to is not None:
        found["assigned_to"] = asked.assigned_to
    # What an agent took is few: the other conditions are kept from leading to an index of all an office owes.
    kept_back = " || ''" if asked.assigned_to else ""
    wanted = [f"{name} = ?" if name == "assigned_to" else f"{name}{kept_back} = ?" for name in found]
    values = list(found.values())
    if asked.assigned_to:
        wanted.append("assigned_to <> ''")  # lets the index of assigned rows be used
    if asked.acts:
        wanted.append(f"act IN ({', '.join('?' * len(asked.acts))})")
        values += asked.acts
    if asked.due_before:
        wanted.append("due < ?")
        values.append(asked.due_before.isoformat())
    return wanted, values


def _task(row: Sequence[Any]) -> Task:
    due, stream, act, about, holder, office, basis, first, assigned_to = row
    return Task(date.fromisoformat(due), stream, act, about, holder, office, basis, bool(first), assigned_to)


def assign(store: Store, task: Task, to: str) -> bool:
    """Give an act to ``to``; False when it has another agent than ``task`` says, or is owed no more."""
    values = (to, task.stream, task.act, task.about, task.assigned_to)
    return store.write(lambda connection: connection.execute(ASSIGN, values).rowcount == 1)
