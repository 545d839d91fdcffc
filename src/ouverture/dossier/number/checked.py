"""A number is taken only if its digits can be a social security number: a tax number, a specimen are named (M25)."""

from __future__ import annotations

from functools import lru_cache

from ouverture.dossier.refusals import Refusal, refuse
from ouverture.numbers.reading import read


@lru_cache(maxsize=1 << 12)
def fault(number: str) -> Refusal | None:
    """Why these digits cannot be a social security number, or None when they can."""
    reading = read(number)
    if any(note.code == "specimen" for one in reading.candidates for note in one.notes):
        return refuse("not_a_number", reason=reading.reason)
    if any(one.kind in ("nir", "nia", "nia_or_nir") and one.valid for one in reading.candidates):
        return None
    code = "tax_number" if any(one.kind == "spi" and one.valid for one in reading.candidates) else "not_a_number"
    return refuse(code, reason=reading.reason)
