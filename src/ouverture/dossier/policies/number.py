"""What follows for the number: the civil-status paper asked for or sent on, the account it opens."""

from __future__ import annotations

from ouverture.dossier.account.decisions import InviteToAccount
from ouverture.dossier.application.events import PieceAccepted, PieceRefused
from ouverture.dossier.application.pieces import any_accepted, named
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.number.decisions import AskCivilStatus, SendFormalNotice, SendToCnav
from ouverture.dossier.number.events import (
    WITH_WAITING_NUMBER,
    CertifiedInPlace,
    PermanentNumberGiven,
    Reactivated,
    Replaced,
    SuspensionConfirmed,
    WaitingNumberIssued,
)
from ouverture.dossier.policies.registry import after
from ouverture.dossier.rights.decisions import CloseRights


@after(WaitingNumberIssued, PieceAccepted)
def send_to_cnav(file: File, _: Event) -> Command | None:
    """Identity and civil status both good: the file goes to Cnav (R114-7 II)."""
    stage = file.number.stage
    good = any_accepted(file.application.pieces, CIVIL_STATUS_PAPERS)
    return SendToCnav() if good and stage in (WITH_WAITING_NUMBER | {"deactivated"}) - {"with_cnav"} else None


@after(WaitingNumberIssued, PieceRefused)
def ask_civil_status(file: File, _: Event) -> Command | None:
    """Only the identity is good: the person is told to produce the other paper (R114-7 III)."""
    pieces = file.application.pieces
    to_judge = CIVIL_STATUS_PAPERS & set(named(pieces, "received"))
    if file.number.stage != "waiting" or to_judge or any_accepted(pieces, CIVIL_STATUS_PAPERS):
        return None
    return AskCivilStatus()


@after(PieceRefused)
def notice_on_doubt(file: File, e: PieceRefused) -> Command | None:
    """A doubtful civil-status paper opens the second term at once (R114-7 IV)."""
    asked = file.number.stage == "act_asked" and file.number.asked_on != e.on
    return SendFormalNotice(e.reason) if asked and e.piece in CIVIL_STATUS_PAPERS else None


@after(CertifiedInPlace, Replaced, Reactivated, PermanentNumberGiven)
def invite_on_permanent_number(file: File, _: Event) -> Command | None:
    """A permanent number, or one found again, sends the activation code in the same step (M14, M16)."""
    return InviteToAccount() if file.account.stage in ("none", "invited") else None


@after(SuspensionConfirmed)
def close_rights_on_confirmed_suspension(file: File, e: SuspensionConfirmed) -> Command | None:
    """The identity was never certified: rights end (L114-12-3-1 al. 2)."""
    return CloseRights("identity_not_certified", e.on) if file.rights.stage not in ("none", "closed") else None
