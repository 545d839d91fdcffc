"""A few words that stand alone, such as the status of a page: known as they are written, or asked, never guessed."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ouverture.wording.messages.answers import Choice, Nearest, Recognised
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.entry import Entry
from ouverture.wording.messages.features import plain_words
from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.other_offices import names_us, who_else_refuses, words_of_other_matters
from ouverture.wording.messages.ranking import Ranked

MOST_WORDS = 7
"""Words above which a text is more than a status."""
SHORTEST_NAME = 3
"""Letters: what is shorter is no name of a sender."""
_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b")
_PART = re.compile(r"[:;,.()]|\s[-–—]\s")


class Status(NamedTuple):
    """What a few words are: the one message and those beside it, or several of which nobody can tell which one."""

    entries: tuple[Entry, ...]
    sure: bool


def told_by_a_status(text: str, ranked: Ranked | None, known: Mapping[str, str]) -> Recognised | Nearest | None:
    """The answer to a text that is a status, with its day or its reason at most; None for any other text."""
    status = _status_of(text)
    if status is None:
        return None
    first, *others = status.entries
    if status.sure:
        named = names_us(fold(text))
        return Recognised(first, 1.0, first.causes_given(dict(known)), tuple(others), named, near=True)
    likely = {entry.id: ranked.of(entry.id) if ranked else 0.0 for entry in status.entries}
    return Nearest(tuple(Choice(entry, (), likely[entry.id]) for entry in status.entries), elsewhere=True)


def _status_of(text: str) -> Status | None:
    """The status that the text is, or, of those that its parts are, the one that tells most."""
    folded = plain_words(text)
    if len(folded.split()) > MOST_WORDS or words_of_other_matters(folded) or who_else_refuses(folded):
        return None
    undated = _DATE.sub(" ", text)
    parts = (undated, *_PART.split(undated))
    found = [status for part in parts if (status := _statuses().get(_bare(plain_words(part))))]
    if found and _stands_under_a_name(undated):
        return Status(found[0].entries, sure=False)
    return next((status for status in found if status.sure), found[0] if found else None)


def _stands_under_a_name(text: str) -> bool:
    """Whether a word that we never say stands before a colon: whoever bears that name may have written it."""
    heading, colon, _ = text.partition(":")
    known = {word for status in _statuses() for word in status.split()}
    return bool(colon) and not all(word in known or len(word) < SHORTEST_NAME for word in _bare(fold(heading)).split())


def _bare(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in _data()["left_out"])


@cache
def _statuses() -> Mapping[str, Status]:
    entries = {entry.id: entry for entry in all_messages()}
    found: dict[str, Status] = {}
    for row in _data()["status"]:
        names = row.get("one_of") or [row["is"], *row.get("beside", [])]
        status = Status(tuple(entries[name] for name in names), sure="is" in row)
        found |= {_bare(plain_words(words)): status for words in row["words"]}
    return found


@cache
def _data() -> Mapping[str, Any]:
    text = files("ouverture.wording").joinpath("data/short_statuses.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
