"""How what somebody typed is read, whatever the door: one reader for each way in which a field is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ouverture.clock.day_reading import read_day
from ouverture.clock.refusal import DeadlineError
from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.command_words import FieldWords
from ouverture.dossier.field_types import Ask
from ouverture.dossier.file import File
from ouverture.dossier.told_values import without_numbers
from ouverture.dossier.words import filled, table
from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.places.caisse import caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.services.answer.price.amount_reading import MOST_EUROS
from ouverture.text import Language, Text

LONGEST = 4000
"""Signs in one answer: about two typed pages, more than any field here is for."""
SHOWN = 60
"""Signs of a wrong answer said back: enough to recognise it."""
YES = frozenset({"yes", "oui", "true", "on", "1"})
NO = frozenset({"no", "non", "false", "off", "0"})
_AMOUNT = re.compile(r"(\d{1,3}(?: \d{3})+|\d{1,15})(?:[.,](\d{1,2}))?", re.ASCII)
_NEGATIVE = re.compile(r"[-\u2212]\d[\d.,]*€?")
_THOUSANDS = re.compile(r"\s\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$", re.ASCII)
_SPACES = re.compile("[\u00a0\u202f\u2009]")
_NUMBER = re.compile(r"\d{6}[\dAB]{7}(?:\d\d)?", re.ASCII)
_KEPT = frozenset("\n\r\t")


class NotRead(ValueError):
    """An answer that cannot be taken; ``says`` names the question and what would be right."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


def fault(code: str, **values: object) -> NotRead:
    """The fault named ``code`` in ``dossier/data/field_errors.toml``."""
    row = table("field_errors")[code]
    return NotRead(filled(Text(row["fr"], row["en"]), **values))


class Asked(NamedTuple):
    """A question, the file it is answered for, and the language it is asked in (None: a program asks)."""

    field: FieldWords
    file: File
    language: Language | None = None

    def fault(self, code: str, **values: object) -> NotRead:
        """A fault that names this question."""
        return fault(code, label=self.field.label, **values)


def read_value(asked: Asked, typed: str) -> Any:
    """One answer as the command holds it; raises NotRead."""
    return _READERS[asked.field.ask](asked, clean(asked, typed))


def clean(asked: Asked, typed: str) -> str:
    """The answer without spaces around it, its accents composed; raises NotRead when it is too long or unprintable."""
    shown = unicodedata.normalize("NFC", typed).strip()
    if len(shown) > LONGEST:
        raise asked.fault("too_long", most=LONGEST, number=len(shown))
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in _KEPT for sign in shown):
        raise asked.fault("unprintable")
    return shown


def _text(_: Asked, typed: str) -> str:
    return typed


def _day(asked: Asked, typed: str) -> Any:
    try:
        return read_day(typed, asked.language)
    except DeadlineError as error:
        raise asked.fault("not_a_day", why=error.text) from None


def _yes_no(asked: Asked, typed: str) -> bool:
    word = typed.casefold()
    if word not in YES | NO:
        raise asked.fault("yes_or_no")
    return word in YES


def _whole(asked: Asked, typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise asked.fault("whole")
    return int(typed)


def cents_of(typed: str) -> int | None:
    """The cents of an amount in euros ("25", "25,00", "1 250.50 €"); None when it is none."""
    plain = _SPACES.sub(" ", typed).replace("€", "").strip()
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return None
    return int(found[1].replace(" ", "")) * 100 + int((found[2] or "0").ljust(2, "0"))


def _amount(asked: Asked, typed: str) -> int:
    return _sum(asked, typed, "amount")


def _sum(asked: Asked, typed: str, otherwise: str) -> int:
    """The cents of an amount; raises NotRead for one below zero, for a slip of the pen, else with ``otherwise``."""
    if _NEGATIVE.fullmatch(_SPACES.sub("", typed)):
        raise asked.fault("negative", typed=_short(typed))
    cents = cents_of(typed)
    if cents is None:
        raise asked.fault(otherwise)
    if cents > MOST_EUROS * 100:
        raise asked.fault("large_sum", typed=_short(typed))
    return cents


def _number(asked: Asked, typed: str) -> str:
    compact = re.sub(r"[\s.\-]", "", typed).upper()
    if _NUMBER.fullmatch(compact) is None:
        raise asked.fault("number")
    return compact


def _choice(asked: Asked, typed: str) -> Any:
    name, of = asked.field.choose, asked.field.type
    if of.options and typed not in of.options:
        labels = [asked.field.values[option] for option in of.options]
        raise asked.fault("one_of", typed=_short(typed), known=labels)
    if name == "caisses":
        return _caisse(asked, typed)
    if name == "numbers_found":
        return _number_found(asked, typed)
    return _whole(asked, typed) if of.ask == "whole" else typed


def _caisse(asked: Asked, typed: str) -> str:
    try:
        return caisse_of(typed).key
    except PlaceError as error:
        raise asked.fault("answer", why=error.text) from None


def _number_found(asked: Asked, typed: str) -> str:
    """By its place in what the search found, or in full."""
    found = asked.file.identity.candidates
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        if not 1 <= int(typed) <= len(found):
            raise asked.fault("not_on_the_list")
        return found[int(typed) - 1]
    return _number(asked, typed)


def _short(typed: str) -> str:
    """What was typed, cut, with any number of a person or account in it masked."""
    shown = without_numbers(Text(typed, typed)).fr
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def _line(asked: Asked, typed: str) -> tuple[str, int]:
    """An act and what was paid for it: "visit 30,00", or "bed 12 : 1 250,00" where the act ends with a figure."""
    plain = _SPACES.sub(" ", typed).removesuffix("€").strip()
    by_mark = re.fullmatch(r"(.*\S)\s*[:;]\s*([^:;]+)", plain)
    by_space = re.fullmatch(r"(.*\S)\s+(\S+)", plain)
    if by_mark is None and _THOUSANDS.search(plain):
        # "visit 1 250,00" is a thousand, or a visit 1 of 250: whoever typed it says which.
        raise asked.fault("two_sums", typed=_short(typed))
    for found in (by_mark, by_space):
        if found and (cents_of(found[2]) is not None or _NEGATIVE.fullmatch(found[2])):
            return found[1].rstrip(" :;"), _sum(asked, found[2], "lines")
    raise asked.fault("lines")


def _price(asked: Asked, typed: str) -> PricedLine:
    """The line counted from 1 as on paper, its base and what is repaid."""
    found = re.fullmatch(r"(\d{1,3})\s*[:;]?\s+(\S+)\s+(\S+)", _SPACES.sub(" ", typed))
    if found is None or found[1] == "0":
        raise asked.fault("prices")
    base, repaid = (_sum(asked, each, "prices") for each in (found[2], found[3]))
    return PricedLine(int(found[1]) - 1, base, repaid)


def _answer(asked: Asked, typed: str) -> tuple[str, str | bool | int]:
    """One fact of the person, by its name in the law: "name = value"."""
    name, sign, value = (part.strip() for part in typed.partition("="))
    if not (sign and name):
        raise asked.fault("answers")
    try:
        found = read({name: value}, FACTS)
    except AnswerError as error:
        raise asked.fault("answer", why=error.text) from None
    if name not in found:
        raise asked.fault("answers")
    return name, found[name]


def _act(asked: Asked, _: str) -> Any:
    raise asked.fault("acts")


_READERS: Mapping[Ask, Callable[[Asked, str], Any]] = {
    "text": _text,
    "day": _day,
    "yes_no": _yes_no,
    "choice": _choice,
    "whole": _whole,
    "amount": _amount,
    "number": _number,
    "account": _text,
    "tracking": _text,
    "lines": _line,
    "prices": _price,
    "answers": _answer,
    "acts": _act,
}
