"""A letter as a PDF that a screen reader can read (PDF/UA-1), in the language in which it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ouverture.adapters.pdf.typesetting import typeset
from ouverture.text import Language


class Typeset(NamedTuple):
    """What stands on the sheet, every line ready; ``paragraphs`` are those of the letter itself."""

    language: Language
    sender: Sequence[str]
    to: Sequence[str]
    day: str
    subject: str
    paragraphs: Sequence[str]
    enclosed: str
    enclosures: Sequence[str]


def letter_pdf(letter: Typeset) -> bytes:
    """The letter; the words are passed as values, and nothing in them is read as markup."""
    values = {name: _plain(value) for name, value in letter._asdict().items()}
    return typeset("letter", values, letter.language)


def _plain(value: str | Sequence[str]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)
