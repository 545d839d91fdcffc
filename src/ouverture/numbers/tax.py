"""The tax number (SPI): 13 digits, the last three a control of the first ten (EU TIN algorithms, public)."""

import re

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.swaps import swapped_back
from ouverture.numbers.wording import Finding, either, finding, say
from ouverture.text import Text

_SHAPE = re.compile(r"\d{13}", re.ASCII)
_MODULUS = 511


def control_of(ten: str) -> str:
    """The last three digits that belong to the first ten."""
    return f"{int(ten) % _MODULUS:03d}"


def passes_control(compact: str) -> bool:
    """Whether 13 digits end with the right control; the shape alone, not the first digit."""
    return bool(_SHAPE.fullmatch(compact)) and compact[10:] == control_of(compact[:10])


def as_tax_number(compact: str) -> Candidate | None:
    """``compact`` (13 digits) read as a tax number, or None when nothing speaks for one.

    A control that fails on a first digit from 4 to 9 says nothing; on 0 to 3 it is a faulty tax number.
    """
    if not _SHAPE.fullmatch(compact) or not (compact[0] in "0123" or passes_control(compact)):
        return None
    problems = _problems(compact)
    parts = (
        Part("body", compact[:10], say("spi_body")),
        Part("control", compact[10:], say("spi_control" if passes_control(compact) else "spi_control_wrong_part")),
    )
    return Candidate("spi", compact, not problems, parts, problems, (), _slip(compact) if problems else None)


def near_tax_number(compact: str) -> Candidate | None:
    """Twelve digits that become a tax number with the leading zero a spreadsheet dropped, or None."""
    restored = "0" + compact
    if len(compact) != 12 or not passes_control(restored):
        return None
    slip = say("slip_leading_zero", number=restored)
    return Candidate("spi", compact, False, (), (finding("spi_length", length=12),), (), slip)


def _problems(compact: str) -> tuple[Finding, ...]:
    if not compact.strip("0"):
        return (finding("spi_all_zero"),)
    if compact[0] > "3":
        return (finding("spi_first_digit", digit=compact[0]),)
    if not passes_control(compact):
        return (finding("spi_control_wrong", control=compact[10:], expected=control_of(compact[:10])),)
    return ()


def _slip(compact: str) -> Text | None:
    found = [number for number in swapped_back(compact, passes_control) if number[0] in "0123"]
    return say("slip_swapped", number=either([Text(n, n) for n in found])) if 0 < len(found) <= 3 else None
