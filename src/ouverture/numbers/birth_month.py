"""The two digits of a birth month: a real month, a code for "not known", or nothing that exists."""

from functools import cache
from typing import Literal, NamedTuple

from ouverture.numbers.candidate import Part
from ouverture.numbers.wording import Finding, finding, month_name, say

Standing = Literal["calendar", "unknown", "disputed", "refused"]


class BirthMonth(NamedTuple):
    """What two digits in the place of the month say. ``month`` is None whenever no real month is known."""

    month: int | None
    standing: Standing
    part: Part
    problems: tuple[Finding, ...]
    notes: tuple[Finding, ...]


def _standing(value: int) -> Standing:
    if 1 <= value <= 12:
        return "calendar"
    if value < 20:
        return "refused"
    # 43 to 49: the rule of the CNAM accepts them, the narrower practice of two platforms does not.
    return "disputed" if 43 <= value <= 49 else "unknown"


@cache
def birth_month(two_digits: str) -> BirthMonth:
    """What ``two_digits`` say of the month (CNAM rule of 14 Oct 2024: 01-12 and 20-99)."""
    value = int(two_digits)
    standing = _standing(value)
    if standing == "calendar":
        return BirthMonth(value, standing, Part("month", two_digits, month_name(value)), (), ())
    found = finding(f"month_{standing}", month=two_digits)
    part = Part("month", two_digits, say("month_not_a_month"))
    if standing == "refused":
        return BirthMonth(None, standing, part, (found,), ())
    return BirthMonth(None, standing, part, (), (found,))
