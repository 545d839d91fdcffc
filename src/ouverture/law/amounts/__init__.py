"""The amounts the law names, dated: ceilings, rates, shares. Each value says its source and the day it was checked.

A value that nobody found is written down as not found: `value` then holds None, and says why. Nothing is guessed from a
neighbouring year.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.law.amounts.figures import in_unit
from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

FILES = ("c2s.toml", "contributions.toml", "penalties.toml", "residence.toml")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount between ``since`` and the day before ``until`` (None: open).

    ``value`` is in ``unit``; ``bands`` are (from, value) pairs when it depends on an age or a rank. Both are empty when
    the amount is not known then. ``version`` and ``quotes`` are the article held that gives it, and its words.
    """

    name: str
    label: Text
    unit: str
    certainty: Certainty
    rows: tuple[str, ...]
    articles: tuple[str, ...]
    since: date | None
    until: date | None
    source: str
    checked_on: date
    says: Text
    value: Decimal | None = None
    bands: tuple[tuple[int, Decimal], ...] = ()
    version: str | None = None
    quotes: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is a value to use."""
        return self.value is not None or bool(self.bands)

    def at(self, place: int) -> Decimal | None:
        """The value of the band that ``place`` (an age, a rank) falls in; None when not known."""
        return next((value for start, value in reversed(self.bands) if start <= place), None)


def value(name: str, on: date) -> Amount:
    """The amount called ``name`` as it stands on the day ``on``; it says so itself when it is not known on that day.

    Raises KeyError, with the nearest name, for a name that is not there.
    """
    dated = history(name)
    for amount in reversed(dated):
        if amount.since is not None and amount.since <= on:
            return amount if amount.until is None or on < amount.until else _between(amount, on)
    return _between(dated[0], on)


def history(name: str) -> tuple[Amount, ...]:
    """Every dated value of an amount, oldest first; raises KeyError for a name that is not there."""
    if name not in _amounts():
        nearest = get_close_matches(name, _amounts(), n=1, cutoff=0.0)[0]
        raise KeyError(f"no amount is called {name}; the nearest name is {nearest}")
    return _amounts()[name]


def names() -> tuple[str, ...]:
    """The names of all amounts, in the order of the files."""
    return tuple(_amounts())


def _between(near: Amount, on: date) -> Amount:
    """The amount on a day for which no value was ever written down."""
    fr = f"{near.label.fr} : pas dans nos sources pour le {on:%d/%m/%Y}."
    en = f"{near.label.en}: not in our sources for {on.isoformat()}."
    head = (near.name, near.label, near.unit, near.certainty, near.rows, near.articles)
    return Amount(*head, None, None, near.source, near.checked_on, Text(fr, en))


@cache
def _amounts() -> Mapping[str, tuple[Amount, ...]]:
    return dict(_read())


def _read() -> Iterator[tuple[str, tuple[Amount, ...]]]:
    for file in FILES:
        text = files(__name__).joinpath(file).read_text(encoding="utf-8")
        for name, row in tomllib.loads(text, parse_float=Decimal).items():
            yield name, tuple(_amount(name, row, dated) for dated in row["values"])


def _amount(name: str, row: Mapping[str, Any], dated: Mapping[str, Any]) -> Amount:
    label = Text(**row["label"])
    number = Decimal(dated["value"]) if "value" in dated else None
    bands = tuple((band["from"], Decimal(band["value"])) for band in dated.get("bands", ()))
    return Amount(
        name=name,
        label=label,
        unit=row["unit"],
        certainty=dated.get("certainty", row["certainty"]),
        rows=tuple(row["rows"]),
        articles=tuple(row["articles"]),
        since=dated["since"],
        until=dated.get("until"),
        source=dated["source"],
        checked_on=dated["checked_on"],
        says=_says(label, in_unit(row["unit"], bands if number is None else ((0, number),)), dated),
        value=number,
        bands=bands,
        version=dated.get("version"),
        quotes=tuple(dated.get("quotes", ())),
    )


def _says(label: Text, shown: Text, dated: Mapping[str, Any]) -> Text:
    if "unknown" in dated:
        return Text(f"{label.fr} : {dated['unknown']['fr']}", f"{label.en}: {dated['unknown']['en']}")
    day, source = dated["checked_on"], Text.in_two(dated["source"])
    return Text(
        f"{label.fr} : {shown.fr} (source : {source.fr}, vérifiée le {day:%d/%m/%Y})",
        f"{label.en}: {shown.en} (source: {source.en}, checked on {day.isoformat()})",
    )
