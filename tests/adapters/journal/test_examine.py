"""Whatever a hand changed, took away or put into the journal is named, with the key and with a seal kept outside."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from ouverture.adapters.journal.chain import link, moment
from ouverture.adapters.journal.examine import Examined, examine
from ouverture.adapters.journal.genuine import COLUMNS
from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import COLUMNS as OF_SEALS
from ouverture.adapters.journal.seals import Seal, Signing, onward, read_seal
from ouverture.adapters.journal.store import Connection, Damaged, blob
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.ports import Line, Reading
from ouverture.services.casework.recall import Recall
from tests.adapters.databases import by_hand, is_sqlite, without_triggers
from tests.adapters.journal.filled import fill
from tests.adapters.small_file import NOON, NUMBER_KEY, SMALL, AddSmallNote, SmallFile, order


def none_broken(state: SmallFile, day: date) -> Iterable[str]:
    return ()


def looked_at(record: Record, *outside: Seal) -> Examined:
    return examine(record, SMALL, none_broken, NOON, outside)


def says(record: Record, *outside: Seal) -> str:
    return "\n".join(fault.says.en for fault in looked_at(record, *outside).faults)


@pytest.fixture
def full(record: Record) -> Record:
    """Eleven events, two readings, a seal."""
    fill(record)
    for actor in ("agent-1", "agent-2"):
        record.note_reading(Reading("ana", actor, "to answer a call", "the file", NOON))
    record.seal(NOON)
    return record


@pytest.fixture
def hand(where: str, full: Record) -> Iterator[Connection]:
    """A hand that may write what it likes, its triggers gone."""
    with by_hand(where) as connection:
        without_triggers(connection, where)
        yield connection


def lines(connection: Connection, where: str = "") -> list[Line]:
    asked = f"SELECT {COLUMNS} FROM events {where} ORDER BY position"
    return [Line(*row) for row in connection.execute(asked).fetchall()]


def insert(connection: Connection, where: str, line: Line, at: int | None = None) -> None:
    names = COLUMNS if at else COLUMNS.replace("position, ", "")
    values = (at, *line[1:]) if at else line[1:]
    over = "OVERRIDING SYSTEM VALUE" if at and not is_sqlite(where) else ""
    connection.execute(f"INSERT INTO events ({names}) {over} VALUES ({', '.join('?' * len(values))})", values)


def test_a_journal_as_it_was_written_has_no_fault(full: Record) -> None:
    found = looked_at(full, full.seal(NOON))
    assert (found.events, found.files, found.readings, found.faults) == (11, 3, 2, ())


def test_an_event_below_the_first_position_is_refused_and_found_when_the_check_is_gone(
    where: str, full: Record
) -> None:
    with by_hand(where) as connection:
        (line,) = lines(connection, "WHERE stream = 'bo' AND version = 3")
        with pytest.raises(Exception, match=r"(?i)check|after all"):
            insert(connection, where, line._replace(version=4), at=-1)
        if is_sqlite(where):
            connection.execute("PRAGMA ignore_check_constraints = ON")
            without_triggers(connection, where)
            insert(connection, where, line._replace(version=4), at=-1)
            assert "File bo, event 4" in says(full)


@pytest.mark.parametrize("gone", ["stream = 'bo' AND version = 3", "stream = 'bo'", "1 = 1"])
def test_a_tail_a_file_or_everything_taken_away_since_the_last_seal_is_seen_with_a_seal_kept_outside(
    full: Record, hand: Connection, gone: str
) -> None:
    handle(full, SMALL, order("ana", AddSmallNote("after the first seal"), "a9"))
    kept = read_seal(full.seal(NOON + timedelta(minutes=1)).text)
    hand.execute("DELETE FROM seals")
    hand.execute(f"DELETE FROM events WHERE {gone}")
    assert f"covered {kept.events} events" in says(full, kept) or "File bo" in says(full, kept)


def test_everything_rewritten_with_right_hashes_is_seen_by_marks_and_seals(
    where: str, full: Record, hand: Connection
) -> None:
    written, heads, root = lines(hand), dict[str, bytes](), Seal().root
    hand.execute("DELETE FROM events")
    for line in written:
        forged = line._replace(body=line.body.replace("Ana", "Eve"))
        forged = forged._replace(hash=link(heads.get(line.stream, b""), forged))
        heads[line.stream], root = forged.hash, onward(root, forged.hash)
        insert(hand, where, forged, at=line.position)
    (sealed,) = [Seal(*row) for row in hand.execute(f"SELECT {OF_SEALS} FROM seals").fetchall()]
    foreign = Signing(b"another secret").signed(sealed._replace(root=root))
    hand.execute("UPDATE seals SET root = ?, signature = ?", (root, foreign.signature))
    found = says(full)
    assert "was not written by this program" in found
    assert "is not signed by this installation" in found


@pytest.mark.parametrize("forger", ["who can make hashes", "who copies a hash and its mark"])
def test_an_event_added_with_no_trigger_dropped_is_named_and_believed_by_nobody(
    where: str, full: Record, forger: str
) -> None:
    recall = Recall(SMALL)
    assert recall.file(full, "bo").version == 3
    with by_hand(where) as connection:
        (last,) = lines(connection, "WHERE stream = 'bo' AND version = 3")
        forged = last._replace(version=4, key="x")
        if forger == "who can make hashes":
            forged = forged._replace(hash=link(last.hash, forged), mark=bytes(16))
        insert(connection, where, forged)
    assert "File bo, event 4" in says(full)
    for read in (lambda: full.history("bo"), lambda: recall.file(full, "bo"), lambda: Recall(SMALL).file(full, "bo")):
        with pytest.raises(NotAsWritten, match="file bo, event 4"):
            read()
    assert full.history("ana").version == 5


@pytest.mark.parametrize(
    "statement",
    ["UPDATE events SET day = '2001-01-01' WHERE stream = 'bo' AND version = 2",
     "UPDATE events SET said_by = 'eve' WHERE stream = 'bo' AND version = 3",
     "DELETE FROM events WHERE stream = 'bo' AND version = 2"],
)  # fmt: skip
def test_a_file_in_which_an_event_was_changed_or_taken_away_is_not_read(
    full: Record, hand: Connection, statement: str
) -> None:
    hand.execute(statement)
    with pytest.raises(NotAsWritten, match="file bo"):
        full.history("bo")


def test_an_older_copy_put_back_is_seen_with_a_seal_kept_outside(tmp_path: Path) -> None:
    path, copy = tmp_path / "journal.sqlite3", tmp_path / "copy.sqlite3"
    record = fill(Record(open_store({SETTING: str(path)}), NUMBER_KEY))
    with sqlite3.connect(path) as now, sqlite3.connect(copy) as old:
        now.backup(old)
    handle(record, SMALL, order("bo", AddSmallNote("one more"), "b9"))
    kept = record.seal(NOON)
    record.store.close()
    put_back = Record(open_store({SETTING: str(copy)}), NUMBER_KEY)
    assert looked_at(put_back).faults == ()
    assert "covered 12 events; there are 11" in says(put_back, kept)
    put_back.store.close()


def test_a_trigger_that_is_gone_or_switched_off_is_named(where: str, full: Record) -> None:
    with by_hand(where) as connection:
        off = "DROP TRIGGER events_stay" if is_sqlite(where) else "ALTER TABLE events DISABLE TRIGGER events_stay"
        connection.execute(off)
    assert "no longer as this program made it: trigger events_stay" in says(full)


def test_what_is_no_trigger_of_ours_is_named(where: str, full: Record) -> None:
    with by_hand(where) as connection:
        for statement in (
            ["CREATE TRIGGER lose AFTER INSERT ON events BEGIN DELETE FROM outbox; END"]
            if is_sqlite(where)
            else [
                "CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM outbox; END $$",
                "CREATE TRIGGER lose AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION lose()",
                "CREATE RULE lose_more AS ON INSERT TO outbox DO INSTEAD NOTHING",
            ]
        ):
            connection.execute(statement)
    acting = full.store.snapshot(lambda connection: list(full.store.acts_otherwise(connection)))
    assert "no longer as this program made it: trigger lose" in says(full)
    assert [one.says.en.partition(": ")[2] for one in acting] == (
        ["trigger lose."] if is_sqlite(where) else ["trigger lose (events).", "rule lose_more."]
    )


def test_a_seal_put_in_by_a_hand_is_named_and_does_not_stop_the_sealing(where: str, full: Record) -> None:
    kept = full.seal(NOON)
    handle(full, SMALL, order("ana", AddSmallNote("not sealed yet"), "a8"))
    with by_hand(where) as connection:
        forged = kept._replace(upto=kept.upto + 1, events=kept.events + 9)
        connection.execute(f"INSERT INTO seals ({OF_SEALS}) VALUES ({', '.join('?' * len(forged))})", forged)
    handle(full, SMALL, order("ana", AddSmallNote("after the forged seal"), "a9"))
    sealed = full.seal(NOON)
    assert full.signing.is_ours(sealed)
    assert sealed.events == kept.events + 2
    assert "is not signed by this installation" in says(full, sealed).splitlines()[0]


OF_BO = "WHERE stream = 'bo'"
TAMPERINGS = (
    ("message", f"DELETE FROM outbox {OF_BO}"),
    ("message", f"UPDATE outbox SET content = '{{}}' {OF_BO}"),
    ("message", f"UPDATE outbox SET channel = 'page' {OF_BO}"),
    ("message", f"UPDATE outbox SET told = (SELECT told FROM outbox WHERE stream = 'ana') {OF_BO}"),
    ("message", f"UPDATE outbox SET told = told || ' ' {OF_BO}"),
    (
        "message",
        "INSERT INTO outbox (id, stream, version, message, channel, content, told, due)"
        f" SELECT 'x', stream, 99, 1, channel, content, told, due FROM outbox {OF_BO}",
    ),
    ("table work", f"DELETE FROM work {OF_BO}"),
    ("table work", f"UPDATE work SET wake_on = '2099-01-01' {OF_BO}"),
    ("table work", "INSERT INTO work VALUES ('nobody', 1, '2026-11-23', '2026-11-23', '', '')"),
    ("table troubles", "INSERT INTO troubles VALUES ('nobody', 'send a message', 'x', 'a', 'b', 1)"),
    ("table owed", f"DELETE FROM owed {OF_BO}"),
    ("table owed", f"UPDATE owed SET due = '2099-01-01' {OF_BO}"),
    ("table numbers", f"DELETE FROM numbers {OF_BO}"),
    ("table numbers", f"UPDATE numbers SET person = 'eve' {OF_BO}"),
    ("table people", f"DELETE FROM people {OF_BO}"),
    ("message", f"DELETE FROM keys {OF_BO}"),
    ("key", f"UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE stream = 'ana') {OF_BO}"),
)


@pytest.mark.parametrize(("named", "statement"), TAMPERINGS)
def test_a_row_of_any_table_taken_away_changed_or_put_in_is_named(
    full: Record, hand: Connection, named: str, statement: str
) -> None:
    hand.execute(statement)
    found = says(full)
    assert named in found
    assert "File bo" in found or "file nobody" in found


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM readings", "DELETE FROM readings WHERE nth = 2", "UPDATE readings SET actor = 'somebody else'"],
)
def test_a_reading_taken_away_or_changed_is_named(full: Record, hand: Connection, statement: str) -> None:
    hand.execute(statement)
    assert "reading" in says(full)


def test_an_erased_file_is_no_fault(full: Record) -> None:
    full.forget("ana", NOON)
    assert says(full) == ""


def test_a_file_that_breaks_a_rule_is_named(full: Record) -> None:
    found = examine(full, SMALL, lambda state, day: ("I1: untold",) if state.person == "ana" else (), NOON)
    assert [fault.says.en for fault in found.unkept] == ["File ana: a rule is not kept: I1: untold"]
    assert found.faults == ()


def test_an_event_of_a_moment_that_has_not_come_is_told_and_is_no_alteration(full: Record) -> None:
    found = examine(full, SMALL, none_broken, NOON - timedelta(days=30))
    assert found.faults == ()
    assert found.unkept[0].says.en == (
        "File ana, event 1: it is of 2026-11-23, which has not come yet. A clock was wrong then, or is now."
    )


def test_an_event_that_cannot_be_read_names_its_file(full: Record, hand: Connection) -> None:
    hand.execute("UPDATE events SET kind = 'never_heard_of' WHERE stream = 'bo' AND version = 3")
    assert "File bo: an event cannot be read (KeyError)." in says(full)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE work SET seen_on = 'tomorrow' WHERE stream = 'bo'",
     "UPDATE events SET recorded_at = '2026-' WHERE stream = 'bo' AND version = 3"],
)  # fmt: skip
def test_a_day_that_is_none_is_named_and_stops_nothing(full: Record, hand: Connection, statement: str) -> None:
    hand.execute(statement)
    assert "File bo: one of its rows cannot be read (ValueError)." in says(full)


@pytest.mark.parametrize("found", [-1, 3, 10**12, "text", None])
def test_what_is_no_bytes_where_bytes_belong_is_damage_and_takes_no_memory(found: object) -> None:
    with pytest.raises(Damaged):
        blob(found)


def test_a_trigger_that_would_begin_at_a_page_is_named(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    record = fill(Record(open_store({SETTING: str(path)}), NUMBER_KEY))
    with by_hand(str(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 1 WHERE name = 'events_stay'")
    assert "trigger events_stay" in says(record)


def test_a_journal_that_an_older_release_made_is_given_the_indexes_of_this_one(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    fill(Record(open_store({SETTING: str(path)}), NUMBER_KEY)).store.close()
    with sqlite3.connect(path) as older:
        older.execute("DROP INDEX outbox_of_file_with_its_tries")
        older.execute("DROP INDEX troubles_by_moment")
        older.execute("CREATE INDEX outbox_of_file ON outbox (stream, message, version)")
    older.close()
    for read_only in (True, False):  # a copy that an older release made is no altered one
        opened = Record(open_store({SETTING: str(path)}, read_only), NUMBER_KEY)
        assert looked_at(opened).faults == ()
        opened.store.close()
    with sqlite3.connect(path) as now:
        there = {name for (name,) in now.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()}
    now.close()
    assert {"outbox_of_file_with_its_tries", "troubles_by_moment"} <= there
    assert "outbox_of_file" not in there


def test_a_journal_is_examined_without_being_written(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    store = open_store({SETTING: str(path)})
    fill(Record(store, NUMBER_KEY)).seal(NOON)
    store.close()
    before = path.read_bytes()
    read_only = open_store({SETTING: str(path)}, read_only=True)
    assert looked_at(Record(read_only, NUMBER_KEY, make=False)).faults == ()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        read_only.write(lambda connection: connection.execute("DELETE FROM work"))
    read_only.close()
    assert path.read_bytes() == before


def test_a_damaged_page_is_damage_or_a_named_fault_and_never_anything_else(tmp_path: Path) -> None:
    path, torn = tmp_path / "journal.sqlite3", tmp_path / "torn.sqlite3"
    store = open_store({SETTING: str(path)})
    fill(Record(store, NUMBER_KEY)).seal(NOON)
    store.close()
    whole = path.read_bytes()
    for page in range(4096, len(whole), 4096):
        torn.write_bytes(whole[:page] + bytes(64) + whole[page + 64 :])
        read_only = open_store({SETTING: str(torn)}, read_only=True)
        try:
            assert looked_at(Record(read_only, NUMBER_KEY, make=False)).faults != (), page
        except (Damaged, WrongKey, sqlite3.DatabaseError):
            pass
        finally:
            read_only.close()


def test_the_text_of_a_seal_is_read_again(full: Record) -> None:
    sealed = full.seal(NOON)
    assert read_seal(sealed.text) == sealed
    assert sealed.sealed_at == moment(NOON)
    for wrong in ("", "ouverture-seal-2", sealed.text.replace("ouverture-seal-2", "x"), f"{sealed.text} more"):
        with pytest.raises(ValueError, match="one line of nine words"):
            read_seal(wrong)


def test_a_copy_of_the_journal_under_another_key_cannot_even_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    store = open_store({SETTING: str(path)})
    fill(Record(store, NUMBER_KEY))
    store.close()
    shutil.copy(path, tmp_path / "copy.sqlite3")
    copy = open_store({SETTING: str(tmp_path / "copy.sqlite3")})
    with pytest.raises(WrongKey, match="under another key"):
        Record(copy, b"another key")
    copy.close()
