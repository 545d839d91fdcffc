"""A journal with three invented people in it, and all that a journal holds, as plain rows."""

from typing import Any

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Connection
from ouverture.services.casework.carry_out import Done, handle
from tests.adapters.small_file import SMALL, AddSmallNote, CloseSmallFile, GiveSmallNumber, OpenSmallFile, order

STORY = (
    order("ana", OpenSmallFile("Ana"), "a1"),
    order("bo", OpenSmallFile("Bo"), "b1"),
    order("ana", AddSmallNote("Passport, « seen » at the counter"), "a2"),
    order("ana", GiveSmallNumber("299 waiting"), "a3"),
    order("cy", OpenSmallFile("Cy"), "c1"),
    order("ana", GiveSmallNumber("299 permanent"), "a4"),
    order("cy", CloseSmallFile(), "c2"),
    order("bo", GiveSmallNumber("199 waiting"), "b2"),
)
TABLES = {
    "events": "position",
    "seals": "upto",
    "outbox": "id",
    "work": "stream",
    "owed": "stream, act, about",
    "numbers": "number",
    "people": "kind, digest",
}


def fill(record: Record) -> Record:
    """Ten events in three files, one of them closed."""
    for wanted in STORY:
        assert isinstance(handle(record, SMALL, wanted), Done)
    return record


def rows(connection: Connection, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of some tables (of all, when none is named), in the order of their keys."""
    asked = {table: TABLES[table] for table in tables} or TABLES
    return {
        table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY {key}").fetchall()]
        for table, key in asked.items()
    }
