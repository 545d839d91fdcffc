"""Papers of a file as one PDF: each on a page of its own, in French, then a reading copy in English behind."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import segno

from ouverture.adapters.pdf.typesetting import typeset
from ouverture.services.casework.outgoing.paper import Block, Code, Paper, Scan
from ouverture.text import Language, Text

SENT: Language = "fr"
"""The language in which a paper is sent; the other is for whoever reads it before."""
QUIET_ZONE = 2
MORE_THAN_A_SHORT_CODE = 60


def papers_pdf(papers: Sequence[Paper], title: Text, foot: Text, reading_copy: Text | None = None) -> bytes:
    """The papers in their order. ``reading_copy``: what is said above those that are repeated in English; None: none.

    ``title`` is that of the document, ``foot`` stands under each page. Names and sentences are values: nothing in them
    is read as markup.
    """
    with TemporaryDirectory() as kept:
        folder = Path(kept)
        parts = [_part(one, SENT, "", folder) for one in papers]
        if reading_copy:
            parts += [_part(one, "en", reading_copy.en, folder) for one in papers if one.copied]
        codes = [one.payload for paper in papers for one in paper.blocks if isinstance(one, Code)]
        values = {"title": title.to(SENT), "foot": foot.to(SENT), "parts": parts, "codes": codes}
        return typeset("paper", values, SENT, folder)


def _part(paper: Paper, language: Language, above: str, folder: Path) -> dict[str, Any]:
    blocks = [_shown(one, language, folder, f"{paper.name}-{nth}") for nth, one in enumerate(paper.blocks)]
    return {"title": paper.title.to(language), "lang": language, "above": above, "blocks": blocks}


def _shown(block: Block, language: Language, folder: Path, name: str) -> dict[str, Any]:
    shown = {field: _plain(value, language) for field, value in block._asdict().items()}
    if isinstance(block, Code):
        shown["drawn"] = _drawn(block.payload)
        shown["large"] = len(block.payload) > MORE_THAN_A_SHORT_CODE
    if isinstance(block, Scan):
        (folder / name).write_bytes(block.picture)
        shown["picture"] = f"/{name}"
    return {"kind": type(block).__name__, **shown}


def _plain(value: Any, language: Language) -> Any:
    if isinstance(value, Text):
        return value.to(language)
    return [_plain(one, language) for one in value] if isinstance(value, tuple) else value


def _drawn(payload: str) -> str:
    """The QR code as SVG."""
    drawn = BytesIO()
    segno.make(payload, error="m", micro=False).save(drawn, kind="svg", border=QUIET_ZONE, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
