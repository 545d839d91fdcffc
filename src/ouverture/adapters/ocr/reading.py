"""One paper read in this process: its files opened, its pages recognised and measured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ouverture.adapters.ocr.codes import codes_on
from ouverture.adapters.ocr.measuring import measure
from ouverture.adapters.ocr.opening import MORE_PAGES, MOST_PAGES, Opened, Unreadable, pages_of
from ouverture.adapters.ocr.recognising import recognise
from ouverture.evidence.checks import PaperRead, Read
from ouverture.text import Text


def read_paper(files: Sequence[bytes]) -> PaperRead:
    """Every page that can be opened; ``trouble`` is the first thing that kept something from being read."""
    pages: list[Read] = []
    trouble: Text | None = None
    for content in files:
        try:
            for opened in islice(pages_of(content), MOST_PAGES - len(pages) + 1):
                if len(pages) == MOST_PAGES:
                    trouble = trouble or MORE_PAGES
                    break
                pages.append(_page(opened, len(pages) + 1))
        except Unreadable as unreadable:
            trouble = trouble or unreadable.text
    return PaperRead(tuple(pages), trouble)


def _page(opened: Opened, number: int) -> Read:
    codes = codes_on(opened.picture)
    if opened.lines:
        return Read(number, opened.lines, "text", codes=codes)
    seen = recognise(opened.picture)
    return Read(number, seen.lines, "picture", measure(seen.picture, seen.lines), seen.turned, codes)
