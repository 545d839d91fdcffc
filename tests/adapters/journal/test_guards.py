"""What the database itself refuses to whoever may only add rows, in a journal of now and in one of an older release."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest

from ouverture.adapters.journal.examine import Examined, examine
from ouverture.adapters.journal.guards import ADDED, ADDED_FUNCTIONS, WITHOUT_GUARDS, sqlite_before
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.places import HIGHEST
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Connection, statements
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Reading
from tests.adapters.databases import by_hand, is_sqlite
from tests.adapters.journal.filled import fill
from tests.adapters.small_file import NOON, NUMBER_KEY, SMALL, AddSmallNote, order

REFUSED = (sqlite3.IntegrityError, psycopg.errors.RestrictViolation, psycopg.errors.NumericValueOutOfRange)
NEW_FILE = "'zoe', 1, kind, body, day, recorded_at, said_by, who, cause, key, schema, hash, mark FROM events LIMIT 1"
NEXT_LOOK = "stream, 2, actor, purpose, what, at, hash FROM readings LIMIT 1"
A_SEAL = "events, files, root, readings, readings_root, sealed_at, signature FROM seals LIMIT 1"


def looked_at(record: Record) -> Examined:
    return examine(record, SMALL, lambda state, day: (), NOON)


def one_look(record: Record) -> None:
    record.note_reading(Reading("ana", "agent-1", "to answer a call", "the file", NOON))


def put_ahead(connection: Connection, where: str, table: str, values: str) -> None:
    over = "" if is_sqlite(where) or table == "seals" else "OVERRIDING SYSTEM VALUE"
    connection.execute(f"INSERT INTO {table} {over} SELECT {values}")


def test_a_row_put_ahead_of_the_next_place_is_refused_and_the_writing_goes_on(where: str, record: Record) -> None:
    one_look(fill(record))
    record.seal(NOON)
    with by_hand(where) as hand:
        for place in (HIGHEST, 1 << 40, 13):
            for table, values in (
                ("events", f"{place}, {NEW_FILE}"),
                ("readings", f"{place}, {NEXT_LOOK}"),
                ("readings (stream, nth, actor, purpose, what, at, hash)", NEXT_LOOK.replace("2", str(place), 1)),
                ("seals", f"{place}, {A_SEAL}"),
            ):
                with pytest.raises(REFUSED):
                    put_ahead(hand, where, table, values)
    assert isinstance(handle(record, SMALL, order("bo", AddSmallNote("one more"), "b9")), Done)
    one_look(record)
    assert record.seal(NOON).events == 12
    assert looked_at(record).faults == ()


def made_by_an_older_release(hand: Connection, where: str) -> None:
    """What such a release made: the triggers and functions that it had, word for word, and none of the new ones."""
    if is_sqlite(where):
        for name in (*sqlite_before(), *ADDED):
            hand.execute(f"DROP TRIGGER {name}")
        for statement in statements("sqlite_before"):
            hand.execute(statement)
        return
    for name in ADDED_FUNCTIONS:
        hand.execute(f"DROP FUNCTION {name} CASCADE")
    for statement in statements("postgres_before"):
        hand.execute(statement.replace("CREATE", "CREATE OR REPLACE", 1))


def test_a_journal_of_an_older_release_is_no_altered_one_and_is_given_what_it_lacks(where: str, record: Record) -> None:
    fill(record).seal(NOON)
    with by_hand(where) as hand:
        made_by_an_older_release(hand, where)
    before = looked_at(record)
    assert (before.faults, before.notes) == ((), (WITHOUT_GUARDS,))
    assert record.store.snapshot(lambda connection: list(record.store.acts_otherwise(connection))) == []
    opened = Record(open_store({SETTING: where}), NUMBER_KEY)
    now = looked_at(opened)
    assert (now.faults, now.notes) == ((), ())
    with by_hand(where) as hand, pytest.raises(REFUSED):
        put_ahead(hand, where, "events", f"{1 << 40}, {NEW_FILE}")
    assert isinstance(handle(opened, SMALL, order("bo", AddSmallNote("one more"), "b9")), Done)
    opened.store.close()


def test_one_of_its_triggers_taken_out_by_a_hand_is_named_all_the_same(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as hand:
        made_by_an_older_release(hand, where)
        hand.execute("DROP TRIGGER events_stay" if is_sqlite(where) else "DROP TRIGGER events_stay ON events")
    assert "trigger events_stay" in looked_at(record).faults[0].says.en


def test_a_trigger_or_a_function_of_the_same_name_that_does_something_else_is_named(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as hand:
        if is_sqlite(where):
            hand.execute("DROP TRIGGER seals_cover_what_is_there")
            hand.execute("CREATE TRIGGER seals_cover_what_is_there BEFORE INSERT ON seals BEGIN SELECT 1; END")
            named = ["trigger seals_cover_what_is_there."]
        else:
            hand.execute("ALTER FUNCTION refuse_gaps() RESET search_path")
            hand.execute("DROP TRIGGER events_stay ON events")
            hand.execute("CREATE FUNCTION lets_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$")
            hand.execute("CREATE TRIGGER events_stay BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION lets_all()")
            named = ["trigger events_stay (events).", "function refuse_gaps."]
    acting = record.store.snapshot(lambda connection: list(record.store.acts_otherwise(connection)))
    assert [one.says.en.partition(": ")[2] for one in acting] == named
