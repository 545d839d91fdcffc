"""A place of birth as someone declares it: an Insee code, a country by code or name, or the name of a commune."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ouverture.numbers.birthplace import commune_codes
from ouverture.numbers.tables import communes, countries, departments, former_communes

FRANCE = frozenset({"99100"})
_CODE = re.compile(r"\d{5}|2[AB]\d{3}", re.ASCII)


def declared_codes(place: str) -> frozenset[str]:
    """Every Insee code the declared place can mean; empty when it is not known, ``FRANCE`` for the whole country.

    A country brings the codes it is or was also recorded under (Insee COG; successors of former States unverified).
    """
    written = place.strip().upper()
    if _CODE.fullmatch(written):
        return country_codes(written) if written.startswith("99") else commune_codes(written)
    return _codes_by_name().get(_folded(place), frozenset())


def country_codes(code: str) -> frozenset[str]:
    """A country code and the codes of the States it came from, went to, or was counted with."""
    country = countries().get(code)
    back = {other for other, row in countries().items() if code in row.also_recorded_as}
    return frozenset({code, *(country.also_recorded_as if country else ()), *back})


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().split())


@cache
def _codes_by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, country in countries().items():
        for name in (*country.name, country.insee_label, *country.iso):
            found.setdefault(_folded(name), set()).update(country_codes(code))
    for code, commune in communes().items():
        found.setdefault(_folded(commune), set()).update(commune_codes(code))
    for code, former in former_communes().items():
        if former.name:
            found.setdefault(_folded(former.name), set()).update(commune_codes(code))
    for name, codes in _departments_by_name():
        found.setdefault(_folded(name), set()).update(codes)
    return {name: frozenset(codes) for name, codes in found.items()}


def _departments_by_name() -> Iterator[tuple[str, set[str]]]:
    """Each present department or overseas territory, with all its communes."""
    by_prefix: dict[str, set[str]] = {}
    for code in communes():
        by_prefix.setdefault(code[:2], set()).add(code)
        by_prefix.setdefault(code[:3], set()).add(code)
    for prefix, rows in departments().items():
        yield from ((row.name.fr, by_prefix.get(prefix, set())) for row in rows if row.born_until is None)
