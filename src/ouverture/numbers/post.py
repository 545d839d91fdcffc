"""Registered letters: the international number with its check digit (UPU S10), and the national shape."""

import re
from functools import cache

from ouverture.numbers.candidate import Candidate, Kind, Part
from ouverture.numbers.swaps import swapped_back
from ouverture.numbers.tables import countries
from ouverture.numbers.wording import either, finding, say
from ouverture.text import Text

_S10 = re.compile(r"([A-Z]{2})(\d{8})(\d)([A-Z]{2})", re.ASCII)
_NATIONAL = re.compile(r"(\d[A-Z])(\d{10})(\d)", re.ASCII)
_WITH_PROOF = "RV"
"""First letters of items handed over against a signature: registered, and insured, which is registered too."""
_SERVICES = {"R": "s10_registered", "V": "s10_insured", "C": "s10_parcel", "E": "s10_express", "L": "s10_letter"}
_NATIONAL_REGISTERED = "12"
"""First digits of French registered letters; others are parcels and tracked items (patterns of public code)."""
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def s10_check_digit(eight: str) -> str:
    """The check digit of eight digits: 11 minus the weighted sum modulo 11, with 10 written 0 and 11 written 5."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, eight, strict=True))
    return {10: "0", 11: "5"}.get(11 - total % 11, str(11 - total % 11))


def as_postal_number(compact: str) -> Candidate | None:
    """``compact`` (13 characters) read as a postal item number, or None when it has another shape."""
    return _as_s10(compact) or _as_national(compact)


def _as_s10(compact: str) -> Candidate | None:
    shape = _S10.fullmatch(compact)
    if shape is None:
        return None
    service, eight, check, country = shape.groups()
    expected = s10_check_digit(eight)
    right = check == expected
    parts = (
        Part("service", service, say(_SERVICES.get(service[0], "s10_service"))),
        Part("item", eight, say("s10_item")),
        Part("check", check, say("s10_check" if right else "s10_check_wrong_part")),
        Part("country", country, _country(country)),
    )
    problems = () if right else (finding("s10_check_wrong", check=check, expected=expected),)
    kind: Kind = "s10" if service[0] in _WITH_PROOF else "post_other"
    return Candidate(kind, compact, right, parts, problems, (), None if right else _slip(compact))


def _as_national(compact: str) -> Candidate | None:
    shape = _NATIONAL.fullmatch(compact)
    if shape is None:
        return None
    registered = shape[1][0] in _NATIONAL_REGISTERED
    parts = (
        Part("product", shape[1], say("national_registered" if registered else "national_product")),
        Part("item", shape[2], say("s10_item")),
        Part("check", shape[3], say("national_last_digit")),
    )
    kind: Kind = "registered_national" if registered else "post_other"
    return Candidate(kind, compact, True, parts, (), (finding("national_shape_only"),))


def _slip(compact: str) -> Text | None:
    found = swapped_back(compact[2:11], lambda nine: nine[8] == s10_check_digit(nine[:8]))
    numbers = [compact[:2] + nine + compact[11:] for nine in found]
    return say("slip_swapped", number=either([Text(n, n) for n in numbers])) if numbers else None


def _country(code: str) -> Text:
    name = _posts().get(code)
    return say("s10_country", country=name) if name else say("s10_country_unknown", code=code)


@cache
def _posts() -> dict[str, Text]:
    return {code: country.name for country in countries().values() for code in country.iso if len(code) == 2}
