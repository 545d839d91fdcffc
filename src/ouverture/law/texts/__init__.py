"""The texts the rules quote: articles word for word, and the statements of our sources where no article is held.

`python -m ouverture.law.texts CSS D160-2` lists the held versions of an article with the digest a rule must pin.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files


@dataclass(frozen=True)
class Held:
    """One text held: an article's version, or (``official`` false) a statement of a facts file with its own sources."""

    code: str
    article: str
    version: str
    since: date
    until: date | None
    text: str
    official: bool

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the text, as rules pin it."""
        return sha256(self.text.encode()).hexdigest()[:16]


@cache
def held() -> dict[str, Held]:
    """Every text held, by version id (Légifrance id, or "file:row" for a statement)."""
    return {
        text.version: text for text in (*_articles("articles.jsonl"), *_articles("superseded.jsonl"), *_statements())
    }


def _lines(name: str) -> Iterator[dict[str, str]]:
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _articles(name: str) -> Iterator[Held]:
    for row in _lines(name):
        until = date.fromisoformat(row["to"]) if row["to"] else None
        since = date.fromisoformat(row["from"])
        yield Held(row["code"], row["article"], row["legiarti"], since, until, row["text"], official=True)


def _statements() -> Iterator[Held]:
    for row in _lines("statements.jsonl"):
        version = f"{row['file']}:{row['row']}"
        yield Held(row["file"], row["row"], version, date.min, None, row["text"], official=False)
