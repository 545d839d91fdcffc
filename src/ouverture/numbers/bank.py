"""Bank accounts: the IBAN of any country, and the French RIB with its own key."""

import re
from collections.abc import Callable
from functools import cache

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.swaps import swapped_back
from ouverture.numbers.tables import countries
from ouverture.numbers.wording import Finding, either, finding, say
from ouverture.text import Text

_IBAN = re.compile(r"([A-Z]{2})(\d\d)([A-Z0-9]{11,30})", re.ASCII)
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
    return say("slip_swapped", number=either([Text(number, number) for number in found])) if found else None


@cache
def _country_names() -> dict[str, Text]:
    return {code: country.name for country in countries().values() for code in country.iso if len(code) == 2}
