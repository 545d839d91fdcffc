"""One byte of one event altered by hand is found, and the event named."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import Seal, last_seal
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import handle
from tests.adapters.databases import by_hand, without_triggers
from tests.adapters.journal.filled import fill, rows
from tests.adapters.small_file import NOON, SMALL, AddSmallNote, order

SEED = 20261123
EVENTS = 11
FAR = 1000
HASHED = ("stream", "version", "kind", "body", "day", "recorded_at", "said_by", "who", "cause", "key", "schema", "hash")


@pytest.fixture
def hand(where: str, record: Record) -> Iterator[Connection]:
    """A full journal, its triggers gone, and a hand that may write what it likes."""
    fill(record)
    with by_hand(where) as connection:
        without_triggers(connection, where)
        yield connection


def altered(value: Any, chance: random.Random) -> Any:
    """The same value with one byte changed to another (one digit of a number)."""
    if isinstance(value, int):
        return value + chance.randrange(10, 90)
    if not value:
        return "#"
    at = chance.randrange(len(value))
    if isinstance(value, bytes):
        return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
    return f"{value[:at]}{'#' if value[at] != '#' else '$'}{value[at + 1 :]}"


def test_a_journal_as_it_was_written_has_no_fault(record: Record) -> None:
    fill(record).seal(NOON)
    found = verify(record.store)
    assert (found.events, found.files, found.fault) == (EVENTS, 3, None)


def test_one_byte_of_any_column_of_any_event_is_found_and_named(record: Record, hand: Connection) -> None:
    chance = random.Random(SEED)
    positions = [row[0] for row in rows(hand, "events")["events"]]
    assert len(positions) == EVENTS
    for position in positions:
        for column in HASHED:
            select = f"SELECT stream, version, {column} FROM events WHERE position = ?"
            stream, version, value = hand.execute(select, (position,)).fetchone()
            wrong = altered(value, chance)
            hand.execute(f"UPDATE events SET {column} = ? WHERE position = ?", (wrong, position))
            fault = verify(record.store).fault
            assert fault is not None, (SEED, column, value, wrong)
            assert fault.position == position, (SEED, column, value, wrong)
            if column not in ("stream", "version"):
                assert (fault.stream, fault.version) == (stream, version)
                assert f"File {stream}, event {version} (" in fault.says.en
                assert f"Dossier {stream}, événement {version} (" in fault.says.fr
            hand.execute(f"UPDATE events SET {column} = ? WHERE position = ?", (value, position))
    assert verify(record.store).fault is None


def test_events_in_another_order_are_found_by_the_seal(record: Record, hand: Connection) -> None:
    record.seal(NOON)
    first, second = (row[0] for row in rows(hand, "events")["events"][1:3])
    for before, after in ((first, FAR), (second, first), (FAR, second)):
        move(hand, before, after)
    fault = verify(record.store).fault
    assert fault is not None
    assert "they are no longer the same" in fault.says.en


def move(hand: Connection, before: int, after: int) -> None:
    """Give an event another position; PostgreSQL numbers them itself, so the row is written anew."""
    (row,) = (row for row in rows(hand, "events")["events"] if row[0] == before)
    hand.execute("DELETE FROM events WHERE position = ?", (before,))
    marks = ", ".join("?" * len(row))
    overriding = "" if type(hand).__module__ == "sqlite3" else "OVERRIDING SYSTEM VALUE"
    hand.execute(f"INSERT INTO events {overriding} VALUES ({marks})", (after, *row[1:]))


def test_an_event_taken_out_of_the_middle_is_found(record: Record, hand: Connection) -> None:
    hand.execute("DELETE FROM events WHERE stream = 'ana' AND version = 3")
    fault = verify(record.store).fault
    assert fault is not None
    assert (fault.stream, fault.version) == ("ana", 4)
    assert "follows event 2" in fault.says.en


@pytest.mark.parametrize("gone", ["stream = 'bo' AND version = 3", "stream = 'bo'"], ids=["last event", "whole file"])
def test_what_no_chain_can_tell_is_gone_is_told_by_the_seal(record: Record, hand: Connection, gone: str) -> None:
    covered = record.seal(NOON)
    hand.execute(f"DELETE FROM events WHERE {gone}")
    fault = verify(record.store).fault
    assert fault is not None
    assert (fault.stream, fault.version, fault.position) == ("", 0, covered.upto)
    assert f"covered {EVENTS} events" in fault.says.en


def test_a_seal_kept_outside_tells_when_the_seals_are_gone_too(record: Record, hand: Connection) -> None:
    kept = record.seal(NOON)
    hand.execute("DELETE FROM events WHERE stream = 'bo' AND version = 3")
    hand.execute("DELETE FROM seals")
    assert verify(record.store).fault is None
    fault = verify(record.store, kept).fault
    assert fault is not None
    assert fault.position == kept.upto


def test_a_seal_altered_by_hand_is_found(record: Record, hand: Connection) -> None:
    record.seal(NOON)
    hand.execute("UPDATE seals SET events = events - 1")
    assert verify(record.store).fault is not None


def test_a_seal_goes_on_from_the_last_one(record: Record) -> None:
    assert record.store.read(last_seal) == Seal()
    first = fill(record).seal(NOON)
    assert record.seal(NOON) == first
    handle(record, SMALL, order("bo", AddSmallNote("one more"), "b9"))
    second = record.seal(NOON)
    assert (first.events, second.events) == (EVENTS, EVENTS + 1)
    found = verify(record.store, second)
    assert (found.root, found.fault) == (second.root, None)
