"""Which messages a text cannot be, since it denies what they say: "was not sent" (``data/denied.toml``)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ouverture.wording.messages.folding import fold

REACH = 6
"""Words after a negation that it denies, at most."""
MORE_LETTERS = 2
"""What "*" stands for, at most: "accepte*" is "acceptees", never "acceptation"."""
_END_OF_CLAUSE = re.compile(r"[.!?;:,()\n«»\"“”…]+")
_LINK = re.compile(r" (?:mais|but|car|because|et|and|donc|so) ")

_ARABIC = re.compile("[\u0600-\u06ff]")

DENIED, TO_COME = 1, 2
Clause = Mapping[str, Sequence[int]]
"""Each word of a clause, whole and with its last letters as "*"; at each of its places, DENIED, TO_COME or 0."""


Phrases = tuple[tuple[str, ...], ...]
"""Each phrase as its words."""


class Row(NamedTuple):
    """What one message says has happened, and the contrary."""

    done: Phrases
    undone: Phrases
    needs: Phrases
    instead: tuple[str, ...]
    later: tuple[str, ...]
    ended: tuple[str, ...]
    words: frozenset[str]
    """The last word of each phrase done or undone: a text with none of them denies nothing of it."""


def denied(text: str) -> Mapping[str, tuple[str, ...]]:
    """The messages that ``text`` denies, by name of entry, each with those that it may be instead."""
    clauses = _clauses(text)
    asked = bool(_told(_asked(), clauses))
    present = frozenset[str]().union(*clauses)
    found: dict[str, tuple[str, ...]] = {}
    for name, row in _rows().items():
        if not row.needs and row.words.isdisjoint(present):
            continue
        if _is_denied(row, clauses, asked=asked) or (row.needs and _lacks(row.needs, text)):
            found[name] = (*(row.ended if _has_ended(clauses) else ()), *row.instead)
        elif row.later and _is_denied(row, clauses, asked=asked, to_come=True):
            found[name] = row.later
    return {name: tuple(one for one in instead if one not in found) for name, instead in found.items()}


def _is_denied(row: Row, clauses: Sequence[Clause], *, asked: bool, to_come: bool = False) -> bool:
    done = _told(row.done, clauses, to_come=to_come)
    if not all(done) or (not row.done and (asked or _denies_or_refuses(clauses))):
        return False
    return bool(done) or not all(_told(row.undone, clauses))


def _has_ended(clauses: Sequence[Clause]) -> bool:
    return any(DENIED in clause.get(word, ()) for clause in clauses for word in _data()["no_longer"])


def _lacks(needs: Phrases, text: str) -> bool:
    """Whether a text has none of the words without which it is not the message; what is in Arabic is not asked."""
    words = fold(text).split()
    return not _ARABIC.search(text) and not any(word.startswith(need) for (need,) in needs for word in words)


def _told(wanted: Phrases, clauses: Sequence[Clause], *, to_come: bool = False) -> list[bool]:
    """For each of the ``wanted`` phrases that a clause has, whether it is denied there (or only ``to_come``)."""
    against = (DENIED, TO_COME) if to_come else (DENIED,)
    return [
        any(place in against for place in clause[words[-1]])
        for clause in clauses
        for words in wanted
        if all(word in clause for word in words)
    ]


def _denies_or_refuses(clauses: Sequence[Clause]) -> bool:
    return any(DENIED in places for clause in clauses for places in clause.values()) or bool(_told(_refused(), clauses))


def _clauses(text: str) -> tuple[Clause, ...]:
    parts = (part for raw in _END_OF_CLAUSE.split(text) for part in _LINK.split(f" {fold(raw)} "))
    return tuple(_read(words) for part in parts if (words := part.split()) and not _only_supposes(words))


def _read(words: Sequence[str]) -> Clause:
    found: dict[str, list[int]] = {}
    denied_at, to_come_at = _denied_places(words), _places_to_come(words)
    for place, word in enumerate(words):
        stems = (f"{word[: len(word) - less]}*" for less in range(MORE_LETTERS + 1))
        for term in (word, *stems):
            found.setdefault(term, []).append(DENIED if place in denied_at else TO_COME if place in to_come_at else 0)
    return found


def _only_supposes(words: Sequence[str]) -> bool:
    begins = f"{' '.join(words[:3])} "
    return any(begins.startswith(f"{word} ") for word in _data()["supposed"])


def _denied_places(words: Sequence[str]) -> frozenset[int]:
    places: set[int] = set()
    for place, word in enumerate(words):
        if word in _data()["negations"] and not _denies_nothing(words, place):
            places.update(range(place + 1, place + 1 + REACH))
            places.update((place - 1,) if word in _data()["after"] else ())
    return frozenset(places)


def _places_to_come(words: Sequence[str]) -> frozenset[int]:
    after = (range(place + 1, place + 1 + REACH) for place, word in enumerate(words) if word in _data()["to_come"])
    return frozenset(place for places in after for place in places)


def _denies_nothing(words: Sequence[str], place: int) -> bool:
    """Whether it is the sign of a number ("n° 12"), half a word, a request ("n'oubliez pas"), or "ne … que"."""
    data, following = _data(), words[place + 1 : place + 1 + REACH]
    if len(words[place]) == 1 and (place == 0 or (words[place] == "t" and not words[place - 1].endswith("n"))):
        return True
    near = (*words[max(place - 1, 0) : place], *following[:1])
    if any(word.isdigit() or word in data["asks"] for word in near):
        return True
    only = next((step for step, word in enumerate(following) if word in data["only"]), None)
    return words[place] in ("n", "ne") and only is not None and not set(following[:only]) & set(data["after"])


def _phrases(written: Sequence[str]) -> Phrases:
    return tuple(words for one in written for words in (_refused() if one == "@refused" else [tuple(one.split())]))


@cache
def _refused() -> Phrases:
    return tuple(tuple(one.split()) for one in _data()["refused"])


@cache
def _rows() -> Mapping[str, Row]:
    return {name: _row(row) for name, row in _data()["message"].items()}


def _row(written: Mapping[str, Sequence[str]]) -> Row:
    done, undone, needs = (_phrases(written.get(part, ())) for part in ("done", "undone", "needs"))
    instead, later, ended = (tuple(written.get(part, ())) for part in ("instead", "later", "ended"))
    return Row(done, undone, needs, instead, later, ended, frozenset(words[-1] for words in (*done, *undone)))


@cache
def _asked() -> Phrases:
    return _phrases(_data()["asked"])


@cache
def _data() -> Mapping[str, Any]:
    text = files("ouverture.wording").joinpath("data/denied.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
