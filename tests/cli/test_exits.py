"""Every way a command can end: its exit code, and one sentence where something is wrong."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ouverture import cli
from ouverture.cli import main
from ouverture.text import Text

SPOUSE = str(Path(__file__).parents[2] / "examples" / "american_spouse_paris.toml")
ON = ("--on", "2026-11-23")
HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src"), "LANG": "C.UTF-8"}


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error; an exit of argparse counts as any other."""
    try:
        code: int | str | None = main(arguments)
    except SystemExit as end:
        code = end.code
    shown = capsys.readouterr()
    assert isinstance(code, int)
    return code, shown.out, shown.err


def test_the_bare_command_prints_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ended(capsys)
    assert (code, err) == (0, "")
    assert "assess" in out
    assert "COMMAND" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("assess", SPOUSE, "--on", "9999-12-31"), "out of reach"),
        (("assess", SPOUSE, "--on", "2199-12-31"), "up to 31 December 2150"),
        (("plan", SPOUSE, "--on", "2199-12-31"), "up to 31 December 2150"),
        (("assess", SPOUSE, "--on", "03/04/2026"), "3 April 2026 or 4 March 2026"),
        (("papers", "Canada", "--on", "tomorrow"), "--on"),
        (("deadline", "cra_appeal", "--from=--"), "--from"),
        (("deadline", "cra_appeal", "--from", "2026-05-29", "--place=--"), "--place"),
        (("frobnicate",), "invalid choice"),
        (("assess",), "file"),
        (("serve", "--port", "99999"), "1 to 65535"),
        (("serve", "--port", "-1"), "1 to 65535"),
        (("caisse", "69123"), "Lyon"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = ended(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("day", ["29/05/2026", "29 mai 2026", "29.05.2026", "May 29, 2026", "2026-05-29"])
def test_a_day_is_typed_as_people_write_it(capsys: pytest.CaptureFixture[str], day: str) -> None:
    code, out, _ = ended(capsys, "deadline", "cra_appeal", "--from", day, "--place", "alsace-moselle")
    assert code == 0
    assert "29 July 2026" in out


def test_a_french_command_reads_the_day_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert "3 juin 2026" in ended(capsys, "deadline", "cra_appeal", "--from", "03/04/2026", "--language", "fr")[1]


def test_dates_are_shown_as_people_read_them(capsys: pytest.CaptureFixture[str]) -> None:
    out = ended(capsys, "plan", SPOUSE, *ON, "--language", "fr")[1]
    assert "[au plus tard le 23 janvier 2027]" in out
    assert "2027-01-23" not in out


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (OSError(28, "No space left on device"), 2),
        (IsADirectoryError(21, "Is a directory", "ouverture.key"), 2),
        (sqlite3.DatabaseError("database disk image is malformed"), 3),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), 2),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(32, "Broken pipe"), 0),
    ],
)
def test_whatever_stops_a_command_there_is_no_traceback(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, problem: BaseException, code: int
) -> None:
    def stopped(*_: object) -> int:
        raise problem

    monkeypatch.setattr(os, "dup2", lambda *_: None)  # standard output is pytest's
    monkeypatch.setattr("ouverture.cli.facts._facts", stopped)
    assert main(["facts"]) == code
    assert len(capfd.readouterr().err.splitlines()) == (code in (2, 3))


def test_a_full_device_is_said_in_a_sentence() -> None:
    command = [sys.executable, "-m", "ouverture"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*command, "caisse", "75011"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=HERE
        )
    assert done.returncode == 2
    assert done.stderr == "output: No space left on device.\n"


def test_exit_codes_are_those_of_the_plan_of_the_house() -> None:
    assert (cli.ANSWERED, cli.BAD_INPUT, cli.DAMAGED_RECORD) == (0, 2, 3)


def test_a_day_fixed_by_the_setting_that_is_none_is_said_before_the_site_starts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUVERTURE_TODAY", "garbage")
    code, out, err = ended(capsys, "serve", "--port", "8099")
    assert (code, out) == (2, "")
    assert "OUVERTURE_TODAY" in err


def test_an_address_that_is_taken_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from ouverture.site import server

    def taken(*_: object) -> None:
        raise server.CannotServe(Text("pris", "taken"))

    monkeypatch.setattr(server, "run", taken)
    assert ended(capsys, "serve", "--language", "en") == (2, "", "taken\n")
