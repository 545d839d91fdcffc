"""ouverture verify, rebuild and worker, as they are typed."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ouverture.adapters.journal.installation import open_record
from ouverture.cli import main
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import Moment
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal with one file of five events."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "journal.sqlite3"
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(path))
    record = open_record({"OUVERTURE_JOURNAL": str(path)})
    for wanted in (OpenFile("person-1", "751"), Deposit(("identity_document",), ground="resident")):
        order = Order("f1", wanted, Moment(date(2026, 11, 23), "person"), wanted.kind, NOON)
        handle(record, dossiers(), order)
    record.store.close()
    return path


def test_an_untouched_journal_verifies(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["events"], found["files"], found["fault"]) == (5, 1, None)


def test_one_altered_byte_is_named(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(journal) as raw:
        raw.execute("DROP TRIGGER events_stay_as_written")
        raw.execute("UPDATE events SET body = replace(body, '2026-11-23', '2026-11-24') WHERE version = 2")
    raw.close()
    assert main(["verify", "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)["fault"]
    assert (fault["file"], fault["event"]) == ("f1", 2)


def test_the_tables_are_made_again(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rebuild", "--on", "2026-11-23", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"files": 1, "events": 5}


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
    (journal.parent / "ouverture.key").write_text("not a key")
    assert main(["verify"]) == 2
    assert "hexadecimal" in capsys.readouterr().err


def test_the_key_and_the_journal_are_readable_by_their_owner_alone(journal: Path) -> None:
    assert [oct(path.stat().st_mode & 0o777) for path in (journal, journal.parent / "ouverture.key")] == ["0o600"] * 2
