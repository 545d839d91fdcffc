"""A long-stay visa is a title once it was validated: its certificate goes with it (our source G5)."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.citations.sources import VALIDATED_VISA
from ouverture.evidence.reading.found import spots
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.places.spelling import fold
from ouverture.text import Text

_PHRASES = ("validation", "ofii", "vls ts valide", "visa valide")
_THERE = Text("L'attestation de validation du visa y est.", "The certificate that validates the visa is there.")
_MISSING = Text(
    "L'attestation de validation du visa n'est pas parmi ces pages.",
    "The certificate that validates the visa is not among these pages.",
)
_ADD = Text(
    "Ajoutez l'attestation de validation en ligne, que donne le téléservice des étrangers en France.",
    "Add the certificate of online validation, which the online service for foreigners in France gives.",
)


def check(read: PaperRead, _: Case, name: str) -> Iterator[Finding]:
    """One finding for a long-stay visa whose pages were all read."""
    if name != "validated_visa" or not any(page.lines for page in read.pages):
        return
    for spot in spots(read):
        if any(phrase in fold(spot.line.text) for phrase in _PHRASES):
            yield Finding(
                "validated", "passed", _THERE, VALIDATED_VISA.name, page=spot.page.number, place=spot.line.place
            )
            return
    whole = all(page.lines for page in read.pages) and not read.trouble
    yield Finding("validated", "failed" if whole else "inconclusive", _MISSING, VALIDATED_VISA.name, _ADD)
