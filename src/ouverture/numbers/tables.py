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


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(_text(name).splitlines())


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


@cache
def departments() -> dict[str, tuple[Department, ...]]:
    """Department code -> what it stood for, oldest meaning first (service-public F33078, Insee COG)."""
    found: dict[str, tuple[Department, ...]] = {}
    for row in _rows("departments.csv"):
        meaning = Department(
            Text(row["name_fr"], row["name_en"]),
            _day(row["born_from"]) if row["outside_dates"] != "accept" else None,
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
        for row in _rows("countries.csv")
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
        for row in _rows("former_communes.csv")
    }


@cache
def extension_codes() -> dict[str, str]:
    """Overflow code of a commune with too many births -> its ordinary code. Incomplete: stops at 75314."""
    return {row["extension_code"]: row["commune_code"] for row in _rows("extension_codes.csv")}


@cache
def caisses() -> dict[str, Caisse]:
    """Caisse code, three digits -> name and successor (CNAM nomenclature, 2020)."""
    return {row["code"]: Caisse(row["name"], row["successor_code"]) for row in _rows("caisses.csv")}
