"""The ways a country is called, each leading to the countries it may mean."""

from collections.abc import Iterator
from functools import cache

from ouverture.places.country import Country, all_countries
from ouverture.places.shelf import rows_of, text_of
from ouverture.places.spelling import fold, without_article

Index = dict[str, tuple[Country, ...]]
Named = tuple[str, Country]


def folded(name: str) -> str:
    """How a country's name is kept in the index: folded, without its article ("l'Algérie" gives "algerie")."""
    return without_article(fold(name))


@cache
def by_code() -> Index:
    """Countries by ISO or INSEE code.

    A code that a past State shares with a present country means the present one, unless the sources themselves
    disagree on it: then it means both. A code of older practice does not name its territory.
    """
    index: dict[str, list[Country]] = {}
    for country in all_countries():
        insee = country.insee_codes if country.status == "former" else country.insee_codes[:1]
        for code in filter(None, (country.iso2, country.iso3, *insee)):
            index.setdefault(code, []).append(country)
    return {code: _present_unless_disputed(countries) for code, countries in index.items()}


@cache
def by_name() -> Index:
    """Countries by folded name in French and English.

    An alias wins over an official name ("Congo" is two countries), INSEE's labels fill what is left, and last come
    American States and Canadian provinces ("Georgia" stays the country).
    """
    index: Index = {}
    for names in (_aliases(), _own_names(), _insee_labels(), _provinces()):
        index = _grouped(names) | index
    return index


@cache
def by_foreign_name() -> Index:
    """Countries by folded name in some eighty other languages; the file is read on first use."""
    lines = (line.partition("\t") for line in text_of("country_names.tsv").splitlines())
    return {without_article(name): tuple(_of_iso2(code) for code in codes.split()) for name, _, codes in lines}


def _of_iso2(code: str) -> Country:
    return by_code()[code][0]


def _grouped(names: Iterator[Named]) -> Index:
    groups: dict[str, dict[Country, None]] = {}
    for name, country in names:
        groups.setdefault(folded(name), {})[country] = None
    return {name: tuple(countries) for name, countries in groups.items()}


def _present_unless_disputed(countries: list[Country]) -> tuple[Country, ...]:
    present = tuple(country for country in countries if country.status != "former")
    disputed = any("conflict" in country.certainty for country in countries)
    return tuple(countries) if disputed or not present else present


def _aliases() -> Iterator[Named]:
    for row in rows_of("country_aliases.csv"):
        for code in row["iso2"].split():
            yield from ((name, _of_iso2(code)) for name in row["names"].split(";"))
    past = {country.name.fr: country for country in all_countries() if country.status == "former"}
    for row in rows_of("past_states.csv"):
        yield from ((name, past[row["name_fr"]]) for name in row["other_names"].split(";") if name)


def province_named(said: str) -> str | None:
    """The American State or Canadian province that ``said`` names, as it is shown; None when it names none."""
    return _shown_provinces().get(folded(said))


@cache
def _shown_provinces() -> dict[str, str]:
    """How each State or province is shown, by each of its folded names, without those that name a country too."""
    countries = _names_of_countries()
    rows = (row["names"].split(";") for row in reversed(rows_of("provinces.csv")))
    named = {folded(name): names[0] for names in rows for name in names}
    return {name: shown for name, shown in named.items() if name not in countries}


@cache
def federations() -> frozenset[str]:
    """The ISO codes of the countries whose States or provinces are in the data."""
    return frozenset(row["state"] for row in rows_of("provinces.csv"))


def _names_of_countries() -> Index:
    return _grouped(_own_names())


def _provinces() -> Iterator[Named]:
    for row in rows_of("provinces.csv"):
        yield from ((name, _of_iso2(row["state"])) for name in row["names"].split(";"))


def _own_names() -> Iterator[Named]:
    return ((name, country) for country in all_countries() for name in country.name)


def _insee_labels() -> Iterator[Named]:
    """The labels of the codes that mean one country."""
    for row in rows_of("birthplace_countries.csv"):
        countries = by_code().get(row["insee_code"], ())
        if len(countries) == 1:
            yield row["insee_label"], countries[0]
