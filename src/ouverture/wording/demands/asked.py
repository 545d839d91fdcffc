"""What offices ask for and in which words, from ``data/papers.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.evidence.limits import LIMITS
from ouverture.evidence.papers import PAPERS
from ouverture.text import Text
from ouverture.wording.plain_words import words

_LIMIT_NAMES = frozenset(limit.name for limit in LIMITS)

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Asked:
    """A thing asked for. The head of the data file explains each field."""

    name: str
    label: Text
    papers: tuple[str, ...]
    limits: frozenset[str]
    narrow: bool
    perhaps: Text | None
    phrases: Phrases


@dataclass(frozen=True)
class Manner:
    """A way of asking ("the original", "under three months old") and the limit that it may meet."""

    limit: str
    about: frozenset[str]
    phrases: Phrases


@dataclass(frozen=True)
class Matter:
    """Something else that a letter may be about, where the list of the claim does not judge."""

    name: str
    says: Text
    words: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Everything the file holds; ``words``: how a letter asks, receives, or says neither."""

    asked: tuple[Asked, ...]
    manners: tuple[Manner, ...]
    matters: tuple[Matter, ...]
    words: Mapping[str, tuple[str, ...]]
    small: frozenset[str]
    same: Mapping[str, str]

    def split(self, text: str) -> tuple[str, ...]:
        """The words of a passage that count."""
        return words(text, self.small, self.same)


@cache
def vocabulary() -> Vocabulary:
    """The words offices use; raises ValueError naming the entry whose paper or limit does not exist."""
    data = tomllib.loads(files("ouverture.wording").joinpath("data/papers.toml").read_text(encoding="utf-8"))
    small, same = frozenset(data["small_words"]), data["same_words"]

    def phrases(row: dict[str, Any]) -> Phrases:
        return tuple(dict.fromkeys(words(phrase, small, same) for phrase in (*row["fr"], *row["en"])))

    return Vocabulary(
        tuple(_asked(row, phrases(row)) for row in data["asked"]),
        tuple(_manner(row, phrases(row)) for row in data["manner"]),
        tuple(Matter(row["name"], Text(**row["says"]), tuple(row["words"])) for row in data["matter"]),
        {name: tuple(said) for name, said in data["words"].items()},
        small,
        same,
    )


def _asked(row: dict[str, Any], phrases: Phrases) -> Asked:
    name, papers, limits = row["name"], tuple(row["papers"]), frozenset(row.get("limits", ()))
    _check(name, {*papers} - PAPERS.keys(), limits - _LIMIT_NAMES)
    if not papers and "label" not in row:
        raise ValueError(f"papers.toml, {name}: give a label, no paper has one.")
    label = Text(**row["label"]) if "label" in row else PAPERS[papers[0]].label
    perhaps = Text(**row["perhaps"]) if "perhaps" in row else None
    return Asked(name, label, papers, limits, row.get("narrow", False), perhaps, phrases)


def _manner(row: dict[str, Any], phrases: Phrases) -> Manner:
    _check(row["limit"], set(), {row["limit"]} - _LIMIT_NAMES)
    return Manner(row["limit"], frozenset(row["about"]), phrases)


def _check(name: str, no_papers: set[str], no_limits: set[str] | frozenset[str]) -> None:
    for kind, unknown in (("paper", no_papers), ("limit", no_limits)):
        if unknown:
            raise ValueError(f"papers.toml, {name}: no {kind} is called {', '.join(sorted(unknown))}.")
