"""Folding a name so that accents, case, hyphens and usual abbreviations no longer matter."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]")
_ORDINAL = re.compile(r"(\d+)(?:er|ere|e|eme|ieme|nd|nde)")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur"}
_ARRONDISSEMENT = frozenset({"arrondissement", "arrondissements", "arrdt", "arrt"})
_ARTICLES = frozenset({"le", "la", "les", "l", "the"})


def fold(name: str) -> str:
    """``name`` without accents, case or punctuation, words parted by one space: "L'Haÿ" gives "l hay"."""
    bare = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", name.casefold())).translate(_LIGATURES)
    return " ".join("".join(char if _is_of_a_word(char) else " " for char in bare).split())


def fold_commune(name: str) -> str:
    """``fold`` for a French commune: "St" is "saint", "11e Arrondissement" is "11", CEDEX is dropped."""
    words = fold(name).split()
    if "cedex" in words:
        words = words[: words.index("cedex")]
    kept = (_ABBREVIATIONS.get(word, word) for word in words if word not in _ARRONDISSEMENT)
    return " ".join(_without_ordinal(word) for word in kept)


def without_article(folded: str) -> str:
    """A folded name without its leading article: "le havre" gives "havre"."""
    first, _, rest = folded.partition(" ")
    return rest if first in _ARTICLES and rest else folded


def _is_of_a_word(char: str) -> bool:
    # The vowel signs of Hindi, Khmer or Thai are marks, not letters: dropping them would merge names.
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _without_ordinal(word: str) -> str:
    found = _ORDINAL.fullmatch(word)
    return found[1] if found else word
