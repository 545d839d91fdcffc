"""Nationalities in words ("américaine", "British"), each leading to the country it is of."""

import re
from functools import cache

from ouverture.places.countries import by_iso2, search
from ouverture.places.country import Country
from ouverture.places.country_index import folded
from ouverture.places.shelf import rows_of

_SILENT = frozenset(
    {"citizen", "national", "passport", "citoyen", "citoyenne", "ressortissant", "ressortissante", "nationalite",
     "nationality", "passeport", "de"}
)  # fmt: skip
"""Words that stand beside a nationality and say nothing more."""
_BETWEEN = re.compile(r"\s*(?:[/,;&+]|\bet\b|\band\b|\bou\b|\bor\b)\s*", re.IGNORECASE)


def several_nations(said: str) -> tuple[Country, ...]:
    """The countries of somebody who names two nationalities or more ("US/FR", "française et marocaine"); else none."""
    parts = [nations_named(part) for part in _BETWEEN.split(said[:100]) if part]
    return tuple(found[0] for found in parts) if len(parts) > 1 and all(len(found) == 1 for found in parts) else ()


def nations_named(said: str) -> tuple[Country, ...]:
    """Every country that ``said`` may designate: a nationality, a country's name or code, a province. Never raises."""
    plain = " ".join(word for word in folded(said[:100]).split() if word not in _SILENT)
    return _words().get(plain) or search(said) or search(plain)


@cache
def _words() -> dict[str, tuple[Country, ...]]:
    found: dict[str, dict[Country, None]] = {}
    for row in rows_of("nationality_words.csv"):
        for word in row["words"].split(";"):
            found.setdefault(folded(word), {})[by_iso2(row["iso2"])] = None
    return {word: tuple(countries) for word, countries in found.items()}
