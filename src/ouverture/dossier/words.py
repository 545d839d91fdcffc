"""The sentences of this room, from its ``data`` folder, and how they are filled with days, papers and names."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.clock.day_words import day_in_words
from ouverture.evidence.papers import PAPERS
from ouverture.places.caisse import caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.text import Text

NO_DAY = Text("une date non connue", "a date not known")


@cache
def table(name: str) -> dict[str, dict[str, Any]]:
    """One table of ``data`` by its name: a file ("promises"), or a folder of one file an aggregate ("refusals")."""
    data = files(__package__).joinpath("data")
    folder = data.joinpath(name)
    if not folder.is_dir():
        return tomllib.loads(data.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, Any]] = {}
    for one in sorted(folder.iterdir(), key=lambda each: each.name):
        found |= tomllib.loads(one.read_text(encoding="utf-8"))
    return found


def filled(words: Text, **values: object) -> Text:
    """``words`` with each {value} said in its language: days in words, papers by their label."""
    return words.filled(**{name: in_words(value) for name, value in values.items()})


def in_words(value: object) -> Text:
    """A day, a paper by name or by its French label, a list of them, or anything else as it is written."""
    if isinstance(value, Text):
        return value
    if value is None:
        return NO_DAY
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, tuple | list | frozenset):
        each = [in_words(one) for one in value]
        return Text(", ".join(one.fr for one in each), ", ".join(one.en for one in each))
    paper = PAPERS.get(str(value))
    return paper.label if paper else _labels().get(str(value)) or Text(str(value), str(value))


@cache
def _labels() -> dict[str, Text]:
    """The label of each paper by its French words: a sheet that leaves for a caisse is named in French."""
    return {paper.label.fr: paper.label for paper in PAPERS.values()}


def sum_in_words(cents: int) -> Text:
    """ "12,34 €" / "€12.34"."""
    sign, (euros, rest) = "-" if cents < 0 else "", divmod(abs(cents), 100)
    return Text(f"{sign}{euros},{rest:02d}\N{NO-BREAK SPACE}€", f"{sign}€{euros}.{rest:02d}")


@cache
def caisse_name(code: str) -> Text:
    """The name of a caisse; its code as it stands, when no caisse we know bears it."""
    try:
        name = caisse_of(code).name
    except PlaceError:
        name = code
    return Text(name, name)


@cache
def stage_words(aggregate: str, stage: str) -> Text:
    """How the stage of an aggregate is said to the person, as the end of a sentence; raises KeyError if unknown."""
    row = table("stages")[aggregate][stage]
    return Text(row["fr"], row["en"])
