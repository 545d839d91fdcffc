"""Nationalities in words ("américaine", "British"), each leading to the country it is of."""

from functools import cache

from ouverture.places.countries import by_iso2, search
from ouverture.places.country import Country
from ouverture.places.country_index import folded
from ouverture.places.shelf import rows_of


def nations_named(said: str) -> tuple[Country, ...]:
    """Every country that ``said`` may designate: a nationality, a country's name or code, a province. Never raises."""
    return _words().get(folded(said[:100])) or search(said)


@cache
def _words() -> dict[str, tuple[Country, ...]]:
    found: dict[str, dict[Country, None]] = {}
    for row in rows_of("nationality_words.csv"):
        for word in row["words"].split(";"):
            found.setdefault(folded(word), {})[by_iso2(row["iso2"])] = None
    return {word: tuple(countries) for word, countries in found.items()}
