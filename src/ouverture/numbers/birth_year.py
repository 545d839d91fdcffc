"""The two digits of a birth year, and the years they can stand for on a given day."""

from functools import lru_cache
from typing import NamedTuple

from ouverture.numbers.candidate import Part
from ouverture.numbers.wording import say

# The longest proven life is 122 years; a little more keeps the rule safe.
_LONGEST_LIFE = 125


class BirthYear(NamedTuple):
    """The possible years, latest first, and the part that says so."""

    years: tuple[int, ...]
    part: Part


@lru_cache(maxsize=1024)
def birth_year(two_digits: str, on_year: int) -> BirthYear:
    """What ``two_digits`` say of the year of birth, seen from ``on_year`` (the century is not in the number)."""
    latest = on_year - (on_year - int(two_digits)) % 100
    years = (latest, latest - 100) if on_year - latest + 100 <= _LONGEST_LIFE else (latest,)
    says = say("year_two", recent=years[0], older=years[1]) if len(years) > 1 else say("year_one", year=latest)
    return BirthYear(years, Part("year", two_digits, says))
