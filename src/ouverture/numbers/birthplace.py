"""The five characters of the place of birth: commune, overseas, former territory, or country abroad."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ouverture.numbers.tables import (
    Country,
    Department,
    communes,
    countries,
    dated_places,
    departments,
    extension_codes,
    former_communes,
)
from ouverture.numbers.wording import Finding, day_name, either, finding, say
from ouverture.text import Text


class Meaning(NamedTuple):
    """One thing a place code can mean, for births between two dates. ``codes``: the Insee codes it agrees with."""

    says: Text
    born_from: date | None
    born_until: date | None
    refused_outside_dates: bool
    codes: frozenset[str]
    note: Finding | None = None

    def fits(self, year: int, month: int | None) -> bool:
        """Whether someone born in that year (and month, when known) can carry this meaning."""
        first, last = (year, month or 1), (year, month or 12)
        too_early = self.born_from is not None and last < (self.born_from.year, self.born_from.month)
        too_late = self.born_until is not None and first > (self.born_until.year, self.born_until.month)
        return not (too_early or too_late)

    def served_on(self, day: date) -> bool:
        """Whether the code stood for this on the very day."""
        return (self.born_from is None or day >= self.born_from) and (self.born_until is None or day <= self.born_until)


class Told(NamedTuple):
    """What a place says for one person, what is wrong with it, what to know, and the codes it agrees with."""

    says: Text
    problems: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    codes: frozenset[str]


def told(place: str, years: tuple[int, ...], month: int | None) -> Told:
    """What ``place`` (five characters) says for births in one of ``years``.

    Unknown communes and countries are noted, not refused: the tables are incomplete (Insee COG; service-public F33078).
    """
    always = _told_whatever_the_date(place)
    return always if always is not None else _told_by_date(place, years, month)


@lru_cache(maxsize=8192)
def _told_whatever_the_date(place: str) -> Told | None:
    """The answer when the birth date does not matter, or None when it does."""
    found = meanings(place)
    if place[2:] == "000":
        return Told(say("place_nowhere"), (finding("place_zero", place=place),), (), frozenset())
    if not found:
        problem = finding("place_no_department", department=place[:2])
        return Told(say("place_nowhere"), (problem,), (), frozenset())
    if len(found) == 1 and found[0].born_from is None and found[0].born_until is None:
        return Told(found[0].says, (), (found[0].note,) if found[0].note else (), found[0].codes)
    return None


def _told_by_date(place: str, years: tuple[int, ...], month: int | None) -> Told:
    found = meanings(place)
    fitting = [(meaning, year) for meaning in found for year in years if meaning.fits(year, month)]
    if not fitting:
        return _told_outside_dates(place, found, years)
    fitting.sort(key=lambda pair: -pair[1])
    kept = list(dict.fromkeys(meaning for meaning, _ in fitting))
    says = kept[0].says if len(kept) == 1 else either([say("place_if_year", place=m.says, year=y) for m, y in fitting])
    codes = frozenset().union(*(meaning.codes for meaning in kept))
    return Told(says, (), tuple(meaning.note for meaning in kept if meaning.note), codes)


def _told_outside_dates(place: str, found: tuple[Meaning, ...], years: tuple[int, ...]) -> Told:
    codes = frozenset().union(*(meaning.codes for meaning in found))
    refused = all(meaning.refused_outside_dates for meaning in found)
    known = either([meaning.says for meaning in found])
    fault = finding(
        "place_refused_dates" if refused else "place_doubtful_dates",
        department=_shown(place),
        place=known,
        year=years[0],
        served=served(found),
    )
    return Told(known, (fault,) if refused else (), () if refused else (fault,), codes)


def _shown(place: str) -> str:
    """The part of the code that has a first or a last day: the whole of a dated place, else its département."""
    return place if place in dated_places() else place[: 3 if place.startswith(("97", "98")) else 2]


def served(found: tuple[Meaning, ...]) -> Text:
    """From which day to which day each meaning served."""
    spans = [_span(meaning.born_from, meaning.born_until) for meaning in found]
    return Text(" ; ".join(span.fr for span in spans), "; ".join(span.en for span in spans))


def _span(first: date | None, last: date | None) -> Text:
    since = say("code_since", day=day_name(first)) if first else None
    until = say("code_until", day=day_name(last)) if last else None
    known = [part for part in (since, until) if part is not None]
    return Text(", ".join(part.fr for part in known), ", ".join(part.en for part in known))


@lru_cache(maxsize=8192)
def meanings(place: str) -> tuple[Meaning, ...]:
    """Everything the five characters can mean, whatever the date; empty when no department has that number."""
    if place.startswith("99"):
        return (_country(place),)
    if place.startswith(("97", "98")):
        return tuple(_commune(place, row) for row in departments().get(place[:3], ())) or (_unknown_overseas(place),)
    return tuple(_territory(place, row) for row in departments().get(place[:2], ()) if _served_then(place, row))


def _territory(place: str, row: Department) -> Meaning:
    if not row.country_code:
        return _commune(place, row)
    says = say("place_old_territory", territory=row.name)
    codes = frozenset({row.country_code})
    return Meaning(says, row.born_from, row.born_until, row.refused_outside_dates, codes)


def _commune(place: str, row: Department) -> Meaning:
    dated = dated_places().get(place)
    says, note = _commune_says(place, row.name)
    if dated is None:
        return Meaning(says, row.born_from, row.born_until, row.refused_outside_dates, commune_codes(place), note)
    if note is not None:
        says = say("place_commune_alone", commune=dated.name)
    return Meaning(says, dated.born_from, dated.born_until, False, commune_codes(place))


def _served_then(place: str, row: Department) -> bool:
    """Whether the code served in the days of this meaning of its département (75 is the Seine, then Paris)."""
    dated = dated_places().get(place)
    return dated is None or dated.born_until is None or row.born_from is None or dated.born_until >= row.born_from


def _commune_says(place: str, department: Text) -> tuple[Text, Finding | None]:
    if place in communes():
        return say("place_commune", commune=communes()[place], department=department), None
    if place in former_communes():
        former = former_communes()[place]
        old = Text(f"{former.name} ({place})", f"{former.name} ({place})") if former.name else say("code", code=place)
        here = {"current": former.current_name, "code": former.current_code}
        return say("place_former_commune", former=old, department=department, **here), None
    if place in extension_codes():
        base = extension_codes()[place]
        name = communes().get(base, base)
        return say("place_extension", commune=name, department=department, place=place), None
    says = say("place_unknown_commune", place=place, department=department)
    return says, finding("place_not_in_table", place=place)


def commune_codes(code: str) -> frozenset[str]:
    """The code itself and the codes that stand for the same ground: of today, and without overflow."""
    base = extension_codes().get(code, code)
    former = former_communes().get(base)
    dated = dated_places().get(base)
    same_ground = ({former.current_code} if former else set()) | ({dated.other_code} if dated else set())
    return frozenset({code, base} | same_ground | _whole_city(base))


def _whole_city(code: str) -> set[str]:
    """Paris, Marseille and Lyon as one commune, for the code of one of their arrondissements (Insee COG)."""
    for arrondissements, city in (("751", "75056"), ("132", "13055"), ("6938", "69123")):
        if code.startswith(arrondissements) and code in communes():
            return {city}
    return set()


def _unknown_overseas(place: str) -> Meaning:
    note = finding("place_not_in_table", place=place)
    return Meaning(say("place_overseas", place=place), None, None, False, frozenset({place}), note)


def _country(place: str) -> Meaning:
    country = countries().get(place)
    if country is None:
        note = finding("country_not_in_table", country=place[2:])
        return Meaning(say("place_abroad", country=place[2:]), None, None, False, frozenset({place}), note)
    says = say("place_former_state" if country.former else "place_country", country=country.name, code=place[2:])
    codes = frozenset({place, *country.also_recorded_as})
    return Meaning(says, None, None, False, codes, _country_note(place, country))


def _country_note(place: str, country: Country) -> Finding | None:
    if place == "99100":
        return finding("country_is_france")
    return finding("country_lists_disagree", country=place[2:]) if country.conflicting else None
