"""From a passage to the things it asks for: never guessed, the words as written when no name is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ouverture.wording.demands.asked import Asked, Manner, Matter, Phrases, vocabulary
from ouverture.wording.demands.passages import Passage, passages, says_neither
from ouverture.wording.plain_words import says, starts

_ASIDE = re.compile(r"\([^)]*\)?")
_OR = frozenset({"ou", "or", "soit"})
_FORM = re.compile(r"\bs\s?(1106|3705|3720)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asking:
    """One demand as read: alternatives joined by "or" are several ``things``; none: not understood."""

    written: str
    things: tuple[Asked, ...]
    manners: tuple[Manner, ...]


@dataclass(frozen=True)
class _Hit:
    at: int
    end: int
    thing: Asked


def askings(letter: str) -> Iterator[Asking]:
    """Every demand of ``letter``, in order; what is asked twice is one demand."""
    seen: set[tuple[str, ...]] = set()
    for passage in passages(letter):
        for asking in _of_passage(passage):
            key = tuple(thing.name for thing in asking.things) or (asking.written,)
            if key not in seen:
                seen.add(key)
                yield asking


def matter_of(letter: str) -> Matter | None:
    """What else than a claim the letter is about, when it says so."""
    return next((matter for matter in vocabulary().matters if says(letter, matter.words)), None)


def _of_passage(passage: Passage) -> Iterator[Asking]:
    text = _FORM.sub(r"S\1", passage.text)
    hits = _hits(_ASIDE.sub(" ", text)) or _hits(text)
    manners = tuple(manner for manner in vocabulary().manners if _stands(text, manner.phrases))
    groups = list(_groups(_ASIDE.sub(" ", text), _without_translation(hits)))
    for things in groups:
        fits = (m for m in manners if not m.about or m.about & {thing.name for thing in things})
        yield Asking(passage.text, things, tuple(fits))
    if not groups and manners:
        yield Asking(passage.text, (), manners)
    elif not groups and _is_a_demand(passage):
        yield Asking(passage.text if passage.item else passage.line, (), ())


def _hits(text: str) -> list[_Hit]:
    """The longest name at each place, names inside another left out."""
    said = vocabulary().split(text)
    found: list[_Hit] = []
    at = 0
    while at < len(said):
        here = [(len(p), thing) for thing in vocabulary().asked for p in thing.phrases if starts(said, at, p)]
        if here:
            length, thing = max(here, key=lambda pair: pair[0])
            found.append(_Hit(at, at + length, thing))
        at += max((length for length, _ in here), default=1)
    return found


def _without_translation(hits: list[_Hit]) -> list[_Hit]:
    """A translation asked with its act is a manner of asking for the act, unless it is asked by itself."""
    acts = [hit for hit in hits if hit.thing.name not in ("translation", "apostille")]
    return acts or hits


def _groups(text: str, hits: list[_Hit]) -> Iterator[tuple[Asked, ...]]:
    """Things in a row; those parted by "or" are one group, one named twice is named once."""
    said = vocabulary().split(text)
    group: list[Asked] = []
    end = 0
    for hit in hits:
        if group and not _OR & set(said[end : hit.at]):
            yield tuple(dict.fromkeys(group))
            group = []
        group.append(hit.thing)
        end = hit.end
    if group:
        yield tuple(dict.fromkeys(group))


def _stands(text: str, phrases: Phrases) -> bool:
    said = vocabulary().split(text)
    return any(starts(said, at, phrase) for at in range(len(said)) for phrase in phrases)


def _is_a_demand(passage: Passage) -> bool:
    if passage.item:
        return any(char.isalpha() for char in passage.text)
    return not passage.line.rstrip().endswith(":") and not says_neither(passage.text)
