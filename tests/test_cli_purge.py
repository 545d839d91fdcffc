"""ouverture purge: nothing without a term that somebody chose, a trial first, then exactly what was told."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest

from ouverture.adapters.journal.installation import open_record
from ouverture.cli import main
from ouverture.dossier.attachment.decisions import CloseFile, OpenFile
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.person.decisions import TellNames
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers

Said = pytest.CaptureFixture[str]
BEGUN = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAME = "Adamantine Martinovitch"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed file, one a caisse works in, one that is the person's own; all of them silent for a year and a half."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "journal.sqlite3"))
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    record = open_record(os.environ)
    modes: dict[str, Literal["connected", "recorded"]] = {"closed": "connected", "open": "connected", "own": "recorded"}
    for stream, mode in modes.items():
        _send(record, stream, OpenFile(f"person of {stream}", "751", mode=mode, channels=("letter",)), "person")
        _send(record, stream, TellNames(NAME), "person")
    _send(record, "closed", CloseFile("died"), "caisse")
    record.store.close()
    monkeypatch.setattr("ouverture.cli.purge.now", lambda: BEGUN + timedelta(days=550))
    return tmp_path / "house"


def _send(record: Any, stream: str, wanted: Command, by: Any) -> None:
    order = Order(stream, wanted, Moment(date(2026, 11, 23), by), f"{stream}/{wanted.kind}", BEGUN)
    assert isinstance(handle(record, dossiers(), order), Done), (stream, wanted)


def chosen(house: Path, *rows: str) -> None:
    (house / "retention.toml").write_text("\n".join(f'[{kind}]\ndays = 365\nsource = "our register"' for kind in rows))


def things(capsys: Said, *arguments: str) -> dict[str, list[str]]:
    capsys.readouterr()
    assert main(["purge", *arguments, "--json"]) == 0
    return {row["kind"]: row["things"] for row in json.loads(capsys.readouterr().out)["terms"]}


def left() -> list[str]:
    """The files that were not erased."""
    record = open_record(os.environ)
    found = [each for each in ("closed", "open", "own") if not record.history(each).erased]
    record.store.close()
    return found


def test_without_a_chosen_term_nothing_is_erased_and_it_is_said(house: Path, capsys: Said) -> None:
    assert main(["purge", "--language", "en"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.count("no term was chosen, nothing is erased") == 3
    assert left() == ["closed", "open", "own"]


def test_a_trial_says_what_would_go_and_then_that_goes_and_nothing_else(house: Path, capsys: Said) -> None:
    chosen(house, "closed_file", "own_file")
    told = {"closed_file": ["closed"], "own_file": ["own"], "posted_letter": []}
    assert things(capsys, "--dry-run") == told
    assert left() == ["closed", "open", "own"]
    assert things(capsys) == told
    assert left() == ["open"]
    assert things(capsys) == {kind: [] for kind in told}
    assert main(["verify"]) == 0


def test_a_term_that_is_not_over_erases_nothing(house: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(house, "closed_file", "own_file")
    monkeypatch.setattr("ouverture.cli.purge.now", lambda: BEGUN + timedelta(days=364))
    assert set(map(tuple, things(capsys).values())) == {()}


def test_letters_that_were_posted_leave_the_folder_after_their_term_and_one_that_waits_does_not(
    house: Path, capsys: Said, tmp_path: Path
) -> None:
    chosen(house, "posted_letter")
    written = {}
    for folder, name, age in (("done", "old", 400), ("done", "new", 10), ("to_send", "waits", 400)):
        path = tmp_path / "post" / folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a letter")
        at = (BEGUN + timedelta(days=550 - age)).timestamp()
        os.utime(path, (at, at))
        written[name] = path
    assert things(capsys)["posted_letter"] == ["post/done/old.txt"]
    assert [name for name, path in written.items() if path.exists()] == ["new", "waits"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("[closed_file]\ndays = 0\nsource = 'x'", "days is a number of days"),
        ("[closed_file]\ndays = true\nsource = 'x'", "days is a number of days"),
        ("[closed_file]\ndays = 30", "source says where"),
        ("closed_file = 30", "days is a number of days"),
        ("[files]\ndays = 30\nsource = 'x'", '"files" is not known'),
        ("[closed_file", "not readable TOML"),
    ],
)
def test_a_wrong_term_is_named_and_nothing_is_erased(house: Path, capsys: Said, wrong: str, says: str) -> None:
    (house / "retention.toml").write_text(wrong)
    assert main(["purge", "--language", "en"]) == 2
    assert says in capsys.readouterr().err
    assert left() == ["closed", "open", "own"]
