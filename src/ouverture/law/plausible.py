"""Answers that no living person can give: a card valid until 2126, a life in France since 1700."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.clock.day_words import plain_day
from ouverture.law.answers import LARGEST_NUMBER, AnswerError
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.text import Text


def check_plausible(values: Mapping[str, Value], on: date) -> None:
    """Raise AnswerError for the first date or number out of all measure on the day ``on``, or for such a day."""
    last: date = _ranges()["last_day_asked"]
    if on > last:
        day = plain_day(last)
        raise AnswerError("on", Text(f"on : demandez un jour jusqu'au {day.fr}.", f"on: ask for a day up to {day.en}."))
    for name, value in values.items():
        if FACTS[name].kind == "date":
            _check_date(name, date.fromordinal(int(value)), on)
        elif FACTS[name].kind in ("whole_number", "money"):
            _check_number(name, int(value))


def plausible_days(name: str, on: date) -> tuple[date, date]:
    """The first and the last day that a date of this fact can plausibly be, seen from the day ``on``."""
    span = _ranges().get(name, _ranges()["any_date"])
    return date.min.replace(year=on.year - span["before"]), date.max.replace(year=on.year + span["after"])


def plausible_most(name: str) -> int:
    """The largest number that this fact can plausibly be."""
    return int(_ranges().get(name, {}).get("most", LARGEST_NUMBER))


def _check_date(name: str, day: date, on: date) -> None:
    first, last = plausible_days(name, on)
    if first <= day <= last:
        return
    years, said, asked = abs(day.year - on.year), plain_day(day), plain_day(on)
    side = Text("avant", "before") if day < on else Text("après", "after")
    raise AnswerError(
        name,
        Text(
            f"{name} : {said.fr}, c'est {years} ans {side.fr} le jour demandé ({asked.fr}) ; vérifiez l'année.",
            f"{name}: {said.en} is {years} years {side.en} the day asked ({asked.en}); check the year.",
        ),
    )


def _check_number(name: str, number: int) -> None:
    most = plausible_most(name)
    if number > most:
        raise AnswerError(
            name,
            Text(
                f"{name} : {number} est trop grand (au plus {most}) ; vérifiez ce nombre.",
                f"{name}: {number} is too large (at most {most}); check this number.",
            ),
        )


@cache
def _ranges() -> dict[str, Any]:
    return tomllib.loads(files("ouverture.law").joinpath("plausible.toml").read_text(encoding="utf-8"))
