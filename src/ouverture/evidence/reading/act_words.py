"""What stands on a civil-status act besides its facts: its language, a translation, an apostille, the parents."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ouverture.evidence.reading.found import Spot, spots
from ouverture.evidence.reading.paper_read import PaperRead, Read
from ouverture.places.spelling import fold

Mark = Literal["translation", "apostille", "legalisation", "parents"]
_FEWEST_WORDS = 4
"""Fewer words of a language than this do not tell it."""


def language_of(page: Read) -> str | None:
    """The language a page is written in (ISO 639), of those known here; None when its words do not tell."""
    words = [word for line in page.lines for word in fold(line.text).split()]
    counts = {code: sum(word in known for word in words) for code, known in _languages().items()}
    best, second = sorted(counts.values(), reverse=True)[:2]
    if best < _FEWEST_WORDS or best == second:
        return None
    return max(counts, key=lambda code: counts[code])


def mark_on(read: PaperRead, mark: Mark) -> Spot | None:
    """The first line that bears such a mark."""
    phrases: list[str] = _table()["marks"][mark]
    for spot in spots(read):
        said = f" {fold(spot.line.text)} "
        if any(f" {phrase} " in said or (len(phrase) > _LONG and phrase in said) for phrase in phrases):
            return spot
    return None


_LONG = 8


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in _table()["languages"].items()}


@cache
def _table() -> dict[str, Any]:
    raw = files("ouverture.evidence").joinpath("data", "act_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)
