"""Whether a text is another office's: the words of other matters, of other senders, and our own."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ouverture.text import Text

NEAR = 5
"""Words between who refuses and the refusal, at most."""
BY = frozenset({"par", "by", "from", "por"})
CAISSE = "caisse"


def words_of_other_matters(whole: str) -> frozenset[str]:
    """The words that say a text is about something else (housing, tax, school), or that another office sent it.

    If it speaks of health cover, only the words that name another sender count.
    """
    matters = _other_matters()
    padded = f" {whole} "
    senders = frozenset(word for word in matters["senders"] if f" {word} " in padded)
    if any(f" {word} " in padded for word in matters["ours"]):
        return senders
    for paper in matters["named"]:
        padded = padded.replace(f" {paper} ", " ")
    return senders.union(word for word in matters["words"] if f" {word} " in padded)


def said_by_us_too(words: frozenset[str]) -> bool:
    """Whether letters of ours have all these ``words_of_other_matters`` too, in their own matters."""
    return words <= frozenset(_other_matters()["also_ours"])


def sent_by_anybody(name: str) -> bool:
    """Whether any firm sends a message in the words of the entry of this ``name``: a card is sent."""
    return name in _other_matters()["anybodys"]


def names_us(whole: str) -> bool:
    """Whether a folded text speaks of health insurance by name: without it, another office may have written it."""
    return any(f" {word} " in f" {whole} " for word in _other_matters()["ours"])


def speaks_of_what_is_not_held(whole: str, name: str) -> bool:
    """Whether a folded text is about a matter of ours of which no message is held, save ``name`` when it holds it."""
    table = _not_held()
    return name not in table["holds"] and any(f" {word} " in f" {whole} " for word in table["words"])


@cache
def _not_held() -> dict[str, tuple[str, ...]]:
    text = files("ouverture.wording").joinpath("data/not_held.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@cache
def _other_matters() -> dict[str, tuple[str, ...]]:
    text = files("ouverture.wording").joinpath("data/other_matters.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


class Elsewhere(NamedTuple):
    """Another office, firm or person than the caisse: what that changes, and what to do."""

    says: Text
    act: Text


def rather_another_office() -> Elsewhere:
    """What is said when the words, taken together, are those of another office."""
    return _elsewhere(_deciders()["ranked"])


def who_else_refuses(whole: str) -> Elsewhere | None:
    """The other office, firm or person that refuses, in a folded text; None when the caisse does or nobody is named.

    The first refusal that somebody named just before it, or named after "par" or "by", makes counts.
    """
    words = whole.split()
    for place in range(len(words)):
        if words[place] in _deciders()["refuses"]:
            who = _named_after(words, place) or _named_before(words, place)
            if who:
                return None if who == CAISSE else _elsewhere(_deciders()["decider"][who])
    return None


def _named_before(words: list[str], place: int) -> str:
    """The last one named before the refusal; "" when none is, or when the refusal is suffered."""
    if place and words[place - 1] in _deciders()["passive"]:
        return ""
    return next((who for near in range(1, NEAR + 1) if (who := _who(words, place - near))), "")


def _named_after(words: list[str], place: int) -> str:
    following = words[place + 1 : place + 5]
    by = next((step for step, word in enumerate(following) if word in BY), None)
    if by is None:
        return ""
    return next((who for step in range(1, 5) if (who := _who(words, place + 1 + by + step))), "")


def _who(words: list[str], place: int) -> str:
    """Who is named at this place: "caisse", a kind of decider, or ""."""
    if place < 0 or place >= len(words):
        return ""
    return _named().get(words[place]) or _named().get(" ".join(words[place : place + 2]), "")


@cache
def _named() -> dict[str, str]:
    data = _deciders()
    others = {word: kind for kind, row in data["decider"].items() for word in row["words"]}
    return {**others, **dict.fromkeys(data["caisse"], CAISSE)}


def _elsewhere(row: dict[str, dict[str, str]]) -> Elsewhere:
    return Elsewhere(Text(**row["says"]), Text(**row["act"]))


@cache
def _deciders() -> dict[str, Any]:
    text = files("ouverture.wording").joinpath("data/other_deciders.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
