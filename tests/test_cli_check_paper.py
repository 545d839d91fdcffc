"""`ouverture check-paper`: offline, from a code or a file, with the keys and the list of the caisse."""

import json
from datetime import date
from pathlib import Path

import pytest

from ouverture.adapters.signed_papers.keys import PaperSigner, keys_document
from ouverture.adapters.signed_papers.withdrawal_list import list_document
from ouverture.cli import main
from ouverture.services.casework.signed.said import PaperSaid, as_values
from ouverture.services.casework.signed.withdrawing import Withdrawals, Withdrawn
from tests.services.casework.wired import house_in

DAY = date(2026, 11, 23)
SIGNER = PaperSigner(bytes(32))
SAID = PaperSaid(
    "rights_certificate", "0123456789abcdef", DAY, "751", "Nguyễn Œuvré", "1990-03-07", "290039924312331", DAY
)
TOKEN = SIGNER.signed(as_values(SAID))


@pytest.fixture
def known(tmp_path: Path) -> list[str]:
    """The options of a check that asks nothing of any installation."""
    (tmp_path / "keys.json").write_text(keys_document(SIGNER.public))
    (tmp_path / "withdrawn.json").write_text(list_document(Withdrawals(DAY, {}), SIGNER))
    files = ["--keys", str(tmp_path / "keys.json"), "--withdrawn", str(tmp_path / "withdrawn.json")]
    return [*files, "--on", "2026-11-23", "--language", "en"]


def test_a_genuine_paper_is_shown_and_exits_with_0(known: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-paper", TOKEN, *known]) == 0
    said = capsys.readouterr().out
    assert "genuine, and nothing has withdrawn it" in said
    assert "Nguyễn Œuvré" in said


def test_a_file_that_holds_the_code_is_checked_and_json_says_the_same(
    known: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "paper.txt").write_text(f"Attestation\n{TOKEN}\nEnd of it\n")
    assert main(["check-paper", str(tmp_path / "paper.txt"), "--json", *known]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["genuine"], told["paper"]["number"]) == ("good", True, SAID.number)


def test_an_altered_one_says_nothing_of_what_it_held_and_exits_with_1(
    known: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt = TOKEN[:40] + ("A" if TOKEN[40] != "A" else "B") + TOKEN[41:]
    assert main(["check-paper", spoilt, *known]) == 1
    said = capsys.readouterr().out
    assert "not genuine" in said
    assert "Œuvré" not in said


def test_a_withdrawn_one_and_a_list_that_nobody_signed_are_told(
    known: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = {SAID.serial: Withdrawn(SAID.serial, "rights_ended", DAY)}
    (tmp_path / "withdrawn.json").write_text(list_document(Withdrawals(DAY, rows), SIGNER))
    assert main(["check-paper", TOKEN, *known]) == 1
    assert "no longer stands since Monday 23 November 2026" in capsys.readouterr().out
    (tmp_path / "withdrawn.json").write_text("{}")
    assert main(["check-paper", TOKEN, *known]) == 1
    assert "not signed by a known key" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [[], ["no-such-file.pdf"]])
def test_nothing_to_check_is_bad_input(known: list[str], wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-paper", *wrong, *known]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_installation_publishes_what_others_check_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    house_in(tmp_path)
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "journal.sqlite3"))
    monkeypatch.setenv("OUVERTURE_KEY_FILE", str(tmp_path / "journal.key"))
    assert main(["check-paper", "--publish", str(tmp_path / "out"), "--json"]) == 0
    assert json.loads((tmp_path / "out" / "withdrawn.json").read_text())["withdrawn"] == []
    assert main(["check-paper", TOKEN, "--language", "en"]) == 1
    assert "a key that is not among those known here" in capsys.readouterr().out


def test_a_wrong_setting_of_keys_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    house_in(tmp_path)
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "journal.sqlite3"))
    monkeypatch.setenv("OUVERTURE_KEY_FILE", str(tmp_path / "journal.key"))
    monkeypatch.setenv("OUVERTURE_PAPER_KEYS", "first")
    assert main(["check-paper", TOKEN]) == 2
    assert "OUVERTURE_PAPER_KEYS" in capsys.readouterr().err
