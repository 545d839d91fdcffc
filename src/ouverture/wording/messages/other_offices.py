"""Whether a text is another office's: the words of other matters, of other senders, and our own."""

import tomllib
from functools import cache
from importlib.resources import files


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


def names_us(whole: str) -> bool:
    """Whether a folded text speaks of health insurance by name: without it, another office may have written it."""
    return any(f" {word} " in f" {whole} " for word in _other_matters()["ours"])


@cache
def _other_matters() -> dict[str, tuple[str, ...]]:
    text = files("ouverture.wording").joinpath("data/other_matters.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}
