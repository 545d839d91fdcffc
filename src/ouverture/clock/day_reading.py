"""The one reader of dates: a day as people write it, in files, commands and pages.

Read: 2026-05-29, 29/05/2026, 29.05.2026, 29 mai 2026, May 29, 2026. Asked back: a day and a month that could be
swapped, a year of two digits, a date with a part missing. Nothing is guessed.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.clock.day_words import day_in_words, month_name, plain_day, weekday_name
from ouverture.clock.refusal import DeadlineError
from ouverture.text import Language, Text

FIRST_YEAR, LAST_YEAR = 1800, 2199
LONGEST_DATE = 60
"""In characters: the longest way to write a day, with its weekday and its hour, is under fifty."""

_HOUR = re.compile(r"(?:t|[ ,]+(?:a |at )?)\d{1,2}\s?[:h]\s?\d{0,2}.*$")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL = re.compile(r"(\d)(?:er|st|nd|rd|th|e|o)\b")
_SILENT = frozenset({"le", "the", "of", "de", "du", "del", "den", "der", "d", "on", "am", "an"})
_FIRST = re.compile(r"\b(?:premier|first)\b")
_COUNTED = frozenset({
    "hier", "demain", "aujourd", "dernier", "derniere", "prochain", "prochaine", "courant", "semaine", "semaines",
    "veille", "lendemain", "mois", "cette", "ce", "ago", "yesterday", "tomorrow", "today", "last", "next", "week",
    "weeks", "month", "months", "days", "jours", "this",
})  # fmt: skip
"""Words that count from the day on which they were written, which we do not know."""
_SHORTEST_MONTH = 3


class DayNotRead(DeadlineError):
    """A date that cannot be read without guessing. ``choices``: the days it may mean, to be offered back."""

    def __init__(self, text: Text, choices: tuple[date, ...] = ()) -> None:
        super().__init__(text)
        self.choices = choices


class _Written(NamedTuple):
    """What stands in the text: its numbers in order, the months named, the day of the week named."""

    numbers: tuple[str, ...]
    months: tuple[int, ...]
    weekday: int | None


def read_day(typed: str, language: Language | None = None) -> date:
    """The day ``typed`` designates; raises DayNotRead with one sentence when it is unclear or none.

    ``language``: that of the page or command. In French the day comes first; in English, or where no language is
    known (a file), 03/04/2026 is asked back: it is 3 April in Paris and 4 March in Boston.
    """
    shown = typed.strip()
    if len(shown) > LONGEST_DATE:
        raise DayNotRead(_unreadable(f"{shown[:LONGEST_DATE]}…"))
    written = _written(shown)
    found = _days(written, shown)
    if language == "fr" and len(found) > 1:
        found = found[:1]
    if len(found) > 1:
        raise DayNotRead(_swapped(shown, found), found)
    if written.weekday not in (None, found[0].weekday()):
        raise DayNotRead(_other_weekday(shown, found[0]), found)
    return found[0]


def _written(shown: str) -> _Written:
    plain = "".join(c for c in unicodedata.normalize("NFKD", shown.casefold()) if not unicodedata.combining(c))
    # Chinese and Japanese write 2026年5月29日.
    plain = re.sub("[年月]", "-", plain).replace("日", " ")
    words = _WORD.findall(_ORDINAL.sub(r"\1 ", _HOUR.sub("", _FIRST.sub("1", plain))))
    numbers = tuple(str(int(word)).zfill(len(word)) for word in words if word.isdecimal())
    named = [word for word in words if not word.isdecimal() and word not in _SILENT]
    if not _COUNTED.isdisjoint(named):
        raise DayNotRead(_counted_from_a_day(shown))
    # "mar" is March, and Tuesday in French: it is a day of the week only where the month is given beside it.
    weekday = (
        next((word for word in named if word in _weekdays()), None) if len(named) == 2 or len(numbers) == 3 else None
    )
    if weekday:
        named.remove(weekday)
    months = tuple(_month(word, shown) for word in named)
    return _Written(numbers, months, _weekdays()[weekday] if weekday else None)


def _month(word: str, shown: str) -> int:
    """The one month that ``word`` names; raises DayNotRead when it names none, or begins the name of two."""
    exact = {month for name, month in _names() if name == word}
    begun = {month for name, month in _names() if len(word) >= _SHORTEST_MONTH and name.startswith(word)}
    found = exact or begun
    if len(found) != 1:
        raise DayNotRead(_unreadable(shown))
    return found.pop()


@cache
def _names() -> tuple[tuple[str, int], ...]:
    raw = files("ouverture.clock").joinpath("data", "month_names.toml").read_text(encoding="utf-8")
    return tuple((name, int(month)) for month, names in tomllib.loads(raw).items() for name in names)


@cache
def _weekdays() -> dict[str, int]:
    """The days of the week by name and by usual shortening, in French and English; those that are months left out."""
    week = [weekday_name(date(2026, 6, day)) for day in range(1, 8)]
    names = [(name.casefold(), place) for place, text in enumerate(week) for name in text]
    short = [(name[:3], place) for name, place in names]
    return dict(names + short)


def _days(written: _Written, shown: str) -> tuple[date, ...]:
    """Every day the parts may mean, day before month first; raises DayNotRead when there is none."""
    numbers, months = written.numbers, written.months
    if len(months) == 1 and len(numbers) == 2:
        orders = _with_month_named(numbers, months[0])
    elif not months and len(numbers) == 3:
        orders = list(_in_figures(numbers))
    elif not months and len(numbers) == 1 and len(numbers[0]) == 8:
        n = numbers[0]
        orders = [(n[:4], n[4:6], n[6:]), (n[4:], n[2:4], n[:2]), (n[4:], n[:2], n[2:4])]
        orders = [order for order in orders if FIRST_YEAR <= int(order[0]) <= LAST_YEAR]
    else:
        raise DayNotRead(_incomplete(written, shown))
    return _existing(orders, shown)


def _with_month_named(numbers: tuple[str, ...], month: int) -> list[tuple[str, str, str]]:
    one, other = numbers
    year, day = (one, other) if len(one) == 4 else (other, one)
    return [(year, str(month), day)]


def _in_figures(numbers: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Year, month, day in each order the figures allow."""
    one, two, three = numbers
    if len(one) == 4:
        yield one, two, three
    elif len(two) < 3:
        yield three, two, one
        yield three, one, two


def _existing(orders: list[tuple[str, str, str]], shown: str) -> tuple[date, ...]:
    wide = [order for order in orders if len(order[1]) <= 2 and len(order[2]) <= 2]
    if not wide:
        raise DayNotRead(_unreadable(shown))
    if len(wide[0][0]) != 4:
        raise DayNotRead(_short_year(shown) if len(wide[0][0]) == 2 else _unreadable(shown))
    days = tuple(dict.fromkeys(day for order in wide if (day := _day(*order)) is not None))
    if not days:
        raise DayNotRead(_no_such_day(wide[0], shown))
    if not FIRST_YEAR <= days[0].year <= LAST_YEAR:
        raise DayNotRead(_out_of_reach(shown))
    return days


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _unreadable(shown: str) -> Text:
    return Text(
        f"« {shown} » n'est pas une date lisible : écrivez le jour, le mois et l'année, par exemple 31 mars 2026 "
        "ou 2026-03-31.",
        f"“{shown}” is not a date we can read: write the day, the month and the year, for example 31 March 2026 "
        "or 2026-03-31.",
    )


def _counted_from_a_day(shown: str) -> Text:
    return Text(
        f"« {shown} » se compte depuis le jour où c'est écrit : donnez le jour lui-même, par exemple 31 mars 2026 "
        "ou 2026-03-31.",
        f"“{shown}” counts from the day it was written: give the day itself, for example 31 March 2026 or 2026-03-31.",
    )


def _swapped(shown: str, days: tuple[date, ...]) -> Text:
    words = [plain_day(day) for day in days]
    return Text(
        f"« {shown} » peut être le {' ou le '.join(text.fr for text in words)} : écrivez le mois en lettres "
        f"({words[0].fr}), ou année-mois-jour ({days[0].isoformat()}).",
        f"“{shown}” may be {' or '.join(text.en for text in words)}: write the month in letters "
        f"({words[0].en}), or year-month-day ({days[0].isoformat()}).",
    )


def _short_year(shown: str) -> Text:
    return Text(
        f"« {shown} » : de quel siècle ? Écrivez l'année avec quatre chiffres, par exemple 31 mars 2026 ou 2026-03-31.",
        f"“{shown}”: which century? Write the year with four digits, for example 31 March 2026 or 2026-03-31.",
    )


def _incomplete(written: _Written, shown: str) -> Text:
    years = [number for number in written.numbers if len(number) == 4]
    parts = len(written.numbers) + len(written.months)
    alone = parts == 1 and not years
    if len(written.months) > 1 or not 0 < parts < 3 or alone or {len(n) for n in written.numbers} - {1, 2, 4}:
        return _unreadable(shown)
    if not years:
        return Text(
            f"« {shown} » : il manque l'année. Écrivez le jour, le mois et l'année, par exemple 31 mars 2026.",
            f"“{shown}”: the year is missing. Write the day, the month and the year, for example 31 March 2026.",
        )
    return Text(
        f"« {shown} » : il manque le jour. Écrivez le jour, le mois et l'année, par exemple 31 mars {years[0]}.",
        f"“{shown}”: the day is missing. Write the day, the month and the year, for example 31 March {years[0]}.",
    )


def _no_such_day(order: tuple[str, str, str], shown: str) -> Text:
    year, month, day = order
    if int(day) <= 12 < int(month) <= 31 and _day(year, day, month):
        meant = plain_day(date(int(year), int(day), int(month)))
        return Text(
            f"« {shown} » : il n'y a pas de mois {int(month)}. Vouliez-vous dire le {meant.fr} ?",
            f"“{shown}”: there is no month {int(month)}. Did you mean {meant.en}?",
        )
    if not 1 <= int(month) <= 12 or not 1 <= int(year) <= 9999:
        return _unreadable(shown)
    named = month_name(date(int(year), int(month), 1))
    return Text(
        f"« {shown} » : {named.fr} n'a pas de jour {int(day)} ; corrigez le jour ou le mois, par exemple 2026-03-31.",
        f"“{shown}”: {named.en} has no day {int(day)}; correct the day or the month, for example 2026-03-31.",
    )


def _out_of_reach(shown: str) -> Text:
    return Text(
        f"« {shown} » est hors de portée : donnez un jour entre {FIRST_YEAR} et {LAST_YEAR}, par exemple 2026-03-31.",
        f"“{shown}” is out of reach: give a day between {FIRST_YEAR} and {LAST_YEAR}, for example 2026-03-31.",
    )


def _other_weekday(shown: str, day: date) -> Text:
    right = day_in_words(day)
    return Text(
        f"« {shown} » : ce jour est le {right.fr} ; corrigez le jour de la semaine ou la date.",
        f"“{shown}”: that day is {right.en}; correct the day of the week or the date.",
    )


def read_suspension(typed: str, language: Language | None = None) -> tuple[date, date | None]:
    """A suspension written ``2026-03-01..2026-04-01`` (the clock runs again on the second day), or ``2026-03-01..``.

    Each day may be written in any way ``read_day`` reads. Raises DeadlineError when one cannot be read.
    """
    first, dots, second = typed.partition("..")
    if not dots:
        raise DeadlineError(
            Text(
                f"« {typed} » n'est pas une suspension lisible : écrivez 2026-03-01..2026-04-01, "
                "ou 2026-03-01.. si elle dure encore.",
                f"“{typed}” is not a suspension we can read: write 2026-03-01..2026-04-01, "
                "or 2026-03-01.. if it still lasts.",
            )
        )
    return read_day(first, language), read_day(second, language) if second.strip() else None
