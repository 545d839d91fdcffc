"""The countries a person may be a national of, or born in: those of today."""

from functools import cache

from ouverture.places.country import all_countries
from ouverture.text import Text


@cache
def nationalities() -> dict[str, Text]:
    """Every present country by ISO code, France first, then in the order of the French names."""
    present = {c.iso2: c.name for c in all_countries() if c.iso2 and c.status != "former"}
    return dict(sorted(present.items(), key=lambda country: (country[0] != "FR", country[1].fr)))
