"""How a law module names the text it stands on, and writes its rules under it."""

from datetime import date

from ouverture.rules.conditions import Condition
from ouverture.rules.rulebook import Certainty, Rule, Source
from ouverture.text import Text

START = date(2016, 1, 1)
"""The day universal health protection (PUMa) began: nothing older is written here."""


def article(code: str, name: str, version: str, digest: str, since: str, until: str | None = None) -> Source:
    """One version of one article held word for word. ``code``: "CSS", "CRPA". Dates are ISO."""
    ends = date.fromisoformat(until) if until else None
    return Source(code, name, version, digest, date.fromisoformat(since), ends)


def statement(row: str, digest: str, about: str, file: str = "affiliation") -> Source:
    """What a facts file says of a text that is not held: ``about`` names that text ("CASF L251-1")."""
    code, _, name = about.partition(" ")
    return Source(code, name, f"{file}:{row}", digest, START, official=False)


def rule(
    source: Source,
    name: str,
    paragraph: str,
    quote: str,
    when: Condition,
    fr: str,
    en: str,
    rows: str,
    certainty: Certainty = "H",
    since: str | None = None,
    until: str | None = None,
) -> Rule:
    """A rule under its source. ``rows`` are rows of the facts files ("A1 A6 after/M1").

    ``since`` may be older than the wording held, when the facts give the date on which the substance began.
    """
    starts = date.fromisoformat(since) if since else source.since
    ends = date.fromisoformat(until) if until else source.until
    return Rule(name, source, paragraph, quote, when, Text(fr, en), certainty, tuple(rows.split()), starts, ends)
