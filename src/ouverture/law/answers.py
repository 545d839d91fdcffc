"""Reading what was given: names, types and dates become known values, or one clear sentence says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from ouverture.clock.day_reading import DayNotRead, read_day
from ouverture.law.facts.answers_in_words import options_meant
from ouverture.law.facts.countries_in_words import COUNTRIES, countries_meant, country_code, region
from ouverture.places.spelling import fold
from ouverture.rules.assessment import Person
from ouverture.rules.facts import Fact, Value
from ouverture.text import Language, Text

UNKNOWN_WORDS = frozenset({"", "unknown", "inconnu", "?"})
YES = frozenset({"yes", "oui", "true", "vrai"})
NO = frozenset({"no", "non", "false", "faux"})
LONGEST_VALUE = 1000
"""In characters: the longest label of an answer is under two hundred."""
LONGEST_SUM = 30
"""In characters: "1 234 567,89 €" takes half of it."""
LARGEST_NUMBER = 10**9
"""No resources of a household, in euros, come near."""
LARGEST_VALUE = 10**18
"""No amount comes near; a number of thousands of digits cannot even be written out."""


class AnswerError(ValueError):
    """An answer that cannot be used: ``field`` names the fact, ``text`` says what would be right."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text.en)
        self.field = field
        self.text = text


def read(
    given: Mapping[str, Any], facts: Mapping[str, Fact], language: Language | None = None
) -> dict[str, Value | str]:
    """The known values among what was given; an empty answer, null or "unknown" is not known.

    ``language`` is that of the page or command, for dates. Raises AnswerError for the first name or value that cannot
    be read.
    """
    read_values = {name: read_one(_fact(name, facts), raw, language) for name, raw in given.items()}
    return {name: value for name, value in read_values.items() if value is not None}


def read_one(fact: Fact, raw: Any, language: Language | None = None) -> Value | None:
    """One value in the engine's form, or None where it is said to be unknown; raises AnswerError."""
    if raw is None or (isinstance(raw, str) and raw.strip().lower() in UNKNOWN_WORDS):
        return None
    _refuse_what_is_no_value(fact, raw)
    match fact.kind:
        case "yes_no":
            return _yes_no(fact, raw)
        case "one_of":
            return _one_of(fact, raw)
        case "date":
            return _date(fact, raw, language)
        case "whole_number":
            return _number(fact, raw)
        case "money":
            return _number(fact, _whole_euros(fact, raw))
    return _text(fact, raw)


def as_given(fact: Fact, value: Value) -> Any:
    """A known value as a person would write it: dates in ISO form, yes/no as true or false."""
    return date.fromordinal(int(value)).isoformat() if fact.kind == "date" else value


def known(values: Mapping[str, Value], facts: Mapping[str, Fact]) -> Person:
    """The values that rules read: everything but free text."""
    return {name: value for name, value in values.items() if facts[name].kind != "text"}


def _fact(name: str, facts: Mapping[str, Fact]) -> Fact:
    if name in facts:
        return facts[name]
    close = get_close_matches(str(name), facts, n=1, cutoff=0.5)
    fr = f" Vouliez-vous dire « {close[0]} » ?" if close else " La commande « ouverture facts » donne la liste."
    en = f' Did you mean "{close[0]}"?' if close else ' The command "ouverture facts" lists them.'
    raise AnswerError(str(name), Text(f"{name} : ce fait n'existe pas.{fr}", f"{name}: there is no such fact.{en}"))


def _yes_no(fact: Fact, raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word in YES | NO:
        return word in YES
    raise _refused(
        fact,
        f"répondez par oui ou non (true ou false), pas « {raw} »",
        f'answer yes or no (true or false), not "{raw}"',
    )


def _refuse_what_is_no_value(fact: Fact, raw: Any) -> None:
    if isinstance(raw, (Mapping, list, tuple)):
        raise _refused(
            fact, "écrivez une seule valeur, pas une liste ni une table", "write one value, no list or table"
        )
    if isinstance(raw, int) and abs(raw) > LARGEST_VALUE:
        raise _refused(fact, "ce nombre est trop grand", "this number is too large")
    if isinstance(raw, str) and (
        len(raw) > LONGEST_VALUE or any("\ud800" <= character <= "\udfff" for character in raw)
    ):
        raise _refused(fact, "cette valeur n'est pas un texte lisible", "this value is not readable text")


def _one_of(fact: Fact, raw: Any) -> str:
    word = str(raw).strip()
    for option in (word, word.lower(), word.upper()):
        if option in fact.options:
            return option
    named = region(fact, word) or _country(fact, word) or _in_other_words(fact, word)
    if named is not None:
        return named
    close = get_close_matches(word.lower(), fact.options, n=3, cutoff=0.4)
    shown = _countries_shown(fact, word) or ", ".join(close or list(fact.options)[:12])
    raise _refused(
        fact,
        f"« {word} » n'est pas possible ; par exemple : {shown}",
        f'"{word}" is not possible; for example: {shown}',
    )


def _country(fact: Fact, word: str) -> str | None:
    """The answer that ``word`` stands for, by the fact's own words or by the country it names."""
    found = countries_meant(fact, word)
    code = country_code(found[0]) if len(found) == 1 else word.upper()
    if len(found) > 1 or " / " in code:
        codes = " / ".join(map(country_code, found))
        raise _refused(fact, f"« {word} » : précisez ({codes})", f'"{word}": say which ({codes})')
    for written in (word.upper(), code):
        if written in fact.also_written:
            return fact.also_written[written]
        if written in fact.not_an_answer:
            instead = fact.not_an_answer[written]
            raise _refused(fact, instead.fr, instead.en)
    return code if code in fact.options else None


def _in_other_words(fact: Fact, word: str) -> str | None:
    """The one answer that ``word`` stands for; raises AnswerError, naming them, where it fits several."""
    found = options_meant(fact, word)
    if len(found) > 1:
        shown = " / ".join(found)
        raise _refused(fact, f"« {word} » : précisez ({shown})", f'"{word}": say which ({shown})')
    return found[0] if found else None


def _countries_shown(fact: Fact, word: str) -> str:
    """The countries whose names come nearest, with their codes; empty for a fact that is not about countries."""
    if fact.name not in COUNTRIES:
        return ""
    names = {fold(name): f"{name} ({option})" for option, label in fact.options.items() for name in label}
    close = get_close_matches(fold(word), names, n=3, cutoff=0.5)
    return ", ".join(names[name] for name in close) or "FR, US, Maroc, Brazil"


def _date(fact: Fact, raw: Any, language: Language | None) -> int:
    if isinstance(raw, date):
        return raw.toordinal()
    try:
        return read_day(str(raw), language).toordinal()
    except DayNotRead as problem:
        raise AnswerError(
            fact.name, Text(f"{fact.name} : {problem.text.fr}", f"{fact.name}: {problem.text.en}")
        ) from None


_CENTS = re.compile(r"^(\d+(?:[.,]\d{3})*)[.,](\d{1,2})$")
_THOUSANDS = re.compile(r"^\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*$")


def _whole_euros(fact: Fact, raw: Any) -> Any:
    """A sum as people write it ("12 000,50 €", "1.234.567", "12'000"), to the nearest euro; anything else as it stands.

    Raises AnswerError for "12,000" and "12.000", which are twelve thousand for some and twelve for others.
    """
    if not isinstance(raw, str) or len(raw) >= LONGEST_SUM:
        return round(raw) if isinstance(raw, float) and abs(raw) < LARGEST_NUMBER else raw
    bare = re.sub(r"[\s\u00a0\u202f€]|euros?|EUR", "", raw, flags=re.IGNORECASE)
    if thousands := _THOUSANDS.match(bare):
        digits = re.sub(r"\D", "", bare)
        if thousands[1] in ".," and len(digits) <= 6:
            raise _refused(
                fact,
                f"« {raw} » peut vouloir dire {digits} ou {digits[:-3]} euros : écrivez {digits} sans point ni virgule",
                f'"{raw}" may be {digits} or {digits[:-3]} euros: write {digits}, without a point or a comma',
            )
        return digits
    if cents := _CENTS.match(bare):
        whole = re.sub(r"\D", "", cents[1])
        return int(whole) + (int(cents[2].ljust(2, "0")) >= 50)
    return raw


def _number(fact: Fact, raw: Any) -> int:
    # "1 200 €" is how people write money.
    written = re.sub(r"[\s€]", "", raw) if isinstance(raw, str) and len(raw) < 30 else raw
    try:
        number = int(written) if not isinstance(raw, bool) and float(written) == int(float(written)) else -1
    except (ValueError, TypeError, OverflowError):
        number = -1
    if number < 0 or number > LARGEST_NUMBER:
        raise _refused(
            fact, f"écrivez un nombre entier, pas « {str(raw)[:30]} »", f'write a whole number, not "{str(raw)[:30]}"'
        )
    return number


def _text(fact: Fact, raw: Any) -> str:
    if fact.name == "postcode" and isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= 99999:
        # Without its quotes, a postcode is read as a number, which has lost its first zero.
        return f"{raw:05d}"
    if not isinstance(raw, str):
        raise _refused(fact, "écrivez un texte entre guillemets", "write a text between quotes")
    return raw.strip()


def _refused(fact: Fact, fr: str, en: str) -> AnswerError:
    return AnswerError(fact.name, Text(f"{fact.name} : {fr}.", f"{fact.name}: {en}."))
