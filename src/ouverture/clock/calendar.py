"""Working days by place: Monday to Friday, less the legal days off of that place."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.clock.day_words import weekday_name
from ouverture.clock.refusal import HolidayPlaceError
from ouverture.text import Text

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its own days off. ``partial`` days are off in some communes only.

    ``postcodes`` are those that begin like the postcodes of another place; ``also_called`` are other names of it.
    """

    code: str
    name: Text
    subdivision: str | None
    departments: tuple[str, ...]
    postcodes: tuple[str, ...]
    also_called: tuple[str, ...]
    customary: frozenset[str]
    partial: frozenset[str]
    partial_reason: Text | None


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why nobody works on a day. ``certain`` is False when it is off in some communes of the place only."""

    name: Text
    certain: bool


def _place(code: str, row: Mapping[str, Any]) -> Place:
    return Place(
        code=code,
        name=Text(**row["name"]),
        subdivision=row.get("subdivision"),
        departments=tuple(row.get("departments", ())),
        postcodes=tuple(row.get("postcodes", ())),
        also_called=tuple(row.get("also_called", ())),
        customary=frozenset(row.get("customary", ())),
        partial=frozenset(row.get("partial", ())),
        partial_reason=Text(**row["partial_reason"]) if "partial_reason" in row else None,
    )


@cache
def places() -> Mapping[str, Place]:
    """Every place whose days off we know, by its code."""
    raw = files("ouverture.clock").joinpath("data", "places.toml").read_text(encoding="utf-8")
    return {code: _place(code, row) for code, row in tomllib.loads(raw).items()}


def place_named(typed: str) -> Place:
    """The place with this code, this name, or that a département or a postcode lies in; raises HolidayPlaceError."""
    found = places().get(typed) or _place_called(_folded(typed)) or _place_of_number(typed.strip().upper())
    if found is not None:
        return found
    known = ", ".join(places())
    raise HolidayPlaceError(
        Text(
            f"« {typed} » n'est pas un lieu dont nous connaissons les jours fériés ; choisissez parmi : {known}, "
            "ou donnez un département ou un code postal.",
            f"“{typed}” is not a place whose holidays we know; choose one of: {known}, or give a département or a "
            "postcode.",
        )
    )


def _place_called(folded: str) -> Place | None:
    named = ((place, (place.code, *place.name, *place.also_called)) for place in places().values())
    return next((place for place, names in named if folded in map(_folded, names)), None)


def _place_of_number(number: str) -> Place | None:
    """The place that a département ("67", "2A", "974") or a postcode ("67000") lies in, or None."""
    if not re.fullmatch(r"\d{2,3}|2[AB]|\d{5}", number, re.ASCII):
        return None
    apart = next((place for place in places().values() if number in place.postcodes), None)
    department = number if len(number) < 5 else number[: 3 if number.startswith("97") else 2]
    try:
        return apart or places()[place_of_department("2A" if department == "20" else department)]
    except HolidayPlaceError:
        return None


def _folded(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return "_".join(re.findall(r"[^\W_]+", plain))


def place_of_department(department: str) -> str:
    """The place code of a department code ("67" gives "alsace_moselle", "75" gives "metropole").

    Raises HolidayPlaceError for a code that is not a department of these places.
    """
    for place in places().values():
        if department in place.departments:
            return place.code
    if department in {"2A", "2B"} or (len(department) == 2 and department.isdecimal() and "01" <= department <= "95"):
        return "metropole"
    raise HolidayPlaceError(
        Text(
            f"« {department} » n'est pas un département dont nous connaissons les jours fériés "
            "(01 à 95, 2A, 2B, 971 à 974, 976 à 978).",
            f"“{department}” is not a department whose holidays we know (01 to 95, 2A, 2B, 971 to 974, 976 to 978).",
        )
    )


@cache
def holidays_of(code: str, year: int) -> Mapping[date, DayOff]:
    """The legal days off of a place in a year, customary days left out; raises HolidayPlaceError."""
    # Imported here because loading the package costs a tenth of a second.
    from holidays import country_holidays

    place = place_named(code)
    french = country_holidays("FR", subdiv=place.subdivision, years=year, language="fr")
    english = country_holidays("FR", subdiv=place.subdivision, years=year, language="en_US")
    return {
        day: DayOff(Text(name, english[day]), certain=name not in place.partial)
        for day, name in sorted(french.items())
        if name not in place.customary
    }


def day_off(day: date, place: str) -> DayOff | None:
    """Why ``day`` is not worked in ``place`` (weekend or legal day off), or None if it is a working day."""
    holiday = holidays_of(place, day.year).get(day)
    if day.weekday() >= _SATURDAY:
        return DayOff(weekday_name(day) if holiday is None else holiday.name, certain=True)
    return holiday


def is_working_day(day: date, place: str) -> bool:
    """True from Monday to Friday outside the legal days off of ``place``; raises HolidayPlaceError."""
    return day_off(day, place) is None


def is_off(day: date, place: str) -> bool:
    """The opposite of ``is_working_day``."""
    return day_off(day, place) is not None


def surely_off(day: date, place: str) -> bool:
    """True when ``day`` is not worked anywhere in ``place``; raises HolidayPlaceError."""
    reason = day_off(day, place)
    return reason is not None and reason.certain


def next_working_day(day: date, place: str) -> date:
    """``day`` itself if it is worked in ``place``, else the first working day after it; raises HolidayPlaceError."""
    while not is_working_day(day, place):
        day += _ONE_DAY
    return day


def next_surely_worked(day: date, place: str) -> date:
    """``day`` itself if it is worked in some commune of ``place``, else the first such day after it."""
    while surely_off(day, place):
        day += _ONE_DAY
    return day
