"""How letters refuse, from ``data/refusals.toml``: words to look for and sentences to say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.text import Text
from ouverture.wording.plain_words import starts, words

Words = tuple[str, ...]


@dataclass(frozen=True)
class DecisionKind:
    """What may be refused, the clock's rule and the body that go with it; ``not_held`` where we have neither."""

    name: str
    label: Text
    phrases: tuple[Words, ...]
    anywhere: bool
    rule: str | None
    way: str | None
    not_held: Text | None


@dataclass(frozen=True)
class ReasonKind:
    """A reason, how letters say it, and what can be answered."""

    name: str
    label: Text
    phrases: tuple[Words, ...]
    answer: Text
    articles: tuple[str, ...]
    rows: tuple[str, ...]


@cache
def data() -> dict[str, Any]:
    """The file as it stands."""
    return tomllib.loads(files("ouverture.wording").joinpath("data/refusals.toml").read_text(encoding="utf-8"))


def split(text: str) -> Words:
    """The words of ``text`` that count."""
    return words(text, frozenset(data()["small_words"]))


def place(said: Words, phrases: Iterable[Words]) -> int | None:
    """Where the first of ``phrases`` begins in ``said``; None when none stands there."""
    known = tuple(phrases)
    return next((at for at in range(len(said)) if any(starts(said, at, phrase) for phrase in known)), None)


def has(text: str, name: str) -> bool:
    """Whether ``text`` holds a word or phrase of that list."""
    return place(split(text), listed(name)) is not None


@cache
def listed(name: str) -> tuple[Words, ...]:
    """The phrases of a list of the file."""
    return _phrases(data()["words"][name])


@cache
def ways() -> dict[str, tuple[Words, ...]]:
    """How each body that hears an appeal is named."""
    return {name: _phrases(said) for name, said in data()["ways"].items()}


@cache
def decision_kinds() -> tuple[DecisionKind, ...]:
    """What may be refused, in the order in which it is looked for; the last stands for the rest."""
    return tuple(_decision(row) for row in data()["decision"])


@cache
def reason_kinds() -> tuple[ReasonKind, ...]:
    """The reasons that are recognised."""
    return tuple(_reason(row) for row in data()["reason"])


def sentence(name: str, **filling: str | Text) -> Text:
    """The sentence ``name``, filled."""
    return Text(**data()["sentences"][name]).filled(**filling)


def _phrases(said: Iterable[str]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(split(phrase) for phrase in said))


def _decision(row: dict[str, Any]) -> DecisionKind:
    not_held = Text(**row["not_held"]) if "not_held" in row else None
    phrases = _phrases(row["words"])
    label, anywhere = Text(**row["label"]), row.get("anywhere", False)
    return DecisionKind(row["name"], label, phrases, anywhere, row.get("rule"), row.get("way"), not_held)


def _reason(row: dict[str, Any]) -> ReasonKind:
    label, answer = Text(**row["label"]), Text(**row["answer"])
    return ReasonKind(row["name"], label, _phrases(row["phrases"]), answer, tuple(row["articles"]), tuple(row["rows"]))
