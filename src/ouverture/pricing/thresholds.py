"""Amounts of resources by date, place and size of the home: C2S, AME, RSA, ASPA; is an income above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from ouverture.pricing.rows import Certainty, read_table
from ouverture.text import Text

Name = Literal["c2s_free", "c2s_with_participation", "ame", "rsa", "aspa"]
NAMES: tuple[Name, ...] = ("c2s_free", "c2s_with_participation", "ame", "rsa", "aspa")
SAME_AS: Mapping[str, str] = {"ame": "c2s_free"}
"""CASF L251-1: the AME has the ceiling of the free C2S."""
NOT_BOUND = ("mayotte",)
"""Places of which no source says which ceiling holds."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One amount, in euros a ``period``, with where it was read. ``doubt``: publishers differ by less than that."""

    name: str
    label: Text
    euros: Decimal
    period: str
    doubt: Decimal
    since: date
    text: str
    source: str
    checked_on: date
    certainty: Certainty

    def above(self, income: Decimal) -> bool | None:
        """Whether the income is over the amount; None when it is at the limit, too near to tell."""
        if abs(income - self.euros) < self.doubt:
            return None
        return income > self.euros


def threshold(name: Name, on: date, household: int = 1, place: str = "mainland") -> Threshold | None:
    """The amount on a day for a home of that size; None when that day, size or place is not held.

    ``place``: "mainland", or "overseas" for the collectivities of L751-1. Raises ValueError for a home of nobody.
    """
    if household < 1:
        raise ValueError("household: a home has at least one person")
    wanted = SAME_AS.get(name, name)
    held = _shelf().get((wanted, place if wanted.startswith("c2s") else "mainland"))
    if held is None or place in NOT_BOUND:
        return None
    body = next((each for each in reversed(held["values"]) if each["since"] <= on), None)
    euros = _of_household(body["people"], household) if body else None
    if body is None or euros is None:
        return None
    return Threshold(
        name=name,
        label=Text(**held["label"]),
        euros=euros,
        period=held["period"],
        doubt=Decimal(body.get("doubt", held["doubt"])),
        since=body["since"],
        text=held["text"] if name == wanted else f"CASF L251-1; {held['text']}",
        source=body["source"],
        checked_on=body["checked_on"],
        certainty=body["certainty"],
    )


def _of_household(people: list[Any], household: int) -> Decimal | None:
    """The amount for a home; the fifth figure, when there is one, is of each further person."""
    further = len(people) > 4
    sizes = people[:4] if further else people
    if household <= len(sizes):
        return Decimal(sizes[household - 1])
    return Decimal(sizes[-1]) + Decimal(people[-1]) * (household - len(sizes)) if further else None


@cache
def _shelf() -> Mapping[tuple[str, str], Mapping[str, Any]]:
    return {(body["name"], body["place"]): body for body in read_table("thresholds")["threshold"]}
