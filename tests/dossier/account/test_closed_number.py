"""A number that is closed takes the activation code with it: no day makes the file ask for the impossible."""

from datetime import date

from ouverture.dossier.application.decisions import AcceptPiece, Deposit
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.machine import wake
from ouverture.dossier.number.decisions import CloseNumber, GivePermanentNumber
from tests.dossier.acting import acts, after, opened

DAY = date(2026, 1, 6)


def invited() -> File:
    file = after(opened(), Deposit(("identity_document",), ground="resident"), DAY)
    for wanted in (AcceptPiece("identity_document"), RecordSearch(), GivePermanentNumber("298079940412382")):
        file = after(file, wanted, DAY)
    assert file.account.stage == "invited"
    return file


def test_the_code_of_a_closed_number_is_not_sent_again() -> None:
    closed = after(invited(), CloseNumber("fraud"), DAY)
    later = wake(closed, date(2026, 6, 1)).file
    assert later.account.invited_on == DAY
    assert "activate_account" not in acts(later, date(2026, 6, 1))


def test_the_code_of_a_live_number_is() -> None:
    later = wake(invited(), date(2026, 6, 1)).file
    assert later.account.invited_on != DAY
    assert "activate_account" in acts(later, date(2026, 6, 1))
