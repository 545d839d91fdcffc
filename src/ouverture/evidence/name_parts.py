"""Names folded for look-up: any script to plain letters, and a rougher key that other transliterations share."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from anyascii import anyascii

PARTICLES = frozenset({"de", "da", "do", "dos", "du", "des", "della", "di", "el", "al", "la", "le", "van", "von", "der",
                       "den", "bin", "ibn", "bint", "ben", "abu", "mc", "mac", "st", "y", "e"})  # fmt: skip
"""Parts that one office writes and another leaves out."""
LONGEST_NAME = 120
_LETTERS = re.compile(r"[a-z]+")
_SAME_SOUND = (
    ("ph", "f"), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("cz", "s"), ("kh", "h"), ("gh", "g"),
    ("th", "t"), ("dj", "j"), ("dz", "j"), ("zh", "j"), ("ou", "u"), ("oo", "u"), ("w", "v"), ("y", "i"), ("j", "i"),
    ("q", "k"), ("c", "k"), ("z", "s"), ("x", "s"),
)  # fmt: skip
"""Spellings of one sound in the transliterations that civil-status papers carry, longest first."""
_VOWELS = re.compile(r"[aeiouh]")
_TWICE = re.compile(r"(.)\1+")


class Named(NamedTuple):
    """The names of somebody as they are written, in any script. Whoever has one name only has no ``given``."""

    birth: str = ""
    usage: str = ""
    given: tuple[str, ...] = ()


def parts_of_name(name: str) -> tuple[str, ...]:
    """The parts of a name in plain small letters, particles left out, unless there is nothing else."""
    every = tuple(dict.fromkeys(_LETTERS.findall(anyascii(name[:LONGEST_NAME]).lower().replace("'", ""))))
    return tuple(one for one in every if one not in PARTICLES) or every


def sounds_alone(name: str) -> bool:
    """Whether a name is in letters that do not say how it is spelt in ours: Arabic leaves vowels out."""
    return any(each.isalpha() and not unicodedata.name(each, "").startswith(_SPELT_OUT) for each in name)


_SPELT_OUT = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "MODIFIER")
"""Scripts whose letters have one spelling in ours, or a few."""


def rough(part: str) -> str:
    """What spellings of one name have in common: the first sound and the consonants after it."""
    for written, sounds in _SAME_SOUND:
        part = part.replace(written, sounds)
    return _TWICE.sub(r"\1", part[:1] + _VOWELS.sub("", part[1:]))
