"""Numbers that lost digits on the way: rounded by a spreadsheet, hidden by a narrow column, masked by stars."""

import re
from typing import NamedTuple

from ouverture.numbers.candidate import Candidate
from ouverture.numbers.wording import Finding, finding, say

# A sign or a decimal mark is asked for: "1E12345678901" without either is a registered letter, not a power of ten.
_SCIENTIFIC = re.compile(r"[='\"\s]*([1-9])(?:[.,](\d{1,40}))?\s?[eE](\+?)(\d{1,2})[\"\s]*", re.ASCII)
_HASHES = re.compile(r"\s*#{3,}\s*")
_STARS = re.compile(r"[*•●]|[xX]{3,}")


class Found(NamedTuple):
    """Either a number whose digits are all still there (``restored``), or one that is damaged for good."""

    restored: str = ""
    note: Finding | None = None
    damaged: Candidate | None = None


def damage(text: str) -> Found:
    """What a spreadsheet or a mask did to ``text``; an empty ``Found`` when nothing of the kind is seen."""
    shape = _SCIENTIFIC.fullmatch(text)
    if shape and (shape[2] or shape[3]):
        return _scientific(text.strip(), shape[1] + (shape[2] or ""), int(shape[4]) + 1)
    if _HASHES.fullmatch(text):
        return Found(damaged=_lost(finding("damaged_hashes")))
    return Found()


def masked_digits(text: str) -> Candidate | None:
    """``text`` as a number with digits hidden by stars; asked last, for stars may also surround a whole number."""
    hidden = _STARS.search(text) and sum(map(str.isdigit, text)) >= 3
    return _lost(finding("damaged_masked")) if hidden else None


def _scientific(shown: str, kept: str, length: int) -> Found:
    if len(kept) == length:
        return Found(restored=kept, note=finding("power_of_ten_complete", shown=shown))
    if len(kept) > length:
        return Found()
    problem = finding("damaged_power_of_ten", shown=shown, kept=len(kept), length=length)
    kind = {15: "damaged_was_nir", 13: "damaged_was_thirteen", 23: "damaged_was_rib"}.get(length)
    return Found(damaged=_lost(problem, finding(kind) if kind else None))


def _lost(problem: Finding, guess: Finding | None = None) -> Candidate:
    slip = say("slip_spreadsheet") if problem.code != "damaged_masked" else None
    return Candidate("damaged", "", False, (), (problem,), (guess,) if guess else (), slip)
