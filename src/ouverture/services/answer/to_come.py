"""A text that is announced and not law yet: what it would end, what it would make of an amount, from a day on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from ouverture.law.rulebook import rulebook
from ouverture.pricing.thresholds import Name, Threshold, threshold
from ouverture.rules.rulebook import Ground, Rulebook
from ouverture.text import Text


@dataclass(frozen=True, slots=True)
class NewAmount:
    """What an amount of resources would be: euros by size of the home, from one person on."""

    name: Name
    place: str
    euros: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class TextToCome:
    """One announced text. ``ends``: names of grounds nobody is covered by from its day on; ``quote``: its words."""

    name: str
    citation: str
    says: Text
    quote: Text
    ends: tuple[str, ...] = ()
    amounts: tuple[NewAmount, ...] = ()

    @property
    def ended(self) -> tuple[Ground, ...]:
        """The grounds that it ends."""
        return tuple(one for one in rulebook().grounds if one.name in self.ends and one.until is None)


@dataclass(frozen=True, slots=True)
class LawToRead:
    """The law as it stands, or with one announced ``text`` in force from ``since`` on."""

    text: TextToCome | None = None
    since: date = date.max

    @property
    def book(self) -> Rulebook:
        """Its rules and grounds."""
        return _book(self.text.ends, self.since) if self.text else rulebook()

    def threshold(self, name: Name, on: date, household: int = 1, place: str = "mainland") -> Threshold | None:
        """An amount of resources on a day, as ``pricing.thresholds`` gives it."""
        held = threshold(name, on, household, place)
        new = self._new(name, place) if on >= self.since else None
        if held is None or new is None or household > len(new.euros) or self.text is None:
            return held
        euros, words = new.euros[household - 1], self.text.citation
        return replace(held, euros=euros, since=self.since, text=words, certainty="H", doubt=Decimal(0))

    def _new(self, name: str, place: str) -> NewAmount | None:
        every = self.text.amounts if self.text else ()
        return next((one for one in every if (one.name, one.place) == (name, place)), None)


AS_IT_STANDS = LawToRead()


@cache
def _book(ends: tuple[str, ...], since: date) -> Rulebook:
    whole = rulebook()
    grounds = (replace(one, until=since) if one.name in ends and one.until is None else one for one in whole.grounds)
    return Rulebook(whole.facts.values(), whole.rules, grounds)


def read_texts(toml: str) -> tuple[TextToCome, ...]:
    """The texts of a TOML file, a table each; raises KeyError for a part that is missing or names no ground."""
    return tuple(_text(name, row) for name, row in tomllib.loads(toml, parse_float=Decimal).items())


def _text(name: str, row: Mapping[str, Any]) -> TextToCome:
    known = {one.name for one in rulebook().grounds}
    if beyond := set(row.get("ends", ())) - known:
        raise KeyError(f"{name}: {', '.join(sorted(beyond))} is no ground")
    amounts = (
        NewAmount(one["name"], one["place"], tuple(map(Decimal, one["euros"]))) for one in row.get("amounts", ())
    )
    return TextToCome(
        name, row["citation"], Text(**row["says"]), Text(**row["quote"]), tuple(row.get("ends", ())), tuple(amounts)
    )
