"""From a letter to its passages that ask for something: items of a list, or parts of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ouverture.wording.demands.asked import vocabulary
from ouverture.wording.plain_words import plain, says

_ITEM = re.compile(r"^\s*(?:[-–—•*·▪►>o]|\(?\d{1,2}\s?[.)°/]|\(?[a-z]\))\s+(?=\S)")
_INLINE_NUMBER = re.compile(r"\s(?=\(?\d\)\s)")
_SENTENCE = re.compile(r"(?<![A-Z])(?<!\bMme)[.?]\s+(?=[A-ZÀ-Ý])|(?<=:)\s+(?=[A-ZÀ-Ý])")
_TURN = re.compile(r"\b(?:mais|cependant|toutefois|en revanche|but|however)\b", re.IGNORECASE)
_PART = re.compile(r",(?!\d)|;|\b(?:et|ainsi que|puis|and|as well as|plus)\b", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?=[a-zà-ÿ])")


@dataclass(frozen=True)
class Passage:
    """Words that ask. ``item``: a line of a list; else a part of the sentence ``line``."""

    text: str
    line: str
    item: bool


@dataclass(frozen=True)
class _Unit:
    text: str
    item: bool


def passages(letter: str) -> Iterator[Passage]:
    """The passages of ``letter`` that ask for something, in order; what it says it has received is left out."""
    list_asks = True
    for unit in _units(letter):
        if unit.item:
            if list_asks and not _received(unit.text):
                yield Passage(unit.text, unit.text, item=True)
            continue
        for sentence in _SENTENCE.split(unit.text):
            if sentence.rstrip().endswith(":"):
                list_asks = not _received(sentence) or _asks(sentence)
            yield from _parts(sentence.strip())


def _units(letter: str) -> Iterator[_Unit]:
    """Paragraphs and items; a line that goes on is joined to the one before."""
    held: _Unit | None = None
    for line in _BROKEN_WORD.sub("", letter).splitlines():
        item = _ITEM.match(line)
        goes_on = held and not item and line.strip() and not _is_over(held, line)
        if held and goes_on:
            held = _Unit(f"{held.text} {line.strip()}", held.item)
            continue
        if held:
            yield from _numbered(held)
        held = _Unit(line[item.end() :].strip() if item else line.strip(), bool(item)) if line.strip() else None
    if held:
        yield from _numbered(held)


def _is_over(held: _Unit, line: str) -> bool:
    return held.item and (held.text[-1:] in ".;" or line.strip()[:1].isupper())


def _numbered(unit: _Unit) -> Iterator[_Unit]:
    """ "1) … 2) …" inside one paragraph is a list."""
    first, *rest = _INLINE_NUMBER.split(unit.text)
    yield _Unit(first, unit.item)
    yield from (_Unit(_ITEM.sub("", part, count=1), item=True) for part in rest)


def _parts(sentence: str) -> Iterator[Passage]:
    asking = False
    for clause in _TURN.split(sentence):
        asking = _asks(clause) or (asking and not _received(clause))
        if asking and not (_received(clause) and not _asks_still(clause)):
            yield from (Passage(part.strip(), sentence, item=False) for part in _joined(clause))


def _joined(clause: str) -> list[str]:
    """The parts of an enumeration; one that starts like a mere addition ("dûment signé") stays with the one before."""
    parts: list[str] = []
    for part in _PART.split(clause):
        if parts and not _starts_a_thing(part):
            parts[-1] += f", {part.strip()}"
        elif part.strip():
            parts.append(part)
    return parts


def _starts_a_thing(part: str) -> bool:
    first = re.split(r"[\s'’]", plain(part).strip(), maxsplit=1)[0]
    return first in vocabulary().words["determiners"]


def _asks(text: str) -> bool:
    return says(text, vocabulary().words["asks"])


def _asks_still(text: str) -> bool:
    return says(text, ("merci de", "veuillez", "il manque", "please", "missing", "manque", "manquent"))


def _received(text: str) -> bool:
    return says(text, vocabulary().words["received"])


def says_neither(text: str) -> bool:
    """Whether the passage is a courtesy, a delay or a reference rather than a paper."""
    return says(text, vocabulary().words["neither"])
