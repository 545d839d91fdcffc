"""An enrolment certificate is for the current year (our source S20): the year it names is compared with the claim's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.checks_data import measures
from ouverture.evidence.checks.finding import Finding, Outcome
from ouverture.evidence.citations.sources import STUDENT_FILE
from ouverture.evidence.reading.found import Found, spots
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.text import Text

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?!\d)")
"""Two years one after the other: 2026/2027, 2026-27."""

_CURRENT = Text("Il est de l'année {years}.", "It is for the year {years}.")
_PAST = Text("Il est de l'année {years}, qui est passée.", "It is for the year {years}, which is over.")
_MAY_BE_OVER = Text(
    "Il est de l'année {years} : elle est peut-être finie.", "It is for the year {years}: it may be over."
)
_TO_COME = Text("Il est de l'année {years}, qui n'a pas commencé.", "It is for the year {years}, which has not begun.")
_NO_YEAR = Text("L'année d'études ne s'y lit pas.", "The academic year cannot be read on it.")
_LOOK = Text("Photographiez la page où l'année est écrite.", "Photograph the page on which the year is written.")
_ASK = Text(
    "Demandez à l'établissement un certificat de l'année en cours.",
    "Ask the school or university for a certificate for the current year.",
)


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding for an enrolment certificate of which something was read."""
    if name != "enrolment_certificate" or not any(page.lines for page in read.pages):
        return
    found = max(_years_in(read), key=lambda one: one.what, default=None)
    if found is None:
        yield Finding("school_year", "inconclusive", _NO_YEAR, STUDENT_FILE.name, _LOOK)
        return
    outcome, says = _judged(found.what, case)
    written = f"{found.what}-{found.what + 1}"
    reason = says.filled(years=Text(written, written))
    remedy = None if outcome == "passed" else _ASK
    yield Finding("school_year", outcome, reason, STUDENT_FILE.name, remedy).at(found.page, found.place)


def _judged(first: int, case: Case) -> tuple[Outcome, Text]:
    """What a certificate for the year that begins in ``first`` is worth on the day of the claim."""
    on = case.claimed_on
    if first + 1 < on.year:
        return "failed", _PAST
    if first + 1 == on.year and on.month >= measures("school_year")["begins_in_month"]:
        return "inconclusive", _MAY_BE_OVER
    return ("inconclusive", _TO_COME) if first > on.year else ("passed", _CURRENT)


def _years_in(read: PaperRead) -> Iterator[Found[int]]:
    for spot in spots(read):
        for first, last in _YEARS.findall(spot.line.text):
            if int(last) == (int(first) + 1) % 100:
                yield Found(int(first), spot.page.number, spot.line.place)
