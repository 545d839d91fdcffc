"""docs/events.md is what the code says, and nothing is missing from it."""

from pathlib import Path

from ouverture.documents.events import document
from ouverture.dossier.command_words import kinds
from ouverture.dossier.file import AGGREGATES

DOCUMENT = Path(__file__).parents[2] / "docs" / "events.md"


def test_the_document_is_what_the_code_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m ouverture.documents.events docs/events.md"


def test_every_command_and_every_event_stands_in_it_once() -> None:
    named = [line.split("`")[1] for line in document().splitlines() if line.startswith("| `")]
    assert sorted(named) == sorted([*kinds(), *(each.kind for one in AGGREGATES for each in one.transitions)])
