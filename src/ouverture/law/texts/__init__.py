"""The texts the rules quote: articles word for word, and the statements of our sources where no article is held.

`versions` knows the true dates of every version since 2016, also of those whose words are not held: it is what says
that a quote stands on a day, and it corrects an end date that the file of a text gives too late.

`python -m ouverture.law.texts CSS D160-2` lists the held versions of an article with the digest a rule must pin.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files


@dataclass(frozen=True)
class Held:
    """One text held: an article's version, or (``official`` false) a statement of a facts file with its own sources.

    ``since`` is ``date.min`` when the copy does not print its first day.
    """

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


@dataclass(frozen=True, slots=True)
class Version:
    """The dates of one version of an article: in force from ``since`` to the day before ``until`` (None: open)."""

    version: str
    since: date
    until: date | None
    sha256: str

    def in_force(self, day: date) -> bool:
        """Whether this is the text of ``day``."""
        return self.since <= day and (self.until is None or day < self.until)


@cache
def held() -> dict[str, Held]:
    """Every text held, by version id: Légifrance's, "code-article-day" for other codes, "file:row" for a statement."""
    articles = (*_articles("articles.jsonl"), *_articles("superseded.jsonl"), *_articles("other_codes.jsonl"))
    return {text.version: text for text in (*articles, *_statements())}


FACTS_FILES = {"": "affiliation", "after": "after_admission", "turn2": "turn2_confirmed"}
"""How a row of a facts file is written for short ("A8", "after/trap-6", "turn2/4b") and the file it stands in."""


def version_of_row(row: str) -> str:
    """The id of the statement held for a row: "A8" is "affiliation:A8". Raises KeyError for an unknown file."""
    short, _, name = row.rpartition("/")
    return f"{FACTS_FILES[short]}:{name.replace('-', ' ').replace('_', ' ')}"


@cache
def versions() -> Mapping[tuple[str, str], tuple[Version, ...]]:
    """Every version since 2016, oldest first, by (code, article): those of the codes whose history is known."""
    found: dict[tuple[str, str], list[Version]] = {}
    for row in csv.DictReader(files(__name__).joinpath("versions.csv").read_text(encoding="utf-8").splitlines()):
        until = date.fromisoformat(row["to"]) if row["to"] else None
        one = Version(row["legiarti"], date.fromisoformat(row["from"]), until, row["sha256_of_text"])
        found.setdefault((row["code"], row["article"]), []).append(one)
    return {article: tuple(sorted(dated, key=lambda one: one.since)) for article, dated in found.items()}


def version_on(code: str, article: str, day: date) -> Version | None:
    """The version of an article in force on ``day``; None when it had none, or when its history is not known."""
    return next((one for one in versions().get((code, article), ()) if one.in_force(day)), None)


@cache
def _true_ends() -> Mapping[str, date | None]:
    return {one.version: one.until for dated in versions().values() for one in dated}


def _lines(name: str) -> Iterator[dict[str, str]]:
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _articles(name: str) -> Iterator[Held]:
    for row in _lines(name):
        since = date.fromisoformat(row["from"]) if row["from"] else date.min
        version = row["legiarti"] or f"{row['code']}-{row['article']}-{row['from'] or row['state']}"
        until = _true_ends().get(version, date.fromisoformat(row["to"]) if row["to"] else None)
        yield Held(row["code"], row["article"], version, since, until, row["text"], official=True)


def _statements() -> Iterator[Held]:
    for row in _lines("statements.jsonl"):
        version = f"{row['file']}:{row['row']}"
        yield Held(row["file"], row["row"], version, date.min, None, row["text"], official=False)
