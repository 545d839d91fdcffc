"""What a process remembers of a file is never older, newer or other than what the journal holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sqlite import SqliteStore
from ouverture.services.casework.carry_out import Changed, Done, KeyReused, handle
from ouverture.services.casework.ports import History
from ouverture.services.casework.recall import Recall, fold
from tests.adapters.small_file import NUMBER_KEY, SMALL, AddSmallNote, OpenSmallFile, SmallFile, order


class Asked:
    """A journal that counts the lines it was asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.lines = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.record, name)

    def history(self, stream: str, since: int = 1) -> History:
        found = self.record.history(stream, since)
        self.lines += len(found.lines)
        return found


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite3"


@pytest.fixture
def record(where: Path) -> Iterator[Record]:
    store = open_store({SETTING: str(where)})
    yield Record(store, NUMBER_KEY)
    store.close()


def written(record: Record, notes: int, stream: str = "ana", recall: Recall[SmallFile] | None = None) -> None:
    handle(record, SMALL, order(stream, OpenSmallFile(stream), f"{stream} opened"), recall)
    for nth in range(notes):
        handle(record, SMALL, order(stream, AddSmallNote(f"note {nth}"), f"{stream} {nth}"), recall)


def as_it_is(record: Record, stream: str = "ana") -> SmallFile:
    return fold(SMALL, stream, record.history(stream).lines)


def test_a_file_met_before_is_read_from_its_last_line_on(record: Record) -> None:
    recall, asked = Recall(SMALL), Asked(record)
    written(record, 40, recall=recall)
    assert isinstance(handle(asked, SMALL, order("ana", AddSmallNote("one more"), "k"), recall), Done)
    assert asked.lines == 1
    assert recall.file(record, "ana").state == as_it_is(record)
    assert recall.file(record, "ana").version == 43


def test_what_another_process_wrote_is_seen_at_once(record: Record) -> None:
    mine, theirs = Recall(SMALL), Recall(SMALL)
    written(record, 3, recall=mine)
    handle(record, SMALL, order("ana", AddSmallNote("theirs"), "k"), theirs)
    assert mine.file(record, "ana").state == as_it_is(record)
    again = handle(record, SMALL, order("ana", AddSmallNote("theirs"), "k"), mine)
    assert isinstance(again, Done)
    assert again.repeated


def test_a_journal_put_back_from_a_copy_is_believed_and_not_what_was_remembered(where: Path) -> None:
    recall, story = Recall(SMALL), ("kept", "lost")
    store = open_store({SETTING: str(where)})
    written(Record(store, NUMBER_KEY), 1)
    copy = where.with_name("copy.sqlite3")
    with sqlite3.connect(where) as now, sqlite3.connect(copy) as old:
        now.backup(old)
    for nth, note in enumerate(story):
        handle(Record(store, NUMBER_KEY), SMALL, order("ana", AddSmallNote(note), f"later {nth}"), recall)
    store.close()
    put_back = Record(open_store({SETTING: str(copy)}), NUMBER_KEY)
    assert recall.file(put_back, "ana").state == as_it_is(put_back)
    handle(put_back, SMALL, order("ana", AddSmallNote("another"), "x"))
    handle(put_back, SMALL, order("ana", AddSmallNote("life"), "y"))
    assert recall.file(put_back, "ana").state.notes[-2:] == ("another", "life")
    put_back.store.close()


def test_an_order_sent_again_is_known_by_whoever_remembers_the_file(record: Record) -> None:
    recall = Recall(SMALL)
    written(record, 5, recall=recall)
    again = handle(record, SMALL, order("ana", AddSmallNote("note 2"), "ana 2"), recall)
    assert isinstance(again, Done)
    assert (again.version, again.repeated) == (5, True)
    with pytest.raises(KeyReused):
        handle(record, SMALL, order("ana", AddSmallNote("something else"), "ana 2"), recall)


def test_who_looked_at_an_old_version_is_told_what_changed(record: Record) -> None:
    recall = Recall(SMALL)
    written(record, 3, recall=recall)
    told = handle(record, SMALL, order("ana", AddSmallNote("mine"), "k", seen=3), recall)
    assert isinstance(told, Changed)
    assert told.since == record.history("ana").lines[3:]


def test_only_the_files_met_last_are_kept(record: Record) -> None:
    recall = Recall(SMALL, most=2)
    for stream in ("ana", "bao", "cy"):
        written(record, 4, stream, recall)
    asked = Asked(record)
    recall.file(asked, "ana")
    assert asked.lines == 6
    recall.file(asked, "cy")
    assert asked.lines == 7


def test_a_file_nobody_opened_is_empty_each_time(record: Record) -> None:
    recall = Recall(SMALL)
    assert recall.file(record, "ana").state == recall.file(record, "ana").state == SmallFile("ana")
    assert recall.file(record, "ana").version == 0


def test_while_a_process_is_alone_no_file_is_asked_for_twice(record: Record) -> None:
    journal, recall = Asked(record), Recall(SMALL, most=1)
    with recall.alone():
        for stream in ("ana", "bo", "cy"):
            written(journal, 3, stream, recall)  # type: ignore[arg-type]
        assert recall.file(journal, "ana").version == 5
    assert journal.lines == 0
    written(journal, 1, "dee", recall)  # type: ignore[arg-type]
    assert recall.file(journal, "ana").state == fold(SMALL, "ana", record.history("ana").lines)
    assert journal.lines > 0


def test_what_is_made_up_at_once_is_there_when_it_is_done_and_one_failure_undoes_nothing_else(where: Path) -> None:
    store = open_store({SETTING: str(where)})
    assert isinstance(store, SqliteStore)
    record = Record(store, NUMBER_KEY)
    with store.unhurried_disk():
        written(record, 2)
        with pytest.raises(sqlite3.Error):
            store.write(lambda connection: connection.execute("INSERT INTO nowhere VALUES (1)"))
        assert record.history("ana").version == 4
    store.close()
    assert Record(open_store({SETTING: str(where)}), NUMBER_KEY).history("ana").version == 4
