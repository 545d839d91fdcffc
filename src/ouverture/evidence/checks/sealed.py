"""The sealed code of a paper (2D-Doc): does it name whoever the file names? Its signature is not checked here."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.evidence.checks import words
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.checks.whose import OWN, SHARED
from ouverture.evidence.papers import PAPERS
from ouverture.evidence.reading.kinds import sealed_codes_of
from ouverture.evidence.reading.names_on import match_on
from ouverture.evidence.reading.paper_read import Line, PaperRead, Place, Read
from ouverture.numbers.sealed_code import SealedCode
from ouverture.text import Text

_WHOLE_PAGE = Place(0.0, 0.0, 1.0, 1.0)
_SAME = Text(
    "Le code scellé (2D-Doc) porte le même nom. Sa signature n'a pas été vérifiée ici.",
    "The sealed code (2D-Doc) bears the same name. Its signature was not verified here.",
)
_OTHER = Text(
    "Le code scellé (2D-Doc) de ce papier porte un autre nom : {holder}.",
    "The sealed code (2D-Doc) of this paper bears another name: {holder}.",
)
_LOOK = Text(
    "Regardez si le code et le papier vont ensemble.",
    "Look whether the code and the paper belong together.",
)


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding for each sealed code that names somebody; none while the file has no name."""
    persons = (case.person, *(case.joins if name in SHARED else ()))
    if name not in OWN | SHARED or not any(one.birth or one.usage for one in persons):
        return
    for page, code in sealed_codes_of(read):
        if code.holders:
            yield _judged(code, page, case, name)


def _judged(code: SealedCode, page: int, case: Case, name: str) -> Finding:
    serves = PAPERS[name].articles[0].name
    lines = tuple(Line(holder, _WHOLE_PAGE) for holder in code.holders)
    written = PaperRead((Read(page, lines, "text"),))
    persons = (case.person, *(case.joins if name in SHARED else ()))
    if any(match_on(written, one).alike in ("same", "initial") for one in persons):
        return Finding("sealed_code", "passed", _SAME, serves, page=page, advice=True)
    reason = _OTHER.filled(holder=words.quoted(code.holders[0]))
    return Finding("sealed_code", "inconclusive", reason, serves, _LOOK, page=page)
