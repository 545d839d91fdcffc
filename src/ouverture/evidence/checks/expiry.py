"""Is it in date? A right to stay is judged on the day of the claim (CSS R111-3 II), whatever happens to it later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ouverture.evidence.checks import words
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.citations import css
from ouverture.evidence.reading.days_on import days_in, periods_in
from ouverture.evidence.reading.found import Found, spots
from ouverture.evidence.reading.kinds import mrz_of
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.places.spelling import fold
from ouverture.text import Text

STAY = frozenset(
    {"stay_document", "validated_visa", "asylum_certificate", "protection_document", "prefecture_document"}
)
"""Documents that must be in date on the day of the claim."""
IDENTITY = frozenset({"identity_document", "photo_identity_document", "relative_identity_document"})
"""Documents that say who somebody is: no text we hold says that they must be in date."""
OTHERS = frozenset({"s1_form", "posting_certificate", "european_card"})
"""Forms of another State that have an end."""

_END = re.compile(
    r"expir|valable jusqu|valid until|valid to|valid thru|fin de validite|date d expiration|date of expiry|jusqu au|"
    r"valable du|valide jusqu|until|validite"
)
_IN_DATE = Text("En cours de validité jusqu'au {end}.", "In date until {end}.")
_ENDED = Text("Il a cessé d'être valable le {end}, avant la demande.", "It ended on {end}, before the claim.")
_ENDS_SOON = Text(
    "Il finit le {end}, avant la décision attendue le {decided}. La loi le juge au jour de la demande : il convient.",
    "It ends on {end}, before the decision expected by {decided}. The law judges it on the day of the claim: it "
    "will do.",
)
_RENEWAL = Text(
    "Si vous l'avez, joignez le récépissé du renouvellement : il évite une question.",
    "If you have it, add the receipt for its renewal: it spares you a question.",
)
_NEW_ONE = Text(
    "Envoyez celui qui est en cours, ou le récépissé de sa demande de renouvellement.",
    "Send the one now in date, or the receipt for its renewal.",
)
_IDENTITY_ENDED = Text(
    "Ce document d'identité a expiré le {end}. L'article veut un titre qui vous identifie et ne dit pas qu'il doit "
    "être en cours de validité ; un bureau peut le redemander.",
    "This identity document expired on {end}. The article wants a title that identifies you and does not say that it "
    "must be in date; an office may ask again.",
)
_ANOTHER = Text("Si vous en avez un en cours de validité, envoyez-le.", "If you have one in date, send it.")
_NO_END = Text("Sa date de fin ne se lit pas.", "Its end date cannot be read.")
_LOOK = Text("Photographiez la page où elle est écrite.", "Photograph the page on which it is written.")


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding for papers that have an end; none when nothing is read at all (``legible`` says so)."""
    if name not in STAY | IDENTITY | OTHERS or not any(page.lines for page in read.pages):
        return
    serves = css.JUDGED_ON_CLAIM_DAY if name in STAY else css.TITLE_OF_IDENTITY_OR_STAY
    end = end_of(read, case)
    if end is None:
        yield Finding("expiry", "inconclusive", _NO_END, serves.name, _LOOK)
    else:
        yield _judged(end, case, name, serves.name)


def _judged(end: Found[date], case: Case, name: str, serves: str) -> Finding:
    said = words.day(end.what)
    found = Finding("expiry", "passed", _IN_DATE.filled(end=said), serves)
    if end.what < case.claimed_on and name in IDENTITY:
        found = Finding("expiry", "inconclusive", _IDENTITY_ENDED.filled(end=said), serves, _ANOTHER)
    elif end.what < case.claimed_on:
        found = Finding("expiry", "failed", _ENDED.filled(end=said), serves, _NEW_ONE)
    elif name in STAY and case.decided_on and end.what < case.decided_on:
        reason = _ENDS_SOON.filled(end=said, decided=words.day(case.decided_on))
        found = Finding("expiry", "passed", reason, serves, _RENEWAL, advice=True)
    return found.at(end.page, end.place)


def end_of(read: PaperRead, case: Case) -> Found[date] | None:
    """The last day of validity: by proved machine-readable lines, else the latest day beside a word that says so."""
    for number, mrz in mrz_of(read, case.today):
        if mrz.expiry and "expiry" not in mrz.wrong:
            page = next(one for one in read.pages if one.number == number)
            return Found(mrz.expiry, number, page.lines[mrz.rows[-1]].place)
    return max(_written_ends(read), key=lambda one: one.what, default=None)


def _written_ends(read: PaperRead) -> Iterator[Found[date]]:
    every = list(spots(read))
    for at, spot in enumerate(every):
        if not _END.search(fold(spot.line.text)):
            continue
        below = [one for one in every[at + 1 : at + 3] if one.page is spot.page]
        for one in (spot, *below):
            if days := (*days_in(one.line.text), *(period.last for period in periods_in(one.line.text))):
                yield Found(max(days), one.page.number, one.line.place)
                break
