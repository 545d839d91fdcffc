"""Plain values and a template make a PDF: tagged for a screen reader (PDF/UA-1), to be kept (PDF/A-2a), fonts embedded.

Every paper is set in the fonts of this package first, so that a name looks the same on every machine; what they cannot
show is looked for in the fonts of the machine, and what nobody can show is replaced and said (``legible``).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from ouverture.adapters.pdf.fonts_at_hand import fonts_at_hand
from ouverture.adapters.pdf.legible import SAID, legible
from ouverture.text import Language

STANDARDS: list[Any] = ["ua-1", "a-2a"]
"""Readable aloud, and the same in thirty years; a-2a holds everything that a-2b asks."""


def typeset(template: str, values: dict[str, Any], language: Language, pictures: Path | None = None) -> bytes:
    """The PDF of ``template`` filled with the values: texts, lists and dictionaries, nothing in them read as markup.

    ``pictures``: a folder whose files the values name. Raises typst.TypstError for a template that is wrong.
    """
    shown, replaced = legible(values)
    shown |= {"language": language, "replaced": SAID.to(language) if replaced else ""}
    inputs = {"data": json.dumps(shown)}
    options: dict[str, Any] = {"root": pictures} if pictures else {}
    made: bytes = typst.compile(
        _template(template), font_paths=fonts_at_hand(), sys_inputs=inputs, pdf_standards=STANDARDS, **options
    )
    return made


@cache
def _template(name: str) -> bytes:
    """A template after the look that all of them share."""
    folder = files(__package__)
    return folder.joinpath("look.typ").read_bytes() + folder.joinpath(f"{name}.typ").read_bytes()
