"""Folding a pasted text: accents, case, lookalike letters and invisible characters no longer matter."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""Categories that leave no letter: invisible characters, and accents once taken off their letter."""
_END_OF_SENTENCE = re.compile(r"[.!?;:](?=\s|$)|\n\s*\n|[«»\"“”…]")


def fold(text: str) -> str:
    """``text`` in plain small letters and digits, words parted by one space: "Сᴀʀᴛᴇ" gives "carte"."""
    if text.isascii():
        return " ".join(_NOT_A_WORD.sub(" ", text.lower()).split())
    plain = unicodedata.normalize("NFKD", _without_lookalikes(text)).casefold()
    bare = _NOT_ASCII.sub(_seen, _without_lookalikes(plain))
    return " ".join(_NOT_A_WORD.sub(" ", bare).split())


def sentences(text: str) -> tuple[str, ...]:
    """The folded sentences of ``text``, in order."""
    return tuple(folded for part in _END_OF_SENTENCE.split(text) if (folded := fold(part)))


def passages(text: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The folded text whole, its ``parts`` (its sentences), and each two in a row: where a known message may stand."""
    pairs = [f"{first} {second}" for first, second in pairwise(parts)]
    return tuple(dict.fromkeys((fold(text), *parts, *pairs)))


def _seen(char: re.Match[str]) -> str:
    return "" if unicodedata.category(char.group()) in _UNSEEN else char.group()


def _without_lookalikes(text: str) -> str:
    return text.translate(_lookalikes())


@cache
def _lookalikes() -> dict[int, str]:
    """The table of ``data/lookalikes.toml``: letters of other scripts to the Latin letter they look like."""
    data = tomllib.loads(files("ouverture.wording").joinpath("data/lookalikes.toml").read_text(encoding="utf-8"))
    return {ord(char): latin for latin, chars in data["letters"].items() for char in chars}
