"""Legible: can every page be read? CRPA R113-5 wants "une photocopie lisible". What cannot be read is never passed."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.checks_data import measures
from ouverture.evidence.checks.finding import Finding, Outcome
from ouverture.evidence.citations.crpa import ORIGINAL_OR_PHOTOCOPY
from ouverture.evidence.reading.paper_read import PaperRead, Place, Quality, Read
from ouverture.text import Text

_SERVES = ORIGINAL_OR_PHOTOCOPY.name
_READ = Text("La page se lit en entier.", "The whole page can be read.")
_AGAIN = Text(
    "Photographiez-la à plat, près d'une fenêtre, sans flash, les quatre coins dans l'image.",
    "Photograph it flat, near a window, without flash, with all four corners in the picture.",
)
_BLUR = Text("La page est floue.", "The page is blurred.")
_DARK = Text("La page est trop sombre.", "The page is too dark.")
_PALE = Text("L'encre se distingue mal du papier.", "The ink hardly stands out from the paper.")
_SMALL = Text("Les lettres sont trop petites sur l'image.", "The letters are too small in the picture.")
_GLARE = Text("Un reflet cache une partie de la page.", "A reflection hides part of the page.")
_CUT = Text("Un coin de la page est hors de l'image.", "A corner of the page is outside the picture.")
_FINGER = Text("Un doigt semble cacher un bord de la page.", "A finger seems to hide an edge of the page.")
_EMPTY = Text("Rien ne se lit sur cette page.", "Nothing can be read on this page.")
_GUESSED = Text("Les lettres se lisent mal.", "The letters are hard to read.")
_TURN = Text("Photographiez le bon côté, à plat et au jour.", "Photograph the right side, flat and in daylight.")
_NO_PAGE = Text("Ce papier n'a pas pu être ouvert.", "This paper could not be opened.")


def check(read: PaperRead, _: Case, name: str) -> Iterator[Finding]:
    """One finding a page: passed, or the first thing that keeps it from being read. Nothing read is inconclusive."""
    if not read.pages or read.trouble:
        yield Finding("legible", "inconclusive", read.trouble or _NO_PAGE, _SERVES, _AGAIN)
    for page in read.pages:
        yield _page(page)


def _page(page: Read) -> Finding:
    for outcome, reason, place in _faults(page):
        remedy = _TURN if reason is _EMPTY else _AGAIN
        return Finding("legible", outcome, reason, _SERVES, remedy, page=page.number, place=place)
    return Finding("legible", "passed", _READ, _SERVES, page=page.number)


def _faults(page: Read) -> Iterator[tuple[Outcome, Text, Place | None]]:
    """What keeps the page from being read, the surest first: a defect that was seen fails, one guessed is unsure."""
    limit = measures("legible")
    if page.quality:
        yield from _seen(page.quality)
    if len(page.lines) < limit["lines"]:
        yield "inconclusive", _EMPTY, None
    elif median(line.sure for line in page.lines) < limit["sure"]:
        yield "inconclusive", _GUESSED, None
    elif page.quality and page.quality.finger:
        yield "inconclusive", _FINGER, page.quality.finger


def _seen(seen: Quality) -> Iterator[tuple[Outcome, Text, Place | None]]:
    limit = measures("legible")
    if seen.bright < limit["bright"]:
        yield "failed", _DARK, None
    if seen.glare:
        yield "failed", _GLARE, seen.glare
    if seen.cut:
        yield "failed", _CUT, None
    if seen.sharp < limit["sharp"]:
        yield "failed", _BLUR, None
    if seen.contrast < limit["contrast"]:
        yield "failed", _PALE, None
    if 0 < seen.letter < limit["letter"]:
        yield "failed", _SMALL, None
