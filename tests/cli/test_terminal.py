"""What leaves the command is fit for any terminal, any width and any encoding."""

import io
import json
import sys

import pytest

from ouverture.cli.terminal import harmless, make_outputs_able, write_json, write_lines

LINE = "  - Your home, or main place of stay, is in mainland France or one of the six collectivities named."


@pytest.mark.parametrize("columns", [30, 40, 60, 80])
def test_lines_are_broken_at_the_width_asked_for_under_their_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    write_lines([LINE, "12. A numbered step whose second line stands under its first word, not under the number"])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    assert lines[0].startswith("  - Your")
    assert lines[1].startswith("    ")
    assert " ".join(" ".join(lines).split()).startswith(LINE.strip())


def test_without_a_terminal_a_line_stays_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    write_lines([LINE])
    assert capsys.readouterr().out == LINE + "\n"


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\r", "\x7f", "\x9b31m", "\u202e", "\x00"])
def test_what_a_terminal_would_obey_is_shown_instead(capsys: pytest.CaptureFixture[str], sign: str) -> None:
    write_lines([f"before {sign} after"])
    write_json({"said": sign})
    out = capsys.readouterr().out
    assert sign not in out
    assert json.loads(out.partition("\n")[2])["said"] == sign
    assert harmless(harmless(sign)) == harmless(sign)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_encoding_of_the_output_will_do(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    make_outputs_able()
    write_lines(["« Réunion » – l’État : 北京 \ud800"])
    write_json({"commune": "L’Haÿ-les-Roses 北"})
    sys.stdout.flush()
    first, _, document = raw.getvalue().decode(encoding).partition("\n")
    assert "Reunion" in first or "Réunion" in first
    assert json.loads(document) == {"commune": "L’Haÿ-les-Roses 北"}
