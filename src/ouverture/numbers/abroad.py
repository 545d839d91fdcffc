"""Numbers of other countries, as cross-border workers and newcomers paste them: told as such, by their own control.

Controls are those of python-stdnum where it holds them; Luxembourg (Luhn and Verhoeff) and the German insurance
numbers follow their public descriptions.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.wording import day_name, finding, foreign_numbers, say
from ouverture.text import Text

_WRITTEN_APART = re.compile(r"(?<![\w-])(?<!\d )(\d{3})([- ])(\d{2,3})\2(\d{3,4})(?![\w-]| \d)", re.ASCII)
_LETTERS = {letter: f"{place:02d}" for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", start=1)}
_PENSION_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
_NOT_GIVEN_IN_BRITAIN = ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")

Check = Callable[[str], bool]


def as_foreign_numbers(compact: str, written: str) -> list[Candidate]:
    """Every number of another country that ``compact`` can be; ``written`` is the text as it was pasted.

    Nine digits alone are told to be American or Canadian only where the groups they are written in say so.
    """
    found = [_candidate(name, compact) for name in _by_shape(compact)]
    apart = _WRITTEN_APART.search(written)
    if apart is not None and not found:
        found += [_candidate(name, "".join(apart.group(1, 3, 4))) for name in _by_groups(apart)]
    return found


def _by_shape(compact: str) -> Iterator[str]:
    for name, shape, holds in _shapes():
        if shape.fullmatch(compact) and holds(compact):
            yield name


def _by_groups(apart: re.Match[str]) -> Iterator[str]:
    from stdnum import luhn

    area, _, middle, last = apart.groups()
    if (len(middle), len(last)) == (2, 4):
        yield "united_states"
    elif (len(middle), len(last)) == (3, 3) and luhn.is_valid(area + middle + last):
        yield "canada"


def _candidate(name: str, number: str) -> Candidate:
    entry = foreign_numbers()[name]
    parts = [Part("what", number, say("foreign_is", what=Text(entry["fr"], entry["en"])))]
    born = _born(name, number)
    if born is not None:
        parts.append(
            Part("birth", number[:8] if name == "luxembourg" else number[:6], say("foreign_born", day=day_name(born)))
        )
    notes = (finding("foreign_not_french"), finding(f"foreign_{entry['control']}"))
    return Candidate("foreign", number, True, tuple(parts), (), notes)


def _born(name: str, number: str) -> date | None:
    """The day of birth written in the number, where the century is known."""
    if name == "luxembourg":
        return _day(number[:4], number[4:6], number[6:8])
    if name != "belgium":
        return None
    century = "20" if _belgian(f"2{number}") else "19"
    return _day(century + number[:2], number[2:4], number[4:6])


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str], Check], ...]:
    """Each number by its shape and its control; libraries are loaded when the first text is read."""
    from stdnum.ch import ssn as swiss
    from stdnum.de import idnr
    from stdnum.es import dni, nie
    from stdnum.gb import nhs
    from stdnum.ie import pps
    from stdnum.it import codicefiscale
    from stdnum.pt import cc

    rows: tuple[tuple[str, str, Check], ...] = (
        ("luxembourg", r"(?:18|19|20)\d{11}", _luxembourg),
        ("switzerland", r"756\d{10}", swiss.is_valid),
        ("belgium", r"\d{11}", _belgium),
        ("spain_dni", r"\d{8}[A-Z]", dni.is_valid),
        ("spain_nie", r"[XYZ]\d{7}[A-Z]", nie.is_valid),
        ("italy", r"[A-Z]{6}[0-9A-Z]{2}[A-Z][0-9A-Z]{2}[A-Z][0-9A-Z]{3}[A-Z]", codicefiscale.is_valid),
        ("germany_tax", r"[1-9]\d{10}", idnr.is_valid),
        ("germany_pension", r"\d{8}[A-Z]\d{3}", _german_pension),
        ("germany_health", r"[A-Z]\d{9}", _german_health),
        ("united_kingdom_nino", r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]|QQ\d{6}[A-D]", _british),
        ("united_kingdom_nhs", r"[1-9]\d{9}", nhs.is_valid),
        ("quebec", r"[A-Z]{4}\d{8}", _quebec),
        ("ireland", r"\d{7}[A-W][A-IW]?", pps.is_valid),
        ("portugal", r"\d{9}[A-Z0-9]{2}\d", cc.is_valid),
    )
    return tuple((name, re.compile(shape, re.ASCII), holds) for name, shape, holds in rows)


def _luxembourg(number: str) -> bool:
    from stdnum import luhn, verhoeff

    born = _day(number[:4], number[4:6], number[6:8]) is not None
    return born and luhn.is_valid(number[:12]) and bool(verhoeff.is_valid(number[:11] + number[12]))


def _belgium(number: str) -> bool:
    plausible = number[2:4] <= "12" and number[4:6] <= "31"
    return plausible and (_belgian(number) or _belgian(f"2{number}"))


def _belgian(number: str) -> bool:
    """The last two digits are 97 less the remainder of the others by 97; a 2 stands before those of after 1999."""
    return 97 - int(number[:-2]) % 97 == int(number[-2:])


def _german_pension(number: str) -> bool:
    digits = number[:8] + _LETTERS[number[8]] + number[9:11]
    products = (int(digit) * weight for digit, weight in zip(digits, _PENSION_WEIGHTS, strict=True))
    born = "01" <= number[4:6] <= "12"
    return born and sum(sum(map(int, str(product))) for product in products) % 10 == int(number[11])


def _german_health(number: str) -> bool:
    digits = _LETTERS[number[0]] + number[1:9]
    products = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(sum(map(int, str(product))) for product in products) % 10 == int(number[9])


def _british(number: str) -> bool:
    return number[:2] not in _NOT_GIVEN_IN_BRITAIN


def _quebec(number: str) -> bool:
    """Year, month (50 more for a woman) and day of birth, then two digits whose rule we do not hold."""
    month, day = int(number[6:8]) % 50, int(number[8:10])
    return 1 <= month <= 12 and 1 <= day <= 31
