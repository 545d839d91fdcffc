"""One value of a file read: a sum, a number, a yes or no, a day; a sentence that names the field otherwise."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from ouverture.clock.day_reading import DayNotRead, read_day
from ouverture.law.answers import AnswerError
from ouverture.places.spelling import fold
from ouverture.text import Text

MOST_EUROS = 1_000_000
"""A line above is a slip of the pen: no act of one person costs as much."""
MOST_EUROS_A_YEAR = 1_000_000_000
"""A year's income or resources above are a slip too, and more figures than that are not exact."""
MOST_NUMBER = 400
"""Of acts, boxes or days in one line: a year has 366 days."""
_PAID = ("fee", "unit_fee")
_YES = frozenset({"yes", "oui", "true", "vrai", "y", "o", "1", "on"})
_NO = frozenset({"no", "non", "false", "faux", "n", "0", "none", "off", ""})
_MONEY = re.compile(r"^(?:€|eur|euros?)?([+-]?\d+(?:\.\d+)?)(?:€|eur|euros?)?$", re.IGNORECASE)


def wrong(field: str, fr: str, en: str) -> AnswerError:
    """The refusal of a field, in one sentence that names it."""
    return AnswerError(field, Text(f"{field} : {fr}.", f"{field}: {en}."))


def cents(field: str, given: Any, zero: bool = False, most: int = MOST_EUROS) -> int:
    """A sum in cents from 25, 25.0, "25,00 €", "€25"; raises AnswerError for any other, negative or too large."""
    found = _decimal(given)
    if found is None or not found.is_finite():
        raise wrong(field, f"écrivez une somme en euros, par exemple 25.00, et non « {_short(given)} »",
                    f'write a sum in euros, for example 25.00, not "{_short(given)}"')  # fmt: skip
    if found < 0:
        raise wrong(field, f"une somme ne peut pas être négative ({_short(given)})",
                    f"a sum cannot be negative ({_short(given)})")  # fmt: skip
    if found == 0 and not zero and field not in _PAID:
        raise wrong(field, "écrivez une somme plus grande que zéro", "write a sum above zero")
    if found == 0 and not zero:
        raise wrong(field, "rien n'a été payé, il n'y a donc rien à rendre ; donnez le prix entier de l'acte",
                    "nothing was paid, so there is nothing to give back; give the full price of the act")  # fmt: skip
    if found > most:
        of = ("une ligne de soins", "one line of care") if most == MOST_EUROS else ("une année", "a year")
        raise wrong(field, f"vérifiez cette somme : {_short(given)} euros pour {of[0]}",
                    f"check this sum: {_short(given)} euros for {of[1]}")  # fmt: skip
    if found * 100 != (found * 100).to_integral_value():
        raise wrong(field, f"une somme a deux décimales au plus ({_short(given)})",
                    f"a sum has two decimals at most ({_short(given)})")  # fmt: skip
    return int(found * 100)


def _decimal(given: Any) -> Decimal | None:
    if isinstance(given, bool) or given is None:
        return None
    text = str(given).strip()
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if "," in bare and "." not in bare:
        bare = bare.replace(",", ".")
    elif "," in bare:
        # "1,234.50" in English; "1.234,50" would be read two ways, so it is not read.
        bare = bare.replace(",", "") if bare.rfind(",") < bare.rfind(".") else bare
    if isinstance(given, str):
        match = _MONEY.match(bare)
        bare = match.group(1) if match else ""
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def number(field: str, given: Any, least: int, most: int) -> int:
    """A whole number between two limits; raises AnswerError for any other."""
    try:
        found = int(str(given).strip()) if not isinstance(given, bool) else None
        if isinstance(given, float) and given.is_integer():
            found = int(given)
    except ValueError:
        found = int(given) if isinstance(given, float) and given.is_integer() else None
    if found is None or not least <= found <= most:
        raise wrong(field, f"écrivez un nombre entier de {least} à {most}, et non « {_short(given)} »",
                    f'write a whole number from {least} to {most}, not "{_short(given)}"')  # fmt: skip
    return found


def yes_no(field: str, given: Any) -> bool:
    """Yes or no, in French, in English, or as a boolean; raises AnswerError for any other."""
    if isinstance(given, bool):
        return given
    said = fold(str(given))
    if said in _YES or said in _NO:
        return said in _YES
    raise wrong(field, f"répondez oui ou non, et non « {_short(given)} »", f'answer yes or no, not "{_short(given)}"')


def day(field: str, given: Any) -> date:
    """A day, as the one reader of dates reads it; raises AnswerError with its sentence."""
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    try:
        return read_day(str(given))
    except DayNotRead as problem:
        raise AnswerError(field, Text(f"{field} : {problem.text.fr}", f"{field}: {problem.text.en}")) from None


def _short(given: Any) -> str:
    text = str(given)
    return text if len(text) <= 40 else text[:40] + "…"
