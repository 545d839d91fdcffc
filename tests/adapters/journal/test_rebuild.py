"""The look-up tables hold nothing of their own: made again from the events, they say the same."""

from itertools import count
from threading import Event, Thread

import pytest

from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.rebuild import Rebuilt, rebuild
from ouverture.adapters.journal.record import Record
from ouverture.services.casework.carry_out import Done, handle
from tests.adapters.databases import by_hand
from tests.adapters.journal.filled import fill, rows
from tests.adapters.small_file import DAY, NOON, SMALL, AddSmallNote, OpenSmallFile, order


def test_what_is_made_again_equals_what_was_there(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as connection:
        before = rows(connection)
        assert rebuild(record, SMALL, DAY) == Rebuilt(files=3, events=11)
        assert rows(connection) == before


def test_tables_lost_or_wrong_come_back_right(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as connection:
        before = rows(connection)
        connection.execute("DELETE FROM work")
        connection.execute("DELETE FROM numbers WHERE person = 'bo'")
        connection.execute("INSERT INTO work VALUES ('nobody', 1, 'a', 'b', '', '')")
        connection.execute("UPDATE numbers SET person = 'cy' WHERE standing = 'live'")
        rebuild(record, SMALL, DAY)
        assert rows(connection) == before


def test_tables_are_made_again_while_others_write(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ouverture.adapters.journal.rebuild.AT_ONCE", 2)
    fill(record)
    stop = Event()

    def write() -> None:
        for nth in count():
            if stop.is_set():
                return
            stream = f"more {nth % 7}"
            wanted = OpenSmallFile(stream) if nth < 7 else AddSmallNote(f"note {nth}")
            assert isinstance(handle(record, SMALL, order(stream, wanted, f"k{nth}")), Done)

    writer = Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            rebuild(record, SMALL, DAY)
    finally:
        stop.set()
        writer.join()
    assert examine(record, SMALL, lambda state, day: (), NOON).faults == ()


def test_rows_that_stand_in_each_others_way_are_all_made_again(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as connection:
        before = rows(connection)
        connection.execute("DELETE FROM numbers WHERE stream = 'ana'")
        connection.execute("UPDATE numbers SET number = ? WHERE stream = 'bo'", (before["numbers"][0][0],))
        connection.execute("UPDATE numbers SET person = 'ana' WHERE stream = 'bo'")
        assert rebuild(record, SMALL, DAY) == Rebuilt(files=3, events=11)
        assert rows(connection) == before
