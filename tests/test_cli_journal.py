"""ouverture verify, rebuild and worker, as they are typed."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ouverture.adapters.journal.installation import open_record
from ouverture.cli import main
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import Moment
from ouverture.dossier.person.decisions import TellAddress
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers

EVERYTHING = ("events", "seals", "outbox", "work", "owed", "people", "numbers", "keys")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """a journal with one file of six events."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "journal.sqlite3"
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(path))
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    record = open_record(os.environ)
    home = TellAddress(("12 rue des Lilas",), "75011", "Paris")
    for wanted in (OpenFile("person-1", "751"), home, Deposit(("identity_document",), ground="resident")):
        order = Order("f1", wanted, Moment(date(2026, 11, 23), "person"), wanted.kind, NOON)
        handle(record, dossiers(), order)
    record.store.close()
    return path


def test_an_untouched_journal_verifies(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["events"], found["files"], found["fault"]) == (6, 1, None)


def test_a_file_with_a_forged_event_is_neither_shown_nor_written_in(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(journal) as raw:
        columns = "stream, kind, body, day, recorded_at, said_by, who, cause, schema, hash, mark"
        raw.execute(
            f"INSERT INTO events (version, key, {columns}) SELECT 7, 'x', {columns} FROM events WHERE version = 6"
        )
    raw.close()
    assert main(["file", "show", "f1", "--language", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "file f1: event 7 is not what the program wrote; nothing is done or shown. Run ouverture verify.\n"
    )


def test_nothing_is_written_through_a_trigger_that_is_not_ours(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(journal) as raw:
        raw.execute("CREATE TRIGGER lose AFTER INSERT ON events BEGIN DELETE FROM outbox; END")
    raw.close()
    assert main(["worker", "--once", "--language", "en"]) == 2
    assert "trigger lose; nothing is written in it: ouverture verify says all that changed" in capsys.readouterr().err


def test_one_altered_byte_is_named(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(journal) as raw:
        raw.execute("DROP TRIGGER events_stay_as_written")
        raw.execute("UPDATE events SET body = replace(body, '2026-11-23', '2026-11-24') WHERE version = 2")
    raw.close()
    assert main(["verify", "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert ("f1", 2) in [(fault["file"], fault["event"]) for fault in faults]
    assert "trigger events_stay_as_written" in faults[0]["says"]["en"]


def test_the_tables_are_made_again(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rebuild", "--on", "2026-11-23", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"files": 1, "events": 6, "set_aside": 0}


def test_the_worker_puts_letters_in_its_folder(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worker", "--once", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sent"] == 1
    assert len(list((journal.parent / "post" / "to_send").iterdir())) == 1


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_a_journal_that_is_not_there_is_said_so_and_not_made(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUVERTURE_JOURNAL", "nothing.sqlite3")
    assert main([command]) == 2
    assert "nothing.sqlite3" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_journal_without_its_key_is_said_so(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (journal.parent / "house" / "ouverture.key").write_text("not a key")
    assert main(["verify"]) == 2
    assert "hexadecimal" in capsys.readouterr().err


def test_the_key_and_the_journal_are_readable_by_their_owner_alone(journal: Path) -> None:
    assert [oct(path.stat().st_mode & 0o777) for path in (journal, journal.parent / "house" / "ouverture.key")] == [
        "0o600"
    ] * 2


def kept_seal(capsys: pytest.CaptureFixture[str]) -> str:
    """The seal that verify gives, to be kept elsewhere."""
    assert main(["verify", "--json"]) == 0
    seal: str = json.loads(capsys.readouterr().out)["seal"]
    return seal


def past_the_program(journal: Path, *statements: str) -> None:
    with sqlite3.connect(journal) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
    raw.close()


def test_what_is_taken_away_is_seen_with_a_seal_kept_outside(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seal = kept_seal(capsys)
    past_the_program(journal, *(f"DELETE FROM {table}" for table in EVERYTHING))
    assert main(["verify", "--seal", seal, "--language", "en"]) == 1
    assert re.search(r"covered \d events; there are 0", capsys.readouterr().out)


def test_the_worker_puts_each_seal_outside_and_verify_takes_the_last(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["worker", "--once"]) == 0
    (kept,) = (journal.parent / "house" / "seals").glob("*.txt")
    past_the_program(journal, "DELETE FROM events WHERE version = 6", "DELETE FROM seals")
    past_the_program(journal, "DELETE FROM events WHERE version = (SELECT max(version) FROM events)")
    assert main(["verify", "--language", "en"]) == 1
    assert "The seal at position" in capsys.readouterr().out
    assert kept.read_text().startswith("ouverture-seal-2 ")


def test_what_is_no_seal_is_said_in_a_sentence(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--seal", "abc", "--language", "en"]) == 2
    assert "one line of nine words" in capsys.readouterr().err


def test_an_empty_journal_is_not_said_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path))
    monkeypatch.delenv("OUVERTURE_JOURNAL", raising=False)
    open_record(os.environ).store.close()
    assert main(["verify", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "The journal is empty" in said
    assert "nothing has changed" not in said


def test_somebody_elses_database_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "theirs.sqlite3"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE songs (title TEXT)")
    theirs.close()
    before = path.read_bytes()
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(path))
    for command in ("verify", "rebuild", "worker"):
        assert main([command, "--language", "en"]) == 2
        assert "not one of this program's journals" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_damaged_journal_is_a_sentence_and_not_called_altered(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = journal.read_bytes()
    for page in range(4096, len(whole), 4096):
        journal.write_bytes(whole[:page] + bytes(64) + whole[page + 64 :])
        assert main(["verify", "--language", "en"]) in (1, 2, 3), page
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
    journal.write_bytes(whole[:6000])
    assert main(["verify", "--language", "en"]) == 3
    assert "the database is damaged" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["a" * 5000, "\0", "."])
def test_a_journal_that_no_system_can_have_is_said_so(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path))
    monkeypatch.setattr(os, "environ", {**os.environ, "OUVERTURE_JOURNAL": named})
    assert main(["verify", "--language", "en"]) == 2
    assert capsys.readouterr().err.startswith("journal: ")


def test_a_key_that_others_may_read_is_refused_and_so_is_a_folder(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = journal.parent / "house" / "ouverture.key"
    key.chmod(0o644)
    assert main(["verify", "--language", "en"]) == 2
    assert "chmod 600" in capsys.readouterr().err
    key.unlink()
    key.mkdir()
    assert main(["verify", "--language", "en"]) == 2
    assert "is no file" in capsys.readouterr().err


def test_another_key_cannot_write_in_the_journal(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (journal.parent / "house" / "ouverture.key").write_text("ab" * 32)
    assert main(["worker", "--once", "--language", "en"]) == 2
    assert "under another key" in capsys.readouterr().err


def test_a_clock_far_from_the_last_event_stops_the_worker_with_a_sentence(
    journal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ouverture.cli.journal.now", lambda: datetime(2099, 1, 1, tzinfo=UTC))
    assert main(["worker", "--once", "--language", "en"]) == 2
    assert "the clock says 2099-01-01, and the last event is of 2026-11-23" in capsys.readouterr().err
