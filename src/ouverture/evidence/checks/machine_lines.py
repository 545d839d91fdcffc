"""Machine-readable lines: do their check digits hold, and is the birth date the one in the file?"""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.checks.whose import RELATIVES
from ouverture.evidence.citations import css
from ouverture.evidence.reading.kinds import mrz_of
from ouverture.evidence.reading.paper_read import PaperRead, Place
from ouverture.numbers.mrz.reading import Mrz
from ouverture.text import Text

_SERVES = css.TITLE_OF_IDENTITY_OR_STAY.name
_PROVED = Text(
    "Les lignes du bas se lisent, et leurs clés sont justes.",
    "The lines at the bottom are read, and their digits hold.",
)
_UNSURE = Text(
    "Les lignes du bas sont mal lues : une de leurs clés ne tombe pas juste.",
    "The lines at the bottom are misread: one of their check digits does not hold.",
)
_AGAIN = Text(
    "Photographiez la page à plat, les lignes du bas entières.", "Photograph the page flat, with the whole lines."
)
_BORN = Text("La date de naissance est celle du dossier.", "The birth date is the one in the file.")
_BORN_OTHERWISE = Text("La date de naissance n'est pas celle du dossier.", "The birth date is not the one in the file.")
_CORRECT = Text(
    "Corrigez la date dans votre dossier, ou envoyez le bon papier.",
    "Correct the date in your file, or send the right paper.",
)


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding on the digits, and one on the birth date where both are known. None without such lines."""
    for number, mrz in mrz_of(read, case.today):
        page = next(one for one in read.pages if one.number == number)
        place = page.lines[mrz.rows[0]].place.around(page.lines[mrz.rows[-1]].place)
        yield _digits(mrz).at(number, place)
        if name not in RELATIVES:
            yield from _birth(mrz, case, number, place)


def _digits(mrz: Mrz) -> Finding:
    if mrz.proved:
        return Finding("machine_lines", "passed", _PROVED, _SERVES)
    return Finding("machine_lines", "inconclusive", _UNSURE, _SERVES, _AGAIN)


def _birth(mrz: Mrz, case: Case, page: int, place: Place) -> Iterator[Finding]:
    known = case.born_on.replace("-00", "")
    if not (known and mrz.birth) or "birth" in mrz.wrong:
        return
    same = known.startswith(mrz.birth) or mrz.birth.startswith(known)
    if same:
        yield Finding("birth_date", "passed", _BORN, _SERVES, page=page, place=place)
    else:
        yield Finding("birth_date", "failed", _BORN_OTHERWISE, _SERVES, _CORRECT, page=page, place=place)
