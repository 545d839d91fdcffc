"""An event that the owner of the database put far ahead, its refusals taken out: what stands, and what stops."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.installation import KEY, open_record
from ouverture.adapters.journal.opening import SETTING, NoJournal
from ouverture.adapters.journal.places import HIGHEST
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import statements
from ouverture.services.casework.carry_out import Done, handle
from tests.adapters.databases import by_hand, is_sqlite, without_triggers
from tests.adapters.journal.filled import fill
from tests.adapters.journal.test_guards import NEW_FILE, put_ahead
from tests.adapters.small_file import NOON, SMALL, AddSmallNote, order


def put_by_the_owner(where: str, place: int) -> None:
    with by_hand(where) as hand:
        without_triggers(hand, where)
        put_ahead(hand, where, "events", f"{place}, {NEW_FILE}")
        if not is_sqlite(where):
            hand.execute("ALTER TABLE events ENABLE TRIGGER USER")
            hand.execute("ALTER TABLE seals ENABLE TRIGGER USER")


def test_the_writing_and_the_sealing_go_on_past_it_and_it_is_named(where: str, record: Record) -> None:
    fill(record)
    put_by_the_owner(where, 1 << 40 if is_sqlite(where) else HIGHEST)
    for nth in range(2):
        assert isinstance(handle(record, SMALL, order("bo", AddSmallNote(f"note {nth}"), f"b{nth + 8}")), Done)
        assert record.signing.is_ours(record.seal(NOON))
    found = examine(record, SMALL, lambda state, day: (), NOON).faults
    assert any(one.stream == "zoe" and "at place" in one.says.en for one in found)


def test_at_the_highest_place_of_a_file_the_writing_stops_with_one_sentence(tmp_path: Path) -> None:
    where = str(tmp_path / "journal.sqlite3")
    settings = {SETTING: where, KEY: "ab" * 32, "OUVERTURE_HOME": str(tmp_path)}
    record = fill(open_record(settings))
    (guard,) = (each for each in statements("sqlite") if each.startswith("CREATE TRIGGER events_come_last"))
    with by_hand(where) as hand:
        hand.execute("DROP TRIGGER events_come_last")
        put_ahead(hand, where, "events", f"{HIGHEST}, {NEW_FILE}")
        hand.execute(guard)
    with pytest.raises(sqlite3.OperationalError, match="a row was put at the highest place there is"):
        handle(record, SMALL, order("bo", AddSmallNote("one more"), "b9"))
    record.store.close()
    with pytest.raises(NoJournal, match="at the highest place there is: nothing more can be written"):
        open_record(settings)
