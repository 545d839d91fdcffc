"""Bank accounts: the IBAN of any country, and the French RIB with its own key."""

import re
from collections.abc import Callable
from functools import cache

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.swaps import swapped_back
from ouverture.numbers.tables import countries
from ouverture.numbers.wording import Finding, either, finding, say
from ouverture.text import Text

MOST_LOST = 4
"""Signs lost or too many in a spoiled IBAN; with more, its first letters are rather those of a word ("NIR")."""

_IBAN = re.compile(r"([A-Z]{2})(\d\d)([A-Z0-9]{11,30})", re.ASCII)
_NEARLY_IBAN = re.compile(r"([A-Z]{2})\w{13,34}")
_LOOKALIKE = str.maketrans("OQILZSGB", "00112568")
_RIB = re.compile(r"(\d{5})(\d{5})([A-Z0-9]{11})(\d\d)", re.ASCII)
_RIB_COUNTRIES = {"FR", "MC"}
# Letters of an account number count as digits for the key: A and J as 1, B, K and S as 2, and so on.
_RIB_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


def rib_key(bank: str, branch: str, account: str) -> str:
    """The two digits of the key of a French account."""
    figure = int(account.translate(_RIB_LETTERS))
    return f"{97 - (89 * int(bank) + 15 * int(branch) + 3 * figure) % 97:02d}"


def as_rib(compact: str) -> Candidate | None:
    """``compact`` (23 characters) read as a French RIB, or None when it has another shape."""
    shape = _RIB.fullmatch(compact)
    if shape is None:
        return None
    problems = _rib_problems(compact)
    slip = _slip(compact, lambda tried: bool(_RIB.fullmatch(tried)) and not _rib_problems(tried)) if problems else None
    return Candidate("rib", compact, not problems, _rib_parts(compact), problems, (), slip)


def as_iban(compact: str) -> Candidate | None:
    """``compact`` read as an IBAN, or None when no country and two digits begin it. No country is refused."""
    shape = _IBAN.fullmatch(compact)
    if shape is None or shape[1] not in _country_names():
        return None
    problems = _iban_problems(compact)
    country = shape[1]
    parts = [
        Part("country", country, say("iban_country", country=_country_names()[country])),
        Part("control", shape[2], say("iban_control_wrong_part" if _iban_remainder(compact) != 1 else "iban_control")),
    ]
    if country in _RIB_COUNTRIES and _RIB.fullmatch(shape[3]):
        parts += _rib_parts(shape[3])
    else:
        parts.append(Part("account", shape[3], say("iban_account")))
    slip = _slip(compact, lambda tried: not _iban_problems(tried)) if problems else None
    notes = () if country in _RIB_COUNTRIES else (finding("iban_other_country"),)
    return Candidate("iban", compact, not problems, tuple(parts), problems, notes, slip)


def near_iban(compact: str) -> Candidate | None:
    """``compact`` as an IBAN that holds signs no IBAN has (accents, other scripts), or letters where digits stand."""
    shape = _NEARLY_IBAN.fullmatch(compact)
    expected = _length(shape[1]) if shape and shape[1] in _country_names() else None
    if shape is None or expected is None or abs(len(compact) - expected) > MOST_LOST:
        return None
    strays = [character for character in compact if not (character.isascii() and character.isalnum())]
    control = [character for character in compact[2:4] if not character.isdecimal()]
    if not strays and not control:
        return None
    problem = (
        _stray(strays) if strays else _misplaced(compact, [place for place in (2, 3) if not compact[place].isdecimal()])
    )
    return Candidate("iban", compact, False, (), (problem,), (), _without_strays(compact))


def _stray(strays: list[str]) -> Finding:
    listed = ", ".join(dict.fromkeys(strays))
    return finding("iban_stray", strays=Text(listed, listed))


def _misplaced(iban: str, places: list[int]) -> Finding:
    found = [say("iban_at_place", character=iban[place], place=place + 1) for place in places]
    listed = Text(", ".join(each.fr for each in found), ", ".join(each.en for each in found))
    return finding("iban_misplaced", strays=listed, country=_country_names()[iban[:2]])


def _without_strays(compact: str) -> Text | None:
    """The IBAN once its stray signs are dropped, or its letters read as digits, where that makes it right."""
    dropped = "".join(character for character in compact if character.isascii() and character.isalnum())
    read = dropped[:2] + dropped[2:4].translate(_LOOKALIKE) + dropped[4:]
    if _IBAN.fullmatch(read) and not _iban_problems(read):
        return say("slip_one_too_many" if read == dropped else "slip_lookalike", number=read)
    return None


def _structure_problem(iban: str) -> Finding | None:
    """What the length or the letters have against the country's way; None when nothing is against it."""
    country, expected = iban[:2], _length(iban[:2])
    if expected is not None and len(iban) != expected:
        return finding("iban_length", country=_country_names()[country], expected=expected, length=len(iban))
    letters = [place for place in _only_digits(country) if place < len(iban) and not iban[place].isdecimal()]
    return _misplaced(iban, letters) if letters else None


@cache
def _length(country: str) -> int | None:
    structure = _structure(country)
    return 4 + sum(int(width) for width, _ in structure) if structure else None


@cache
def _only_digits(country: str) -> tuple[int, ...]:
    """The places, from 0, where an IBAN of the country has digits only."""
    places, start = [2, 3], 4
    for width, kind in _structure(country):
        places += range(start, start + int(width)) if kind == "n" else ()
        start += int(width)
    return tuple(places)


@cache
def _structure(country: str) -> tuple[tuple[str, str], ...]:
    """The account's way in that country, as (width, "n" digits, "a" letters or "c" both); empty when not known."""
    # Imported here: its registry of countries takes 50 ms to load and most numbers are not accounts.
    from stdnum.iban import _ibandb

    found = _ibandb.info(country)[0][1].get("bban", "")
    return tuple(re.findall(r"(\d+)!([nac])", found))


def _rib_problems(rib: str) -> tuple[Finding, ...]:
    expected = rib_key(rib[:5], rib[5:10], rib[10:21])
    return () if rib[21:] == expected else (finding("rib_key_wrong", key=rib[21:], expected=expected),)


def _rib_parts(rib: str) -> tuple[Part, ...]:
    key_says = say("rib_key_wrong_part" if _rib_problems(rib) else "rib_key_right")
    return (
        Part("bank", rib[:5], say("rib_bank")),
        Part("branch", rib[5:10], say("rib_branch")),
        Part("account", rib[10:21], say("rib_account")),
        Part("key", rib[21:], key_says),
    )


def _iban_remainder(iban: str) -> int:
    return int("".join(str(int(character, 36)) for character in iban[4:] + iban[:4])) % 97


def _iban_problems(iban: str) -> tuple[Finding, ...]:
    if not _IBAN.fullmatch(iban):
        return (finding("iban_shape"),)
    against = _structure_problem(iban)
    if against is not None:
        return (against,)
    if _iban_remainder(iban) != 1:
        return (finding("iban_control_wrong"),)
    # Imported here: its registry of countries takes 50 ms to load and most numbers are not accounts.
    from stdnum import iban as registry
    from stdnum.exceptions import ValidationError

    try:
        registry.validate(iban)
    except ValidationError:
        return (finding("iban_structure", country=_country_names().get(iban[:2], Text(iban[:2], iban[:2]))),)
    return _rib_problems(iban[4:]) if iban[:2] in _RIB_COUNTRIES else ()


def _slip(compact: str, is_right: Callable[[str], bool]) -> Text | None:
    found = swapped_back(compact, is_right)
    if found:
        return say("slip_swapped", number=either([Text(number, number) for number in found]))
    return _digits_for_letters(compact, is_right) or _one_too_many(compact, is_right)


def _digits_for_letters(compact: str, is_right: Callable[[str], bool]) -> Text | None:
    places = [place for place in _only_digits(compact[:2]) if place < len(compact)]
    read = "".join(c.translate(_LOOKALIKE) if place in places else c for place, c in enumerate(compact))
    return say("slip_lookalike", number=read) if read != compact and is_right(read) else None


def _one_too_many(compact: str, is_right: Callable[[str], bool]) -> Text | None:
    shorter = dict.fromkeys(compact[:place] + compact[place + 1 :] for place in range(4, len(compact)))
    right = [tried for tried in shorter if is_right(tried)]
    return say("slip_one_too_many", number=right[0]) if len(right) == 1 else None


@cache
def _country_names() -> dict[str, Text]:
    return {code: country.name for country in countries().values() for code in country.iso if len(code) == 2}
