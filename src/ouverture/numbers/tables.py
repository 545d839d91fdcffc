"""The reference tables of this package, each read once, when first needed."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.text import Text


class Department(NamedTuple):
    """A code of two or three characters, and for which births it stood for what."""

    name: Text
    born_from: date | None
    born_until: date | None
    refused_outside_dates: bool
    country_code: str


class Country(NamedTuple):
    """A country code of the Insee (99 and three digits): present State, territory, or former State."""

    name: Text
    iso: tuple[str, ...]
    insee_label: str
    former: bool
    also_recorded_as: tuple[str, ...]
    wider_before: bool
    conflicting: bool


class FormerCommune(NamedTuple):
    """A commune code that is no longer in use and the commune that has its territory now."""

    name: str
    current_code: str
    current_name: str


class Caisse(NamedTuple):
    """A caisse code found in old provisional numbers; ``successor`` is set when the caisse was closed."""

    name: str
    successor: str


def _text(name: str) -> str:
    return (files("ouverture.numbers") / "data" / name).read_text(encoding="utf-8")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of the CSV file ``name`` of this package, keyed by its header."""
    yield from csv.DictReader(_text(name).splitlines())


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


@cache
def departments() -> dict[str, tuple[Department, ...]]:
    """Department code -> what it stood for, oldest meaning first (service-public F33078, Insee COG)."""
    found: dict[str, tuple[Department, ...]] = {}
    for row in rows("departments.csv"):
        meaning = Department(
            Text(row["name_fr"], row["name_en"]),
            _day(row["born_from"]),
            _day(row["born_until"]),
            row["outside_dates"] == "refuse",
            row["country_code"],
        )
        found[row["code"]] = (*found.get(row["code"], ()), meaning)
    return found


@cache
def countries() -> dict[str, Country]:
    """Insee country code (five digits, 99 first) -> country (Insee COG 2016 to 2026)."""
    return {
        row["code"]: Country(
            Text(row["name_fr"], row["name_en"]),
            (*row["iso2"].split(), *row["iso3"].split()),
            row["insee_label"],
            row["status"] == "former",
            tuple(row["also_recorded_as"].split()),
            bool(row["wider_before"]),
            row["certainty"].startswith("conflict"),
        )
        for row in rows("countries.csv")
    }


@cache
def communes() -> dict[str, str]:
    """Insee commune code -> name, communes of 2026 (Insee COG)."""
    # No name holds a comma or a quote, and this is faster than the csv module.
    rows = (line.partition(",") for line in _text("communes.csv").splitlines()[1:])
    return {code: name for code, _, name in rows}


@cache
def former_communes() -> dict[str, FormerCommune]:
    """Former commune code -> the commune of today (Insee COG 2026, without dates)."""
    return {
        row["former_code"]: FormerCommune(row["former_name"], row["current_code"], row["current_name"])
        for row in rows("former_communes.csv")
    }


class DatedPlace(NamedTuple):
    """A code of a place that begins or ends on a known day, and the code of the same ground before or after."""

    name: Text
    born_from: date | None
    born_until: date | None
    other_code: str


@cache
def dated_places() -> dict[str, DatedPlace]:
    """Codes that served for some births only (Insee COG): code -> place, first and last day.

    Beside the rows of the file: communes that changed département on 1 January 1968 lost their code then.
    """
    found = {
        row["code"]: DatedPlace(
            Text(row["name_fr"], row["name_en"]), _day(row["born_from"]), _day(row["born_until"]), row["other_code"]
        )
        for row in rows("dated_places.csv")
    }
    last = date(1967, 12, 31)
    for code, former in former_communes().items():
        if code[:2] != former.current_code[:2] and code[:2] in _DIVIDED_IN_1968:
            name = former.name or former.current_name
            found.setdefault(code, DatedPlace(Text(name, name), None, last, former.current_code))
    return found


_DIVIDED_IN_1968 = frozenset({"75", "78"})
"""Seine and Seine-et-Oise, whose communes went to six new départements."""


@cache
def extension_codes() -> dict[str, str]:
    """Overflow code of a commune with too many births -> its ordinary code. Incomplete: stops at 75314."""
    return {row["extension_code"]: row["commune_code"] for row in rows("extension_codes.csv")}


@cache
def caisses() -> dict[str, Caisse]:
    """Caisse code, three digits -> name and successor (CNAM nomenclature, 2020)."""
    return {row["code"]: Caisse(row["name"], row["successor_code"]) for row in rows("caisses.csv")}
