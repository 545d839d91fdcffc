"""The bank account written on a paper, by its IBAN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ouverture.evidence.reading.found import Found, Spot, spots
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.numbers.bank import as_iban, as_rib, near_iban
from ouverture.numbers.candidate import Candidate

_IBAN = re.compile(r"[A-Z]{2}[0-9OIlSBZ]{2}(?:[ .\-]?[A-Z0-9]){11,32}")
_LABEL = re.compile(r"^.*?\bI\s?B\s?A\s?N\b\W*", re.I)
_RIB = re.compile(r"(?<!\d)\d{5}[ ]?\d{5}[ ]?[A-Z0-9]{11}[ ]?\d\d(?!\d)")


def accounts_on(read: PaperRead) -> tuple[Found[Candidate], ...]:
    """Each account of the paper, right ones first. What is no account is left out; a faulty one says what is wrong."""
    found = [one for spot in spots(read) for one in _on(spot)]
    return tuple(sorted(found, key=lambda one: not one.what.valid))


def _on(spot: Spot) -> Iterator[Found[Candidate]]:
    text = spot.line.text.upper().replace("O’", "O")
    labelled = bool(_LABEL.match(text))
    for written in _IBAN.findall(_LABEL.sub("", text)):
        compact = re.sub(r"[ .\-]", "", written)
        read = _shortened(compact) or as_iban(compact) or near_iban(compact)
        if read and (read.valid or labelled or len(compact) > _SURELY_ONE):
            yield Found(read, spot.page.number, spot.line.place)
    for written in _RIB.findall(text):
        if (rib := as_rib(written.replace(" ", ""))) and rib.valid:
            yield Found(rib, spot.page.number, spot.line.place)


_SURELY_ONE = 20


def _shortened(compact: str) -> Candidate | None:
    """The account when words after it were taken for its end: the longest beginning that is right."""
    for size in range(len(compact), 14, -1):
        read = as_iban(compact[:size])
        if read and read.valid:
            return read
    return None
