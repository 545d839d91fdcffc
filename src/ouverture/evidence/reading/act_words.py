"""What stands on a civil-status act besides its facts: its language, a translation, an apostille, the parents."""

from __future__ import annotations

import re
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


def parents_on(read: PaperRead) -> Spot | None:
    """The line on which the parents are named: by a word, or as French copies do, "de John Smith et de Ann Lee"."""
    return mark_on(read, "parents") or next((spot for spot in spots(read) if _names_two(spot)), None)


def _names_two(spot: Spot) -> bool:
    below = " ".join(line.text for line in spot.page.lines[spot.row : spot.row + _LINES_OF_PARENTS])
    found = _BORN_OF.search(below)
    return found is not None and found.start() < len(spot.line.text)


_LINES_OF_PARENTS = 4
_NAME = r"[A-ZÀ-ÝŁŚŻÇĞİÖÜ][\w'’.\-]+"
_BORN_OF = re.compile(rf"\b[Dd]e(?: ?: {_NAME}| {_NAME}(?: {_NAME})+)[^.;]{{0,120}}?\b[Ee]t de(?: ?:)? {_NAME}")


def is_french(read: PaperRead) -> bool:
    """Whether a French authority issued the act, by what it says at its head; a stamp further down says nothing."""
    said: dict[str, list[str]] = _table()["issuers"]
    for spot in spots(read):
        text = f" {fold(spot.line.text)} "
        at_head = spot.row < HEAD and spot.page is read.pages[0]
        if any(f" {phrase} " in text for phrase in said["french"] + (said["french_at_head"] if at_head else [])):
            return True
    return False


HEAD = 8
"""An act names who issues it within its first lines."""


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
