"""What a person may be a national of (a State, or none), and where they may be born (any country or territory)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.places.country import all_countries
from ouverture.text import Text

NO_NATIONALITY = "none"
"""The answer of a stateless person: neither French nor European."""

STATELESS = Text("Aucune (apatride)", "None (stateless)")


@cache
def birthplaces() -> dict[str, Text]:
    """Every present country and territory by ISO code, France first, then in the order of the French names."""
    present = {c.iso2: c.name for c in all_countries() if c.iso2 and c.status != "former"}
    return dict(sorted(present.items(), key=lambda country: (country[0] != "FR", country[1].fr)))


@cache
def nationalities() -> dict[str, Text]:
    """Every State whose nationality a person may have, France first, then "none". Nobody is a national of a territory.

    Taiwan, Palestine and Kosovo give passports of their own, so they stay, whatever States recognise.
    """
    states = {iso2: name for iso2, name in birthplaces().items() if iso2 not in states_of_territories() | to_ask()}
    return {**states, NO_NATIONALITY: STATELESS}


@cache
def states_of_territories() -> dict[str, str]:
    """The State whose nationality the people of a territory have, by ISO code of the territory."""
    return {territory: state for state, held in _territories()["state"].items() for territory in held}


@cache
def to_ask() -> dict[str, Text]:
    """Territories for which only the person's passport tells: what to write instead, by ISO code."""
    return {territory: Text(**words) for territory, words in _territories()["ask"].items()}


@cache
def _territories() -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath("territories.toml").read_text(encoding="utf-8"))
    return data
