"""The machine-readable lines of a passport, a card or a visa: recognised, so that nobody takes them for a number.

Rests on ICAO Doc 9303: lines of 44, 36 or 30 characters, with "<" for blanks, and check digits of weights 7, 3, 1.
"""

import re

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.wording import finding, say

_LINE = re.compile(r"[A-Z0-9<]{28,46}", re.ASCII)
_KINDS = {"P": "mrz_passport", "V": "mrz_visa", "I": "mrz_card", "A": "mrz_card", "C": "mrz_card"}
_SECOND_LINE = re.compile(r"([A-Z0-9<]{9})(\d)([A-Z<]{3})(\d{6})(\d)([MFX<])(\d{6})(\d)[A-Z0-9<]{8,20}", re.ASCII)
_WEIGHTS = (7, 3, 1)
_FEWEST_BLANKS = 2


def check_digit(field: str) -> str:
    """The check digit of a field: digits count as themselves, A to Z as 10 to 35, "<" as 0."""
    values = (0 if character == "<" else int(character, 36) for character in field)
    return str(sum(value * _WEIGHTS[place % 3] for place, value in enumerate(values)) % 10)


def as_travel_document(text: str) -> Candidate | None:
    """``text`` as one to three machine-readable lines, or None. What the lines say of the person is not repeated."""
    lines = [re.sub(r"[ \t]", "", line).upper().replace("«", "<<") for line in text.split("\n") if line.strip()]
    lines = [line.strip("\r") for line in lines]
    if not 1 <= len(lines) <= 3 or not all(_LINE.fullmatch(line) for line in lines):
        return None
    second = next((found for line in lines if (found := _SECOND_LINE.fullmatch(line))), None)
    if second is None and "".join(lines).count("<") < _FEWEST_BLANKS:
        return None
    kind = _KINDS.get(lines[0][0]) if second is None or len(lines) > 1 else None
    parts = [Part("document", lines[0][:2], say(kind or "mrz_document"))]
    if second is not None:
        parts.append(Part("control", second[2] + second[5] + second[8], say(_control(second))))
    return Candidate("mrz", "", True, tuple(parts), (), (finding("mrz_not_a_number"),))


def _control(second: re.Match[str]) -> str:
    right = all(check_digit(second[field]) == second[field + 1] for field in (1, 4, 7))
    return "mrz_controls_right" if right else "mrz_controls_wrong"
