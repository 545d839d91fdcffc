"""A letter as a PDF that a screen reader can read (PDF/UA-1), in the language in which it is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

import typst

from ouverture.adapters.pdf.legible import SAID, legible
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
    values, replaced = legible({name: _plain(value) for name, value in letter._asdict().items()})
    values["replaced"] = SAID.to(letter.language) if replaced else ""
    template = files(__package__).joinpath("letter.typ").read_bytes()
    document: bytes = typst.compile(template, sys_inputs={"data": json.dumps(values)}, pdf_standards=["ua-1"])
    return document


def _plain(value: str | Sequence[str]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)
