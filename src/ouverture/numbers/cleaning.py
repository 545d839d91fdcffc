"""Pasted text made plain: separators dropped, foreign digits and look-alike letters brought back to what was meant."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ouverture.numbers.wording import Finding, finding
from ouverture.text import Text

LONGEST_TEXT = 2000

# Letters of other alphabets that print like Latin ones; the NFKC form leaves them as they are.
_TWINS = str.maketrans("АВСЕНІКМОРТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHIKMOPTXYABEZHIKMNOPTYX")
_LETTER_TO_DIGIT = dict(zip("OQILZSGB", "00112568", strict=True))
_MOST_CHANGES = 4
_STUCK_NAME = re.compile(r"^\s*(?:NIR|NIA|NSS|INS)(?=\d)", re.IGNORECASE)
_WORD_KEY = re.compile(r"(?<=\d)[\s,;(]*\b(?:cl[eé]f?|key)\b[\s:=]*(?=\d{1,2}\b)", re.IGNORECASE)

# What each place of a number must hold: 9 a digit, A a letter, D the second sign of a department (digit, A or B).
_TEMPLATES = ("999999D99999999", "999999D999999", "AA999999999AA", "9A99999999999", "9" * 11, "9" * 9)


class Cleaned(NamedTuple):
    """The text in upper case without separators; ``notes`` when characters were read as others."""

    compact: str
    notes: tuple[Finding, ...] = ()


class Repaired(NamedTuple):
    """One way to read look-alike characters as what their place asks for."""

    compact: str
    changes: Text


def _plain_character(character: str) -> str:
    if not character.isalnum():
        return ""
    # Some digits are not decimal (circled, superscript): they are kept, and so spoil the number, rather than guessed.
    digit = unicodedata.decimal(character, None)
    return str(digit) if digit is not None else character


def clean(text: str) -> Cleaned:
    """``text`` upper case, ASCII digits, nothing between them. Letters of other alphabets stay as they are."""
    usual = unicodedata.normalize("NFKC", text).upper().translate(_TWINS)
    compact = "".join(map(_plain_character, usual))
    exotic = any(character.isalnum() and not character.isascii() for character in text) and compact.isascii()
    return Cleaned(compact, (finding("foreign_characters"),) if exotic else ())


def without_name(text: str) -> str:
    """The text without a number's name stuck to it ("NIR185…"), nor the word "key" before its two digits ("clé 35")."""
    return _WORD_KEY.sub(" ", _STUCK_NAME.sub("", text))


def without_trailing_decimals(text: str) -> Cleaned:
    """The text without the ".0" that a program adds when it takes a number for a quantity."""
    shorter = re.sub(r"^(\s*\d{9,})[.,]0{1,2}\s*$", r"\1", text)
    return Cleaned(shorter, (finding("trailing_decimals"),) if shorter != text else ())


def lookalikes(compact: str) -> Iterator[Repaired]:
    """Each reading of ``compact`` where a letter standing for a digit that looks like it is put right.

    A digit is never read as a letter: thirteen digits are no registered letter.
    """
    for template in _TEMPLATES:
        if len(template) == len(compact):
            repaired = "".join(map(_as_wanted, compact, template, "0" + compact))
            changes = [f"{a}→{b}" for a, b in zip(compact, repaired, strict=True) if a != b]
            if 0 < len(changes) <= _MOST_CHANGES:
                listed = ", ".join(changes)
                yield Repaired(repaired, Text(listed, listed))


def _as_wanted(character: str, wanted: str, before: str) -> str:
    if wanted == "A":
        return character
    if wanted == "D" and before == "2" and character in "AB":
        return character
    return _LETTER_TO_DIGIT.get(character, character)
