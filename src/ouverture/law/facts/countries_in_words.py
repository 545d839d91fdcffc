"""Countries as people name them, read as the answer of a question about a country or a part of the world."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from ouverture.places.country import Country
from ouverture.places.country_index import folded
from ouverture.places.memberships import EEA
from ouverture.places.nationalities import nations_named, several_nations
from ouverture.rules.facts import Fact

COUNTRIES = frozenset({"nationality", "born_in"})
"""Facts whose answer is the code of a country."""
REGIONS = frozenset({"lives_in", "works_in", "pension_from"})
"""Facts whose answer is a part of the world."""
_ANYWHERE_ELSE = ("elsewhere", "other_state")
_WHERE = re.compile(
    r"^(?:(?:en|dans|au|aux|à|du|des|de|in|from)\s+|d['’]\s*)(?:(?:the|la|le|les)\s+|l['’]\s*)?", re.IGNORECASE
)
"""What people write before a country when asked where."""


def countries_meant(fact: Fact, said: str) -> tuple[Country, ...]:
    """Every country that ``said`` may mean for a fact about countries; none for any other fact."""
    if fact.name not in COUNTRIES | REGIONS:
        return ()
    return _named(said) or several_nations(said)


def _named(said: str) -> tuple[Country, ...]:
    """The countries named, or named after "in" or "from"."""
    return nations_named(said) or nations_named(_WHERE.sub("", said, count=1))


def country_code(country: Country) -> str:
    """What is written for a country: its ISO code; a past State has none, and gives its heirs."""
    return country.iso2 or " / ".join(country.successors)


def region(fact: Fact, said: str) -> str | None:
    """The part of the world that ``said`` names by one country, None when it names none or several, or no such option.

    The United Kingdom counts with Europe only where the option says so.
    """
    if fact.name not in REGIONS:
        return None
    bare = _WHERE.sub("", said, count=1)
    apart = next((option for option, names in _apart().items() if {folded(said), folded(bare)} & names), None)
    if apart in fact.options:
        return apart
    found = _named(said)
    return _option(fact, found[0].iso2) if len(found) == 1 and found[0].iso2 else None


def _option(fact: Fact, iso2: str) -> str | None:
    own = {"FR": "france", "CH": "switzerland", "MC": "monaco"}.get(iso2, "")
    if own in fact.options:
        return own
    for option in fact.options:
        if option.startswith("eu_eea") and iso2 in _europe(option):
            return option
    return next((option for option in _ANYWHERE_ELSE if option in fact.options), None)


def _europe(option: str) -> frozenset[str]:
    switzerland = {"CH"} if "switzerland" in option else set()
    kingdom = {"GB"} if option.endswith("uk") else set()
    return EEA - {"FR"} | switzerland | kingdom


@cache
def _apart() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files(__package__).joinpath("regions.toml").read_text(encoding="utf-8"))
    return {option: frozenset(map(folded, names)) for option, names in raw.items()}
