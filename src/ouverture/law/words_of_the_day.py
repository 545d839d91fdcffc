"""Whether the words a rule quotes were the law's words on a day, and what is said when they were not."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from ouverture.clock.day_words import day_in_words
from ouverture.law.texts import held, version_on, versions
from ouverture.rules.rulebook import Rule, Source
from ouverture.text import Text

Standing = Literal["stand", "statement", "said_otherwise", "not_held", "no_text"]
"""The quote: stands on the day; is our sources' statement; was worded otherwise; text not held; no text that day."""

DOUBTFUL: frozenset[Standing] = frozenset({"said_otherwise", "not_held", "no_text"})


class WordsOfTheDay(NamedTuple):
    """How the quote stands on a day, and the sentence that says so when it does not simply stand."""

    standing: Standing
    says: Text | None = None


@cache
def words_of_the_day(rule: Rule, day: date) -> WordsOfTheDay:
    """How the quote of ``rule`` stands on ``day``."""
    source = rule.source
    standing = _standing(source, rule.quote, day)
    said = {"said_otherwise": _said_otherwise, "not_held": _not_held, "no_text": _no_text}.get(standing)
    return WordsOfTheDay(standing, said(source, day) if said else None)


def _standing(source: Source, quote: str, day: date) -> Standing:
    if not source.official:
        return "statement"
    if (source.code, source.article) not in versions():
        return "stand" if source.since <= day and (source.until is None or day < source.until) else "not_held"
    version = version_on(source.code, source.article, day)
    if version is None:
        return "no_text"
    if version.version not in held():
        return "not_held"
    return "stand" if in_one_line(quote) in in_one_line(held()[version.version].text) else "said_otherwise"


def in_one_line(text: str) -> str:
    """The text with every run of white space as one space: copies of a code break lines where they like."""
    return " ".join(text.split())


def _said_otherwise(source: Source, day: date) -> Text:
    since, on = day_in_words(source.since), day_in_words(day)
    return Text(
        f"Les mots cités sont ceux du texte du {since.fr} ; le texte du {on.fr} le disait autrement.",
        f"The words quoted are those of the text of {since.en}; the text of {on.en} was worded otherwise.",
    )


def _not_held(source: Source, day: date) -> Text:
    since, on = day_in_words(source.since), day_in_words(day)
    return Text(
        f"Le texte du {on.fr} n'est pas détenu ici ; les mots cités sont ceux du texte du {since.fr}.",
        f"The text of {on.en} is not held here; the words quoted are those of the text of {since.en}.",
    )


def _no_text(source: Source, day: date) -> Text:
    on, first = day_in_words(day), day_in_words(versions()[source.code, source.article][0].since)
    rests = _rests_on().get(source.citation)
    if rests is None:
        return Text(
            f"{source.citation} n'avait pas de texte le {on.fr} ; la réponse repose sur ce que disent nos sources.",
            f"{source.citation} had no text on {on.en}; the answer rests on what our sources say.",
        )
    return Text(
        f"{source.citation} n'avait pas de texte le {on.fr} (le premier est du {first.fr}) ; la réponse repose alors "
        f"sur {rests.fr}.",
        f"{source.citation} had no text on {on.en} (the first is of {first.en}); the answer then rests on {rests.en}.",
    )


@cache
def _rests_on() -> Mapping[str, Text]:
    raw = files("ouverture.law.texts").joinpath("before.toml").read_text(encoding="utf-8")
    return {citation: Text(**words) for citation, words in tomllib.loads(raw).items()}
