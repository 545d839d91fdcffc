"""Reading what was given: names, types and dates become known values, or one clear sentence says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from ouverture.rules.assessment import Person
from ouverture.rules.facts import Fact, Value
from ouverture.text import Text

UNKNOWN_WORDS = frozenset({"", "unknown", "inconnu", "?"})
YES = frozenset({"yes", "oui", "true", "vrai"})
NO = frozenset({"no", "non", "false", "faux"})


class AnswerError(ValueError):
    """An answer that cannot be used: ``field`` names the fact, ``text`` says what would be right."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text.en)
        self.field = field
        self.text = text


def read(given: Mapping[str, Any], facts: Mapping[str, Fact]) -> dict[str, Value | str]:
    """The known values among what was given; an empty answer, null or "unknown" is not known.

    Raises AnswerError for the first name or value that cannot be read.
    """
    read_values = {name: read_one(_fact(name, facts), raw) for name, raw in given.items()}
    return {name: value for name, value in read_values.items() if value is not None}


def read_one(fact: Fact, raw: Any) -> Value | None:
    """One value in the engine's form, or None where it is said to be unknown; raises AnswerError."""
    if raw is None or (isinstance(raw, str) and raw.strip().lower() in UNKNOWN_WORDS):
        return None
    match fact.kind:
        case "yes_no":
            return _yes_no(fact, raw)
        case "one_of":
            return _one_of(fact, raw)
        case "date":
            return _date(fact, raw)
        case "whole_number" | "money":
            return _number(fact, raw)
    if not isinstance(raw, str):
        raise AnswerError(
            fact.name,
            Text(f"{fact.name} : écrivez un texte entre guillemets.", f"{fact.name}: write a text between quotes."),
        )
    return raw.strip()


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
    raise AnswerError(
        fact.name,
        Text(
            f"{fact.name} : répondez par oui ou non (true ou false), pas « {raw} ».",
            f'{fact.name}: answer yes or no (true or false), not "{raw}".',
        ),
    )


def _one_of(fact: Fact, raw: Any) -> str:
    word = str(raw).strip()
    for option in (word, word.lower(), word.upper()):
        if option in fact.options:
            return option
    if word.upper() in fact.also_written:
        return fact.also_written[word.upper()]
    if word.upper() in fact.not_an_answer:
        instead = fact.not_an_answer[word.upper()]
        raise AnswerError(fact.name, Text(f"{fact.name} : {instead.fr}.", f"{fact.name}: {instead.en}."))
    close = get_close_matches(word.lower(), fact.options, n=3, cutoff=0.4)
    shown = ", ".join(close or list(fact.options)[:12])
    raise AnswerError(
        fact.name,
        Text(
            f"{fact.name} : « {word} » n'est pas possible ; par exemple : {shown}.",
            f'{fact.name}: "{word}" is not possible; for example: {shown}.',
        ),
    )


def _date(fact: Fact, raw: Any) -> int:
    try:
        return (raw if isinstance(raw, date) else date.fromisoformat(str(raw).strip())).toordinal()
    except ValueError:
        raise AnswerError(
            fact.name,
            Text(
                f"{fact.name} : « {raw} » n'est pas une date ; écrivez année-mois-jour, par exemple 2026-05-31.",
                f'{fact.name}: "{raw}" is not a date; write year-month-day, for example 2026-05-31.',
            ),
        ) from None


def _number(fact: Fact, raw: Any) -> int:
    try:
        number = int(raw) if not isinstance(raw, bool) and float(raw) == int(float(raw)) else -1
    except (ValueError, OverflowError):
        number = -1
    if number < 0 or number > 10**9:
        raise AnswerError(
            fact.name,
            Text(
                f"{fact.name} : écrivez un nombre entier, pas « {raw} ».",
                f'{fact.name}: write a whole number, not "{raw}".',
            ),
        )
    return number
