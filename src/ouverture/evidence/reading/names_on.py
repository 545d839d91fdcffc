"""Whether a person's names stand on a paper: any order, with or without particles and accents, as in an MRZ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal, NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from ouverture.evidence.name_parts import PARTICLES, Named, parts_of_name, rough
from ouverture.evidence.reading.found import Spot, spots
from ouverture.evidence.reading.paper_read import PaperRead, Place
from ouverture.numbers.mrz.transliteration import mrz_forms

Alike = Literal["same", "initial", "near", "family", "none"]
"""How the names stand on the paper: all of them; the given name as an initial; almost; the family name only; not."""
_Given = Literal["same", "initial", "near", "none"]
Words = tuple[frozenset[str], ...]
"""The words of a name, each with every way it may be written."""
ALIKE = 0.9
_NOT_IN_THE_ALPHABET = re.compile("[\u1e00-\u1eff]")
"""Letters of Vietnamese that the recogniser does not know: it leaves them out."""
_TAKEN_FOR = str.maketrans("Œœ", "Ee")
"""Letters that it often takes for others."""
_TITLES = frozenset({"m", "mr", "mme", "mrs", "ms", "mlle", "monsieur", "madame", "ou", "et", "mademoiselle"})
_NEIGHBOURS = 2
_WORD = re.compile(r"[a-z]+")
_LONG = 4


NEAREST_FIRST: tuple[Alike, ...] = ("same", "initial", "near", "family", "none")


class Match(NamedTuple):
    """How the person's names stand on a paper, and where; the page and place are missing when they do not."""

    alike: Alike
    page: int | None = None
    place: Place | None = None


def match_on(read: PaperRead, person: Named) -> Match:
    """The best place of the person's names on a paper: a family name, and a given name on the same line or near it."""
    return match_of(tuple(spots(read)), person)


def match_of(every: Sequence[Spot], person: Named) -> Match:
    """The same, among these lines only."""
    families = [words for name in (person.usage, person.birth) if (words := _words_of(name))]
    if not families:
        return Match("none")
    givens = tuple(words for name in person.given if (words := _words_of(name)))
    return min((_of(every, family, givens) for family in families), key=_how_far)


def _words_of(name: str) -> Words:
    """The words of a name, each with every way it may be written."""
    return tuple(_forms(word) for word in re.split(r"[\s\-]+", name) if parts_of_name(word))


def _forms(word: str) -> frozenset[str]:
    """A word in plain small letters: bare, as the ICAO transliterates it, and without letters no recogniser knows."""
    bare = {
        "".join(_WORD.findall(_plain(each)))
        for each in (word, _NOT_IN_THE_ALPHABET.sub("", word.translate(_TAKEN_FOR)))
    }
    return frozenset(form for form in (*bare, *(each.lower() for each in mrz_forms(word))) if form)


def _plain(text: str) -> str:
    return anyascii(text).lower().replace("'", "").replace("`", "")


def _of(every: Sequence[Spot], family: Words, givens: tuple[Words, ...]) -> Match:
    best = Match("none")
    known = frozenset(form for words in (family, *givens) for forms in words for form in forms)
    tokens = [_tokens(spot, known) for spot in every]
    glued = [_glued(spot) for spot in every]
    for at, spot in enumerate(every):
        alike = _stands(family, tokens[at], glued[at])
        if alike is None:
            continue
        near = [other for other in range(at - _NEIGHBOURS, at + _NEIGHBOURS + 1) if _beside(every, at, other)]
        given, where = _given(tokens, glued, near, givens) if givens else ("same", at)
        place = spot.line.place.around(every[where].line.place)
        best = min(best, Match(_joined(alike, given), spot.page.number, place), key=_how_far)
    return best


def _beside(every: Sequence[Spot], at: int, other: int) -> bool:
    return 0 <= other < len(every) and every[other].page is every[at].page


def _how_far(one: Match) -> int:
    return NEAREST_FIRST.index(one.alike)


def _joined(family: Literal["same", "near"], given: _Given) -> Alike:
    if given == "none":
        return "family" if family == "same" else "none"
    return "near" if family == "near" else given


def _given(
    tokens: list[frozenset[str]], glued: list[frozenset[str]], near: list[int], givens: tuple[Words, ...]
) -> tuple[_Given, int]:
    """How a given name stands beside the family name, and on which line: whole, else almost, else as an initial."""
    found: dict[_Given, int] = {}
    for at, given in product(near, givens):
        if alike := _stands(given, tokens[at], glued[at]):
            found.setdefault(alike, at)
    letters = {form[0] for form in givens[0][0]}
    for at in near:
        if letters & tokens[at]:
            found.setdefault("initial", at)
    kinds: tuple[_Given, ...] = ("same", "near", "initial")
    return next(((alike, found[alike]) for alike in kinds if alike in found), ("none", near[0]))


def _tokens(spot: Spot, known: frozenset[str]) -> frozenset[str]:
    """The words of a line; several that a reader glued together are parted where all of them are names or titles."""
    words = _WORD.findall(_plain(spot.line.text))
    return frozenset(one for word in words for one in _parted(word, known))


def _glued(spot: Spot) -> frozenset[str]:
    """Two or three words of a line written as one: "BEN ALI" for "Benali", "XIAO MING" for "Xiaoming"."""
    words = _WORD.findall(_plain(spot.line.text))
    return frozenset("".join(words[at : at + size]) for size in (2, 3) for at in range(len(words) - size + 1))


def _parted(word: str, parts: frozenset[str]) -> Iterator[str]:
    inside = sorted(
        (part for part in parts if len(part) >= _LONG and part in word and part != word), key=len, reverse=True
    )
    rest = word
    for part in inside:
        rest = rest.replace(part, " ")
    left = rest.split()
    if inside and all(one in _TITLES or one in PARTICLES or one in parts for one in left):
        yield from (*inside, *left)
    else:
        yield word


def _stands(words: Words, there: frozenset[str], glued: frozenset[str]) -> Literal["same", "near"] | None:
    """Whether every word of a name is among the tokens, parted or glued otherwise; or almost, or one of two words."""
    needed = [forms for forms in words if not forms & PARTICLES] or list(words)
    whole = {"".join(parts) for parts in product(*words)} if len(words) > 1 else set(words[0])
    if all(forms & there for forms in needed) or whole & (there | glued):
        return "same"
    if any(forms & there for forms in needed if max(map(len, forms)) >= _LONG):
        return "near"
    return "near" if all(any(_almost(form, token) for form in forms for token in there) for forms in needed) else None


def _almost(form: str, token: str) -> bool:
    """Whether two spellings may be of one name: a letter apart, or the same consonants."""
    if len(form) < _LONG or len(token) < _LONG - 1:
        return form == token
    if JaroWinkler.similarity(form, token) >= ALIKE:
        return True
    bones = _bones(form)
    return len(bones) > 1 and bones == _bones(token)


def _bones(part: str) -> str:
    return rough(part).lstrip("aeiou")
