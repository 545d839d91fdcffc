"""What follows in a claim: the receipt, the request for what is missing, the opening of rights."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.application.decisions import IssueReceipt, RequestPieces
from ouverture.dossier.application.events import (
    ApplicationGranted,
    ApplicationReopened,
    Deposited,
    ForwardedApplicationReceived,
    PieceRefused,
)
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, basis, missing
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.number.events import ALIVE, PermanentNumberGiven, Reactivated, SentToCnav, WaitingNumberIssued
from ouverture.dossier.policies.registry import after
from ouverture.dossier.rights.decisions import OpenRights


@after(Deposited, ApplicationReopened)
def request_what_is_missing(file: File, e: Deposited | ApplicationReopened) -> Command | None:
    """A missing piece always produces a request, with the article that wants it (CRPA L114-5)."""
    state = file.application
    given = (piece.name for piece in state.pieces if piece.status in ("received", "accepted"))
    wanted = missing(state.asked_ground, state.facts, given, e.on)
    return RequestPieces(tuple(paper for paper, _ in wanted)) if wanted else None


@after(Deposited, ForwardedApplicationReceived)
def receipt_on_deposit(file: File, e: Deposited | ForwardedApplicationReceived) -> Command | None:
    """Every claim is acknowledged (CRPA L112-3), and the receipt lists what is missing."""
    return IssueReceipt(e.caisse if isinstance(e, ForwardedApplicationReceived) else file.attachment.caisse)


@after(PieceRefused)
def request_after_refusal(file: File, e: PieceRefused) -> Command | None:
    """A refused paper is asked for again, unless the number has its own terms for it or nothing allows it."""
    state = file.application
    if state.stage != "open" or e.piece in CIVIL_STATUS_PAPERS:
        return None
    allowed = basis(e.piece, state.asked_ground, state.facts, file.attachment.caisse, e.on)
    return RequestPieces((e.piece,)) if allowed else None


@after(ApplicationGranted, WaitingNumberIssued, Reactivated, PermanentNumberGiven, SentToCnav)
def open_rights_on_decision(file: File, _: Event) -> Command | None:
    """Once the claim is granted and a number exists, cover opens in the same step, from the day decided."""
    state = file.application
    if state.stage != "accepted" or state.rights_from is None or file.number.stage not in ALIVE:
        return None
    if file.rights.stage not in ("none", "closed"):
        return None
    return OpenRights(_first_free_day(file, state.rights_from), state.ground, state.decided_on or state.rights_from)


def _first_free_day(file: File, wanted: date) -> date:
    last = file.rights.periods[-1].last if file.rights.periods else None
    return wanted if last is None or wanted > last else last + timedelta(days=1)
