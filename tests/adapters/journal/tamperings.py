"""What a hand that may write anything does to a journal, act by act; and what only a seal kept outside can tell."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import Seal
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Reading
from tests.adapters.databases import by_hand, is_sqlite, without_triggers
from tests.adapters.journal.filled import fill
from tests.adapters.small_file import NOON, NUMBER_KEY, SMALL, AddSmallNote, order

BO = "WHERE stream = 'bo'"
THIRD = f"{BO} AND version = 3"
OF_THE_SECOND = f"FROM events {BO} AND version = 2"
OF_ANA = "WHERE stream = 'ana'"


class Tampering(NamedTuple):
    """One act: its words, and its statements."""

    what: str
    statements: tuple[str, ...]


def _one(what: str, *statements: str) -> Tampering:
    return Tampering(what, statements)


ACTS = (
    _one("the body of an event changed", f"UPDATE events SET body = '{{}}' {THIRD}"),
    _one("the day of an event changed", f"UPDATE events SET day = '2001-01-01' {THIRD}"),
    _one("who said an event changed", f"UPDATE events SET said_by = 'person' {THIRD}"),
    _one("the moment an event was written changed", f"UPDATE events SET recorded_at = '2001-01-01' {THIRD}"),
    _one("the kind of an event changed", f"UPDATE events SET kind = 'small_file_closed' {THIRD}"),
    _one("the hash of an event changed", f"UPDATE events SET hash = (SELECT hash {OF_THE_SECOND}) {THIRD}"),
    _one("the mark of an event changed", f"UPDATE events SET mark = (SELECT mark {OF_THE_SECOND}) {THIRD}"),
    _one("two events of a file exchanged",
         f"UPDATE events SET version = 99 {BO} AND version = 2", f"UPDATE events SET version = 2 {THIRD}",
         f"UPDATE events SET version = 3 {BO} AND version = 99"),
    _one("an event given to another file", f"UPDATE events SET stream = 'cy', version = 99 {THIRD}"),
    _one("the last event of a sealed file taken away", f"DELETE FROM events {THIRD}"),
    _one("an event in the middle taken away", f"DELETE FROM events {BO} AND version = 2"),
    _one("a sealed file taken away", f"DELETE FROM events {BO}"),
    _one("a seal that covers other events", "UPDATE seals SET events = events - 1"),
    _one("a seal with another root", "UPDATE seals SET root = (SELECT hash FROM events WHERE position = 1)"),
    _one("every message of a file taken away", f"DELETE FROM outbox {BO}"),
    _one("the content of a message changed", f"UPDATE outbox SET content = '{{}}' {BO}"),
    _one("the way of a message changed", f"UPDATE outbox SET channel = 'page' {BO}"),
    _one("the words of a message exchanged", f"UPDATE outbox SET told = (SELECT told FROM outbox {OF_ANA}) {BO}"),
    _one("a file taken out of the queue", f"DELETE FROM work {BO}"),
    _one("the day on which a file is looked at changed", f"UPDATE work SET wake_on = '2099-01-01' {BO}"),
    _one("what is owed taken away", f"DELETE FROM owed {BO}"),
    _one("the day by which it is owed changed", f"UPDATE owed SET due = '2099-01-01' {BO}"),
    _one("a number taken out of the index", f"DELETE FROM numbers {BO}"),
    _one("a number given to somebody else", f"UPDATE numbers SET person = 'eve' {BO}"),
    _one("the key of a file taken away", f"DELETE FROM keys {BO}"),
    _one("the keys of two files exchanged", f"UPDATE keys SET wrapped = (SELECT wrapped FROM keys {OF_ANA}) {BO}"),
    _one("a look taken away", "DELETE FROM readings WHERE nth = 2"),
    _one("who looked changed", "UPDATE readings SET actor = 'somebody else'"),
)  # fmt: skip
"""Twenty-eight, each seen with what the journal itself holds."""
WITH_A_SEAL = (
    _one("the tail taken away", "DELETE FROM seals", f"DELETE FROM events {THIRD}"),
    _one("a file taken away, all its rows and all seals", *(
        f"DELETE FROM {table} {BO}" for table in ("events", "outbox", "work", "owed", "numbers", "people", "keys")
    ), "DELETE FROM seals"),
    _one("everything taken away", *(
        f"DELETE FROM {table}"
        for table in ("events", "outbox", "work", "owed", "numbers", "people", "keys", "readings", "seals")
    )),
)  # fmt: skip
"""These, and an older copy put back, are seen with a seal kept outside."""


def filled(where: str) -> tuple[Record, Seal]:
    """A journal with three files, two looks and a seal; the seal as it was put outside."""
    record = fill(Record(open_store({SETTING: where}), NUMBER_KEY))
    for actor in ("agent-1", "agent-2"):
        record.note_reading(Reading("ana", actor, "to answer a call", "the file", NOON))
    return record, record.seal(NOON)


def is_named(where: str, act: Tampering, with_seal: bool = False) -> bool:
    """Whether what was done is named, in a journal made for it."""
    record, kept = filled(where)
    with by_hand(where) as hand:
        without_triggers(hand, where)
        before = _faults(record)
        for statement in act.statements:
            hand.execute(statement)
        found = _faults(record, *((kept,) if with_seal else ()))
    record.store.close()
    return bool(found - before)


def old_copy_is_named(where: str) -> bool:
    """Whether a seal tells that the journal is one from before the last command."""
    record, _ = filled(where)
    ahead = f"{where}.ahead" if is_sqlite(where) else ""
    assert ahead, "an older copy is put back as a file"
    record.store.read(lambda connection: connection.execute(f"VACUUM INTO '{ahead}'"))
    later = Record(open_store({SETTING: ahead}), NUMBER_KEY)
    handle(later, SMALL, order("bo", AddSmallNote("one more"), "b9"))
    kept = later.seal(NOON + timedelta(minutes=1))
    later.store.close()
    found = _faults(record, kept)
    record.store.close()
    return bool(found)


def _faults(record: Record, *outside: Seal) -> set[str]:
    """Every fault in words; those of the triggers, which this hand took away, are among them."""
    return {fault.says.en for fault in examine(record, SMALL, lambda state, day: (), NOON, outside).faults}
