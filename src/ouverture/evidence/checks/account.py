"""Can the account be paid? Its IBAN is well formed and of the SEPA area. Whose it is, ``whose`` says."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.checks_data import measures
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.citations import css
from ouverture.evidence.reading.accounts_on import accounts_on
from ouverture.evidence.reading.found import Found
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.numbers.candidate import Candidate
from ouverture.text import Text

_SERVES = css.BANK_DETAILS.name
_RIGHT = Text("L'IBAN est bien formé, et de la zone SEPA.", "The IBAN is well formed, and of the SEPA area.")
_FAULTY = Text("L'IBAN lu n'est pas juste : {problem}", "The IBAN as read is not right: {problem}")
_NONE = Text("Aucun IBAN ne se lit sur ce papier.", "No IBAN can be read on this paper.")
_ELSEWHERE = Text("Ce compte n'est pas de la zone SEPA.", "This account is not of the SEPA area.")
_NEWLY = Text(
    "Ce pays est entré récemment dans la zone SEPA : nous n'avons pas vérifié que la caisse peut y payer.",
    "This country joined the SEPA area recently: we have not verified that the caisse can pay there.",
)
_SLIP = Text(
    "Envoyez le relevé que votre banque délivre, avec l'IBAN entier.",
    "Send the slip your bank issues, with the whole IBAN.",
)
_SEPA = Text(
    "Un compte de la zone SEPA devrait suffire. Ce papier peut suivre : son absence n'empêche pas d'ouvrir les droits.",
    "An account of the SEPA area should do. This paper may follow: its absence does not prevent cover.",
)
_ASK = Text("Demandez-le à la caisse.", "Ask the caisse.")


def check(read: PaperRead, _: Case, name: str) -> Iterator[Finding]:
    """One finding on the account of a bank slip. A faulty IBAN read from a picture may be misread: inconclusive."""
    if name != "bank_details" or not any(page.lines for page in read.pages):
        return
    found = accounts_on(read)
    if not found:
        yield Finding("account", "inconclusive", _NONE, _SERVES, _SLIP)
    else:
        yield _judged(found[0], read)


def _judged(found: Found[Candidate], read: PaperRead) -> Finding:
    account, area = found.what, measures("account")
    country = account.number[:2] if account.kind == "iban" else "FR"
    judged = Finding("account", "failed", _ELSEWHERE, _SERVES, _SEPA)
    if not account.valid:
        judged = _faulty(found, read)
    elif country in area["sepa"]:
        judged = Finding("account", "passed", _RIGHT, _SERVES)
    elif country in area["newly"]:
        judged = Finding("account", "inconclusive", _NEWLY, _SERVES, _ASK)
    return judged.at(found.page, found.place)


def _faulty(found: Found[Candidate], read: PaperRead) -> Finding:
    page = next(one for one in read.pages if one.number == found.page)
    problem = next((one.says for one in found.what.problems), Text("?", "?"))
    reason = _FAULTY.filled(problem=problem)
    if page.source == "text" or _clearly_written(found, read):
        return Finding("account", "failed", reason, _SERVES, _SLIP)
    return Finding("account", "inconclusive", reason, _SERVES, _SLIP)


def _clearly_written(found: Found[Candidate], read: PaperRead) -> bool:
    """Whether the recogniser was sure of the line."""
    page = next(one for one in read.pages if one.number == found.page)
    return any(line.place == found.place and line.sure >= measures("account")["sure"] for line in page.lines)
