"""What a person may be a national of (a State, or none), and where they may be born (any country or territory)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.places.country import all_countries
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.text import Text

NO_NATIONALITY = "none"
"""The answer of a stateless person: neither French nor European."""

STATELESS = Text("Aucune (apatride)", "None (stateless)")
WITH_RULES_OF_THEIR_OWN = ("GB", "DZ")
"""Nationals the law names alone: British (withdrawal agreement), Algerians (agreement of 27 December 1968)."""


@cache
def birthplaces() -> dict[str, Text]:
    """Every present country and territory by ISO code, France first, then in the order of the French names."""
    present = {c.iso2: c.name for c in all_countries() if c.iso2 and c.status != "former"}
    return dict(sorted(present.items(), key=lambda country: (country[0] != "FR", country[1].fr)))


@cache
def nationalities() -> dict[str, Text]:
    """Every State whose nationality a person may have, then "none". Nobody is a national of a territory.

    France first, then Europeans, then those with rules of their own: whom the law names together stand side by side, so
    that few bits tell a group of a million persons from the others. Pages list them by the alphabet. Taiwan, Palestine
    and Kosovo give passports of their own, so they stay, whatever States recognise.
    """
    states = {iso2: name for iso2, name in birthplaces().items() if iso2 not in states_of_territories() | to_ask()}
    grouped = ({"FR"}, EU_EEA_SWITZERLAND, *({alone} for alone in WITH_RULES_OF_THEIR_OWN), states)
    order = dict.fromkeys(iso2 for group in grouped for iso2 in states if iso2 in group)
    return {iso2: states[iso2] for iso2 in order} | {NO_NATIONALITY: STATELESS}


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
