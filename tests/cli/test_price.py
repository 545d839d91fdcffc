"""The door `ouverture price`: JSON and lines, one sentence for bad input, every word in the help."""

import json
from pathlib import Path

import pytest

from ouverture.cli import main
from tests.conventions.source_code import ROOT

SHEETS = str(ROOT / "examples" / "prices" / "three_care_sheets.toml")


def test_one_line_answers_at_the_top_with_its_text_and_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gp.toml"
    file.write_text('act = "gp"\non = 2026-02-01\nfee = 30\nsector = 1\npathway = "in"\n')
    assert main(["price", str(file), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [said[key] for key in ("base", "rate", "participation", "franchise", "repaid", "left_to_pay")] == [
        30.0, 70.0, 2.0, 0.0, 19.0, 11.0,
    ]  # fmt: skip
    assert [(step["text"], step["since"]) for step in said["steps"] if step["text"]] == [
        ("Convention médicale (CSS L162-5)", "2024-12-22"),
        ("CSS R160-5 3°", "2016-01-01"),
        ("CSS L160-13 II, R160-19", "2024-05-15"),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_of_three_care_sheets_is_explained_in_both_languages(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["price", SHEETS, "--language", language]) == 0
    said = capsys.readouterr().out
    assert ("demandez à la caisse" if language == "fr" else "ask the caisse for the detail") in said


def test_bad_input_is_one_sentence_and_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('act = "gp"\nfee = -1\n')
    assert main(["price", str(file), "--language", "en"]) == 2
    out = capsys.readouterr()
    assert (out.out, out.err) == ("", "fee: a sum cannot be negative (-1).\n")


def test_the_help_lists_the_words_of_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["price", "--help"])
    said = capsys.readouterr().out
    assert "physiotherapist" in said
    assert "already_participations" in said


def test_a_wrong_option_does_not_print_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["price", "--nothing"])
    assert "physiotherapist" not in capsys.readouterr().err
