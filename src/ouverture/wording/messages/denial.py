"""Which messages a text cannot be, since it denies what they say: "was not sent" (``data/denied.toml``)."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
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

Clause = Mapping[str, Sequence[bool]]
"""Each word of a clause, whole and with its last letters as "*", and whether it is denied at each of its places."""


class Row(NamedTuple):
    """What one message says has happened, and the contrary; each phrase as its words."""

    done: tuple[tuple[str, ...], ...]
    undone: tuple[tuple[str, ...], ...]
    instead: tuple[str, ...]


def denied(text: str) -> Mapping[str, tuple[str, ...]]:
    """The messages that ``text`` denies, by name of entry, each with those that it may be instead."""
    clauses = _clauses(text)
    found = {name: row.instead for name, row in _rows().items() if _is_denied(row, clauses)}
    return {name: tuple(one for one in instead if one not in found) for name, instead in found.items()}


def _is_denied(row: Row, clauses: Sequence[Clause]) -> bool:
    done = _told(row.done, clauses)
    if not all(done) or (not row.done and _denies_or_refuses(clauses)):
        return False
    return bool(done) or not all(_told(row.undone, clauses))


def _told(wanted: Iterable[tuple[str, ...]], clauses: Sequence[Clause]) -> list[bool]:
    """For each of the ``wanted`` phrases that a clause has, whether it is denied there."""
    wanted = tuple(wanted)
    return [
        any(clause[words[-1]])
        for clause in clauses
        for words in wanted
        if all(word in clause for word in words)
    ]  # fmt: skip


def _denies_or_refuses(clauses: Sequence[Clause]) -> bool:
    return any(any(map(any, clause.values())) for clause in clauses) or bool(_told(_refused(), clauses))


def _clauses(text: str) -> tuple[Clause, ...]:
    parts = (part for raw in _END_OF_CLAUSE.split(text) for part in _LINK.split(f" {fold(raw)} "))
    return tuple(_read(words) for part in parts if (words := part.split()) and not _only_supposes(words))


def _read(words: Sequence[str]) -> Clause:
    found: dict[str, list[bool]] = {}
    places = _denied_places(words)
    for place, word in enumerate(words):
        stems = (f"{word[: len(word) - less]}*" for less in range(MORE_LETTERS + 1))
        for term in (word, *stems):
            found.setdefault(term, []).append(place in places)
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


def _phrases(written: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(words for one in written for words in (_refused() if one == "@refused" else [tuple(one.split())]))


@cache
def _refused() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split()) for one in _data()["refused"])


@cache
def _rows() -> Mapping[str, Row]:
    return {
        name: Row(_phrases(row.get("done", ())), _phrases(row.get("undone", ())), tuple(row.get("instead", ())))
        for name, row in _data()["message"].items()
    }


@cache
def _data() -> Mapping[str, Any]:
    text = files("ouverture.wording").joinpath("data/denied.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
