"""An enrolment as an agent does it, order by order: from an unknown person to a permanent number and an invitation."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.number.decisions import CertifyInPlace, IssueWaitingNumber
from ouverture.dossier.person.decisions import TellWay
from ouverture.services.casework.ports import Order

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GROUND = "joins_insured_family"
PAPERS = (
    "identity_document",
    "birth_certificate",
    "application_form",
    "marriage_certificate",
    "relative_rights_certificate",
    "relative_identity_document",
)
RANKS, MONTHS, YEARS = 999, 12, 100
EACH = 7 + len(PAPERS)
"""How many orders an enrolment takes."""


def orders(stream: str, nth: int) -> Iterator[Order]:
    """All of one enrolment; ``nth`` makes the person's number another's than anybody else's."""
    for place, wanted in enumerate(_commands(stream, nth)):
        yield Order(stream, wanted, Moment(DAY, wanted.may[0]), f"{stream}/{place}", NOON)


def _commands(stream: str, nth: int) -> Iterator[Command]:
    yield OpenFile(stream, "751", "connected")
    yield TellWay("email", f"person-{nth}@example.org")
    yield Deposit(PAPERS, ground=GROUND)  # its receipt comes by itself
    yield from map(AcceptPiece, PAPERS)
    yield RecordSearch(())
    yield GrantApplication(GROUND, DAY)
    yield IssueWaitingNumber(number(nth))
    yield CertifyInPlace()  # the invitation comes by itself


def number(nth: int, country: int = 404) -> str:
    """A well-formed invented number, another one for each ``nth`` below two million and each country."""
    months, rank = divmod(nth, RANKS)
    years, month = divmod(months, MONTHS)
    sex, year = divmod(years, YEARS)
    digits = f"{sex + 1}{(60 + year) % YEARS:02}{month + 1:02}99{country}{rank + 1:03}"
    return f"{digits}{97 - int(digits) % 97:02}"
