"""Searching a list by a few words: each must begin a word of the title, in either language, accents or not."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from ouverture.places.spelling import fold
from ouverture.text import Text

Item = TypeVar("Item")


def matching(items: Iterable[Item], typed: str, title: Callable[[Item], Text]) -> list[Item]:
    """The items that match, in their order; all of them when nothing was typed."""
    wanted = fold(typed).split()
    return [item for item in items if _matches(wanted, title(item))]


def _matches(wanted: list[str], title: Text) -> bool:
    return any(_has_all(wanted, fold(words).split()) for words in title)


def _has_all(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)
