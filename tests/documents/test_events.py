"""docs/events.md is what the code says, and nothing is missing from it."""

from pathlib import Path

import pytest

from ouverture.documents.events import document, main
from ouverture.dossier.command_words import kinds
from ouverture.dossier.file import AGGREGATES

DOCUMENT = Path(__file__).parents[2] / "docs" / "events.md"


def test_the_document_is_what_the_code_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m ouverture.documents.events docs/events.md"


def test_every_command_and_every_event_stands_in_it_once() -> None:
    named = [line.split("`")[1] for line in document().splitlines() if line.startswith("| `")]
    assert sorted(named) == sorted([*kinds(), *(each.kind for one in AGGREGATES for each in one.transitions)])


def test_an_option_is_no_file_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--help"]) == 2
    assert "usage" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
