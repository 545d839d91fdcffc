"""The words people use for an act, a sector, a place in the pathway: folded, then looked up; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from ouverture.places.spelling import fold
from ouverture.pricing.acts import acts, statuses
from ouverture.pricing.rows import read_table


def act_named(*words: str) -> str | None:
    """The act that the words name: all together, then each alone, the most precise first; None when none does."""
    known, said = _acts(), [fold(word) for word in words if word]
    together = (" ".join(said), " ".join(reversed(said)))
    return next((known[one] for one in (*together, *reversed(said)) if one in known), None)


def nearest_acts(word: str) -> list[str]:
    """Up to three spellings near a word that names no act."""
    return get_close_matches(fold(word), _acts(), n=3, cutoff=0.6)


def situation_named(word: str) -> str | None:
    """The situation that a word names; None when none does."""
    return _situations().get(fold(word))


def field_named(word: str) -> str | None:
    """The field that a key of a file names; None when none does."""
    return _fields().get(fold(word))


def choice_named(list_name: str, word: str) -> str | None:
    """The choice of a list of ``spellings.toml`` ("sectors", "pathways", "labels", "places") that a word names."""
    return _choices(list_name).get(fold(word))


def is_list_of_lines(word: str) -> bool:
    """Whether a key of a file holds the lines."""
    return fold(word) in read_table("spellings")["lists"]["words"]


@cache
def _acts() -> Mapping[str, str]:
    return _turned({name: (*act.spellings, name) for name, act in acts().items()})


@cache
def _situations() -> Mapping[str, str]:
    return _turned({name: (*status.spellings, name) for name, status in statuses().items()})


@cache
def _fields() -> Mapping[str, str]:
    return _turned({name: body["words"] for name, body in read_table("spellings")["fields"].items()})


@cache
def _choices(list_name: str) -> Mapping[str, str]:
    return _turned(read_table("spellings")[list_name])


def _turned(spelled: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return {fold(word): name for name, words in spelled.items() for word in words}


def is_medicine(word: str) -> bool:
    """Whether a word says a medicine without its class."""
    return fold(word) in read_table("spellings")["medicine"]["words"]


def is_pregnancy(word: str) -> bool:
    """Whether a word says a pregnancy, without its month."""
    return fold(word) in read_table("spellings")["pregnancy"]["words"]


def is_refund(word: str) -> bool:
    """Whether a word says a repayment, of whatever it may be: it is no act."""
    said = fold(word)
    return any(said == each or said.startswith(f"{each} ") for each in read_table("spellings")["refund"]["words"])
