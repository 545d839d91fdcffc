"""Working days by place: Monday to Friday, less the legal days off of that place."""

import tomllib
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
    """A place with its own days off. ``partial`` days are off in some communes only."""

    code: str
    name: Text
    subdivision: str | None
    departments: tuple[str, ...]
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
        customary=frozenset(row.get("customary", ())),
        partial=frozenset(row.get("partial", ())),
        partial_reason=Text(**row["partial_reason"]) if "partial_reason" in row else None,
    )


@cache
def places() -> Mapping[str, Place]:
    """Every place whose days off we know, by its code."""
    raw = files("ouverture.clock").joinpath("data", "places.toml").read_text(encoding="utf-8")
    return {code: _place(code, row) for code, row in tomllib.loads(raw).items()}


def place_named(code: str) -> Place:
    """The place with this code; raises HolidayPlaceError, which lists the codes we know."""
    try:
        return places()[code]
    except KeyError:
        known = ", ".join(places())
        raise HolidayPlaceError(
            Text(
                f"« {code} » n'est pas un lieu dont nous connaissons les jours fériés ; choisissez parmi : {known}.",
                f"“{code}” is not a place whose holidays we know; choose one of: {known}.",
            )
        ) from None


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
