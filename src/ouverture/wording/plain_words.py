"""Words as they are compared: no accents, no case, no plural, and a slip or a bad scan allowed in a long word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})
_SCANNED = str.maketrans({"0": "o", "1": "l", "5": "s"})
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){3,}")
_LONG, _VERY_LONG = 5, 9
_SHORTEST_PLURAL = 4
_LETTERS_OF_A_WORD = 3


def plain(text: str) -> str:
    """``text`` in lower case, without accents or compatibility forms, "R.I.B." as one word."""
    undotted = _ACRONYM.sub(lambda found: found[0].replace(".", "") + " ", text)
    bare = unicodedata.normalize("NFKD", undotted.casefold().translate(_LIGATURES))
    return "".join(char for char in bare if not unicodedata.combining(char))


def words(text: str, small: frozenset[str] = frozenset(), same: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The words of ``text`` in the singular, without the ``small`` ones; ``same`` gives the word that stands for it."""
    known = same or {}
    found = (_unscanned(word) for word in _WORD.findall(plain(text)))
    return tuple(_stand_in(word, known) for word in found if word not in small)


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of ``phrases``, already plain, stands in ``text`` as whole words."""
    spaced = f" {' '.join(_WORD.findall(plain(text)))} "
    return any(f" {' '.join(_WORD.findall(plain(phrase)))} " in spaced for phrase in phrases)


def starts(text: tuple[str, ...], at: int, wanted: tuple[str, ...]) -> bool:
    """Whether the words ``wanted`` stand in ``text`` from place ``at``, slips allowed."""
    return at + len(wanted) <= len(text) and all(close(text[at + n], word) for n, word in enumerate(wanted))


@lru_cache(maxsize=65536)
def close(one: str, other: str) -> bool:
    """Whether two words are the same but for one slip (two in a very long word); words with digits must be equal."""
    if one == other:
        return True
    length = min(len(one), len(other))
    if length < _LONG or not (one + other).isalpha() or one[0] != other[0]:
        return False
    return _slips(one, other) <= (2 if length >= _VERY_LONG else 1)


def _stand_in(word: str, same: Mapping[str, str]) -> str:
    one = _singular(word)
    return same.get(word) or same.get(one, one)


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx" and word[-2] not in "s" else word


def _unscanned(word: str) -> str:
    """A digit read for a letter: "nai5sance" is "naissance", "s1106" stays."""
    letters = sum(char.isalpha() for char in word)
    return word.translate(_SCANNED) if letters > _LETTERS_OF_A_WORD and letters < len(word) else word


def _slips(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]
