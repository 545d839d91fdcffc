"""The patient of a line: age, situations, where; the maternity window counted from the day that was given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from ouverture.pricing.acts import statuses
from ouverture.pricing.care import ADULT, Patient
from ouverture.pricing.rows import shelf
from ouverture.pricing.spellings import choice_named
from ouverture.pricing.terms import minor
from ouverture.services.answer.price.amount_reading import day, number, wrong, yes_no

OLDEST = 125


class Known(NamedTuple):
    """The patient as read, and what was left open: the year of the 18th birthday, when only an age of 18 is given."""

    patient: Patient
    age_given: bool
    perhaps_spared: bool


def patient_of(given: Mapping[str, Any], on: date) -> Known:
    """The patient of a line of care; raises AnswerError, which names the field."""
    _refuse_abroad(given)
    situations = set(given.get("situations", ()))
    age, spared = _age(given, on)
    if spared:
        situations.add("minor")
    if _in_maternity_window(given, on):
        situations.add("maternity")
    elif "maternity" in situations and window_said(given):
        situations.discard("maternity")
    if "minor" in situations and age is None:
        age = minor() - 1
    perhaps = age == minor() and "born_on" not in given and "minor" not in situations
    place = _place(given)
    return Known(Patient(ADULT if age is None else age, frozenset(situations), place), age is not None, perhaps)


def _age(given: Mapping[str, Any], on: date) -> tuple[int | None, bool]:
    """Full years on the day of care, and whether the year of the 18th birthday is still free (R160-20, D160-12)."""
    if "born_on" not in given:
        return (_years(given["age"]), False) if "age" in given else (None, False)
    born = day("born_on", given["born_on"])
    if born > on:
        raise wrong("born_on", "la naissance vient après les soins", "the birth comes after the care")
    age = relativedelta(on, born).years
    if "age" in given and _years(given["age"]) != age:
        raise wrong("age", f"ne va pas avec born_on, qui donne {age} ans", f"does not fit born_on, which gives {age}")
    return age, relativedelta(date(on.year, 1, 1), born).years < minor()


def _years(said: Any) -> int:
    """An age in full years: 40, "40", "40 ans", "40 years old"."""
    return number("age", _UNIT.sub("", said) if isinstance(said, str) else said, 0, OLDEST)


_UNIT = re.compile(r"\s*(?:ans?|years?(?: old)?)\s*$", re.IGNORECASE)


def window_said(given: Mapping[str, Any]) -> bool:
    """Whether a day or a month says where the care falls beside the maternity window."""
    return any(name in given for name in ("due_on", "gave_birth_on", "maternity_month"))


def _in_maternity_window(given: Mapping[str, Any], on: date) -> bool:
    """Whether the care falls from 4 months before the due date to 12 days after the birth (D160-3)."""
    if "maternity_month" in given:
        return number("maternity_month", given["maternity_month"], 1, 10) >= _row("maternity_first_month")
    if not window_said(given):
        return False
    due = day("due_on", given["due_on"]) if "due_on" in given else None
    birth = day("gave_birth_on", given["gave_birth_on"]) if "gave_birth_on" in given else None
    start = (due or birth or on) - relativedelta(months=_row("maternity_months_before"))
    # Before the birth is known, the window is open as long as the birth has not happened.
    end = birth + timedelta(days=_row("maternity_days_after")) if birth else date.max
    return bool((start if due else min(start, birth or start)) <= on <= end)


def _row(series: str) -> int:
    return shelf()["counts", series][-1].value or 0


def _place(given: Mapping[str, Any]) -> str:
    if "place" not in given:
        return ""
    said = choice_named("places", str(given["place"]))
    if said is None:
        raise _abroad(str(given["place"]))
    return "" if said == "mainland" else said


def _refuse_abroad(given: Mapping[str, Any]) -> None:
    if "abroad" in given and yes_no("abroad", given["abroad"]):
        raise _abroad("abroad")


def _abroad(place: str) -> Exception:
    return wrong(
        "place",
        f"« {place[:40]} » : des soins hors de France ne se calculent pas ici ; en Europe, on applique les tarifs du "
        "pays, ou ceux de France si vous l'acceptez (CSS R160-1) ; ailleurs, la caisse décide (R160-4)",
        f'"{place[:40]}": care outside France is not priced here; in Europe the tariffs of the country apply, or the '
        "French ones if you agree (CSS R160-1); elsewhere the caisse decides (R160-4)",
    )


def situation_labels() -> list[str]:
    """The names of the situations, for the help."""
    return list(statuses())
