"""Thirteen or fifteen characters read as a social security number, field by field."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from ouverture.numbers.birth_month import birth_month
from ouverture.numbers.birth_year import birth_year
from ouverture.numbers.birthplace import told
from ouverture.numbers.candidate import Candidate, Kind, Part
from ouverture.numbers.nir_key import key_of
from ouverture.numbers.nir_slips import near_miss, wrong_key_slip
from ouverture.numbers.wording import Finding, finding, say

SHAPE = re.compile(r"([1-4])(\d\d)(\d\d)(\d{5}|2[AB]\d{3})(\d{3})(\d\d)?", re.ASCII)


def as_social_number(compact: str, on_year: int, kind: Kind = "nia_or_nir") -> Candidate | None:
    """``compact`` (13 or 15 characters, upper case) read as a number beginning with 1 to 4, or None.

    ``kind`` is what the caller knows of the status: the digits never tell a waiting number from a permanent one.
    """
    shape = SHAPE.fullmatch(compact)
    if shape is None:
        return None
    sex, year, month, place, order, key = shape.groups()
    year_read, month_read = birth_year(year, on_year), birth_month(month)
    place_read = told(place, year_read.years, month_read.month)
    key_read = _key(key, key_of(compact[:13]))
    place_part = Part("place", place, place_read.says)
    parts = (_sex(sex), year_read.part, month_read.part, place_part, _order(order), *key_read.parts)
    order_problems = (finding("order_zero"),) if order == "000" else ()
    problems = month_read.problems + place_read.problems + order_problems + key_read.problems
    notes = month_read.notes + place_read.notes + key_read.notes
    if sex > "2":
        return _legacy(compact, parts, problems, notes)
    slip = wrong_key_slip(compact, _is_sound(on_year)) if key_read.problems else None
    return Candidate(kind, compact, not problems, parts, problems, notes, slip)


class _KeyRead(NamedTuple):
    parts: tuple[Part, ...]
    problems: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


@lru_cache(maxsize=1024)
def _key(key: str | None, expected: str) -> _KeyRead:
    if key is None:
        return _KeyRead((), (), (finding("key_absent", expected=expected),))
    if key == expected:
        return _KeyRead((Part("key", key, say("key_right")),))
    return _KeyRead((Part("key", key, say("key_wrong_part")),), (finding("key_wrong", key=key, expected=expected),))


def _legacy(
    compact: str, parts: tuple[Part, ...], problems: tuple[Finding, ...], notes: tuple[Finding, ...]
) -> Candidate:
    """First digit 3 or 4: told, never generated; without its key nothing supports it, so it is not called valid."""
    if len(compact) == 13:
        problems += (finding("legacy_without_key"),)
    return Candidate("legacy", compact, not problems, parts, problems, (finding("legacy_policy"), *notes))


def near_social_number(compact: str, on_year: int) -> Candidate | None:
    """``compact`` as a social security number that a slip made unreadable (length, letter, first digit), or None."""
    missed = near_miss(compact, _is_sound(on_year))
    if missed is None:
        return None
    problem, slip = missed
    return Candidate("nia_or_nir", compact, False, (), (problem,), (), slip)


@cache
def _sex(digit: str) -> Part:
    return Part("sex", digit, say(f"sex_{digit}"))


@lru_cache(maxsize=1024)
def _order(digits: str) -> Part:
    return Part("order", digits, say("order"))


def _is_sound(on_year: int) -> Callable[[str], bool]:
    """A test for corrected numbers: a slip is only suggested when the number it leads to has no other fault."""

    def sound(compact: str) -> bool:
        if not SHAPE.fullmatch(compact) or compact[13:] != key_of(compact[:13]) or compact[0] > "2":
            return False
        month = birth_month(compact[3:5])
        place = told(compact[5:10], birth_year(compact[1:3], on_year).years, month.month)
        return not (month.problems or place.problems) and compact[10:13] != "000"

    return sound
