"""One setting names the journal; a wrong one is told in one sentence."""

import sqlite3
import sys
from pathlib import Path

import pytest

from ouverture.adapters.journal.opening import SETTING, NoJournal, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import WrongSchema
from ouverture.adapters.journal.verify import verify
from tests.adapters.databases import by_hand, is_sqlite
from tests.adapters.journal.filled import fill
from tests.adapters.small_file import NUMBER_KEY


def test_a_journal_opened_again_holds_what_was_written(where: str, record: Record) -> None:
    lines = fill(record).history("ana").lines
    record.store.close()
    again = open_store({SETTING: where})
    assert Record(again, NUMBER_KEY).history("ana").lines == lines
    again.close()


def test_without_a_setting_the_journal_is_in_the_folder_of_the_house(tmp_path: Path) -> None:
    open_store({"OUVERTURE_HOME": str(tmp_path)}).close()
    assert (tmp_path / "ouverture.sqlite3").exists()


def test_sqlite_keeps_what_was_acknowledged_through_a_power_cut(tmp_path: Path) -> None:
    opened = open_store({SETTING: str(tmp_path / "journal.sqlite3")})
    assert opened.write(lambda connection: connection.execute("PRAGMA synchronous").fetchone()) == (2,)
    assert opened.write(lambda connection: connection.execute("PRAGMA journal_mode").fetchone()) == ("wal",)
    opened.close()


@pytest.mark.parametrize("gone", ["journal.sqlite3", "journal.sqlite3-wal"])
def test_what_is_committed_in_a_file_that_was_taken_away_is_not_acknowledged(tmp_path: Path, gone: str) -> None:
    opened = open_store({SETTING: str(tmp_path / "journal.sqlite3")})
    (tmp_path / gone).unlink()
    with pytest.raises(sqlite3.OperationalError, match=f"^{gone} was taken away or replaced while it was in use$"):
        opened.write(lambda connection: connection.execute("INSERT INTO series (name, last) VALUES ('x', 1)"))
    opened.close()


def test_a_journal_of_another_version_is_not_opened(where: str, record: Record) -> None:
    record.store.close()
    statement = "PRAGMA user_version = 99" if is_sqlite(where) else "UPDATE journal_schema SET version = 99"
    with by_hand(where) as connection:
        connection.execute(statement)
    with pytest.raises(WrongSchema, match=r"^the journal has tables of version 99; this program reads version 2$"):
        open_store({SETTING: where})


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        (
            "mysql://somewhere/x",
            'is "mysql://somewhere/x": write a file\'s path or an address that begins',
        ),
        ("/no/such/folder/journal.sqlite3", "cannot be opened there .* name a file in a folder that exists"),
        ("postgresql://nobody@/x?host=/no/such/folder", "names a PostgreSQL that cannot be used"),
        ("postgresql://?no_such_option=1", "names a PostgreSQL that cannot be used"),
    ],
)
def test_a_wrong_setting_is_told_in_one_sentence(setting: str, says: str) -> None:
    with pytest.raises(NoJournal, match=says) as told:
        open_store({SETTING: setting})
    assert str(told.value).startswith(SETTING)
    assert "\n" not in str(told.value)


def test_a_file_that_is_something_else_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear caisse, " * 100)
    with pytest.raises(NoJournal, match="not a database"):
        open_store({SETTING: str(tmp_path / "letter.txt")})


def test_postgresql_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ouverture.adapters.journal.postgres", None)
    with pytest.raises(NoJournal, match=r"install ouverture\[postgres\]"):
        open_store({SETTING: "postgresql://somewhere/x"})


def test_an_index_that_this_release_reads_by_is_made_in_a_journal_of_before(where: str, record: Record) -> None:
    fill(record)
    record.store.close()
    with by_hand(where) as connection:
        connection.execute("DROP INDEX owed_counted")
    again = open_store({SETTING: where})
    assert not list(again.read(again.faults_of_structure))
    with pytest.raises(Exception, match="already exists"):
        again.write(lambda connection: connection.execute("CREATE INDEX owed_counted ON owed (due)"))
    again.close()


def test_two_programs_may_make_the_same_journal(where: str) -> None:
    first, second = open_store({SETTING: where}), open_store({SETTING: where})
    fill(Record(first, NUMBER_KEY))
    assert verify(second).events == 11
    first.close()
    second.close()
