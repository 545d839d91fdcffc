"""What an act would do is said before it is kept, and nothing of it is kept."""

from datetime import date

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, RefusePiece
from ouverture.dossier.person.decisions import TellWay
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.preview import Preview, preview
from tests.dossier.acting import after, opened

DAY = date(2026, 1, 7)
REACHED = after(opened(), TellWay("email", "nour@example.org"), date(2026, 1, 6))
FILE = after(REACHED, Deposit(("identity_document", "birth_certificate"), ground="resident"), date(2026, 1, 6))


def test_it_says_what_would_happen_what_would_leave_and_what_would_be_owed() -> None:
    seen = preview(FILE, RefusePiece("identity_document", "unreadable", "a clear copy"), DAY)
    assert isinstance(seen, Preview)
    assert seen.events[0].en == (
        "A paper was refused: Identity document: identity card or passport (identity pages) (the paper cannot be read)."
    )
    assert "a clear copy" in seen.messages[0].words.en
    assert seen.messages[0].channel.en == "e-mail"
    assert "give_pieces" in {one.act for one in seen.owed}


def test_nothing_of_it_is_kept() -> None:
    before = repr(FILE)
    assert isinstance(preview(FILE, AcceptPiece("identity_document"), DAY), Preview)
    assert repr(FILE) == before


def test_what_would_be_refused_is_refused_with_its_reason() -> None:
    seen = preview(FILE, AcceptPiece("tax_notice"), DAY)
    assert isinstance(seen, Refusal)
    assert seen.code == "piece_not_here"
