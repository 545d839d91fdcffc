"""Finding a country by any name, in French, English or another language, by ISO code or by INSEE birthplace code."""

from ouverture.places.country import Country, Status, all_countries
from ouverture.places.country_index import by_code, by_foreign_name, by_name, folded
from ouverture.places.memberships import EEA, EU, EU_EEA_SWITZERLAND
from ouverture.places.place_error import PlaceError
from ouverture.text import Text

__all__ = ["EEA", "EU", "EU_EEA_SWITZERLAND", "Country", "Status", "all_countries", "by_iso2", "find", "search"]

_LONGEST_NAME = 100  # no country comes near: longer input is cut


def find(text: str) -> Country:
    """The country ``text`` designates: a name in French, English or another language, ISO2, ISO3, or INSEE 99xxx.

    A past State is a Country too (status "former", with its successors). Words that fit several countries
    ("Congo") or none raise PlaceError, whose ``choices`` are the names one can type instead.
    """
    found = search(text)
    if len(found) == 1:
        return found[0]
    shown = text.strip()[:_LONGEST_NAME]
    raise _ambiguous(shown, found) if found else _not_found(shown)


def search(text: str) -> tuple[Country, ...]:
    """Every country ``text`` may designate: none, one, or several. Never raises."""
    wanted = text.strip()[:_LONGEST_NAME]
    named = folded(wanted)
    return by_code().get(wanted.upper()) or by_name().get(named) or by_foreign_name().get(named, ())


def by_iso2(iso2: str) -> Country:
    """The country of the ISO code ``iso2`` (capitals). Raises KeyError for a code that is not in the data."""
    return by_code()[iso2][0]


def _ambiguous(shown: str, found: tuple[Country, ...]) -> PlaceError:
    names = tuple(country.name for country in found)
    return PlaceError(
        Text(
            fr=f"« {shown} » peut désigner plusieurs pays : {_listed(names).fr}. Précisez lequel.",
            en=f'"{shown}" may mean several countries: {_listed(names).en}. Say which.',
        ),
        names,
    )


def _not_found(shown: str) -> PlaceError:
    from difflib import get_close_matches  # slow to load, and only wanted for a misspelt name

    close = get_close_matches(folded(shown), by_name(), n=3)
    names = tuple(dict.fromkeys(country.name for spelling in close for country in by_name()[spelling]))
    hint = Text(f" Vouliez-vous dire : {_listed(names).fr} ?", f" Did you mean: {_listed(names).en}?")
    said = Text(
        fr=f"Pays non reconnu : « {shown} ». Tapez son nom ou son code, par exemple Maroc ou MA.",
        en=f'Country not recognised: "{shown}". Type its name or its code, for example Morocco or MA.',
    )
    return PlaceError(Text(said.fr + hint.fr, said.en + hint.en) if names else said, names)


def _listed(names: tuple[Text, ...]) -> Text:
    return Text(", ".join(name.fr for name in names), ", ".join(name.en for name in names))
