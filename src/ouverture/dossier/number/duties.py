"""Who must act next for the number, and by which day (R114-7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.application.duties import to_judge
from ouverture.dossier.application.pieces import Piece
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, IDENTITY_PAPERS
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.number.extension import extension_end
from ouverture.dossier.number.terms import told_on

_PAPER_AWAITED = ("waiting", "act_asked", "notice")
"""Stages in which nothing but the civil-status paper keeps the number from its certification."""


def duties(file: File, day: date) -> Iterator[Obligation]:
    """The obligations of the number, one at a time; the person owes no paper that is on the caisse's desk."""
    state = file.number
    here = {*(piece.name for piece in to_judge(file)), *unsorted_sheets(file)}
    shown = not CIVIL_STATUS_PAPERS.isdisjoint(here)
    if state.stage == "none":
        yield from _first_number(file)
    elif state.stage in _PAPER_AWAITED and (given := _given_outside(file)):
        yield owed("certify", given.since)
    elif state.stage == "waiting" and state.issued_on and not _paper_to_judge(file):
        yield owed("ask_civil_status", state.issued_on)
    elif state.stage == "act_asked" and state.asked_on and not shown:
        told = told_on(file, "civil_status_asked", state.asked_on)
        yield owed("give_civil_status", told or state.asked_on)
    elif state.stage == "notice" and state.notice_on and not shown:
        told = told_on(file, "formal_notice_sent", state.notice_on)
        yield owed("give_civil_status_after_notice", told or state.notice_on)
    elif state.stage == "suspended" and state.suspended_on:
        yield owed("decide_after_suspension", state.suspended_on)
    elif state.stage == "extended" and state.extended_on:
        end = extension_end(file) or state.extended_on
        late = day > end
        if state.asked_again_on and (again := owed("ask_again", state.asked_again_on)).due < end:
            yield again
        if late:
            yield owed("decide_after_extension", end)
        elif not shown:
            yield owed("give_civil_status_later", state.extended_on)
    elif state.stage == "with_cnav" and state.sent_on:
        yield owed("certify", state.sent_on)
    elif state.stage == "declined" and state.declined_on:
        yield owed("explain_refused_number", state.declined_on)
    if state.rejected_on:
        yield owed("confirm_number", state.rejected_on)


def _paper_to_judge(file: File) -> bool:
    """Whether a civil-status paper waits to be judged: that is then what is owed."""
    return any(piece.status == "received" and piece.name in CIVIL_STATUS_PAPERS for piece in file.application.pieces)


def _given_outside(file: File) -> Piece | None:
    """Outside, a civil-status paper that was given and not sent back: the number is what is awaited, not the paper."""
    given = ("accepted",) if file.application.stage == "open" else ("accepted", "received")
    pieces = () if file.connected else file.application.pieces
    return next((piece for piece in pieces if piece.name in CIVIL_STATUS_PAPERS and piece.status in given), None)


def shown_identity(file: File) -> Piece | None:
    """The title of identity or stay judged good.

    Outside, a granted claim whose cover still waits for a number says so of the one that was given.
    """
    granted = not file.connected and file.application.stage == "accepted" and file.rights.stage == "none"
    good = ("accepted", "received") if granted else ("accepted",)
    return next((p for p in file.application.pieces if p.status in good and p.name in IDENTITY_PAPERS), None)


def _first_number(file: File) -> Iterator[Obligation]:
    shown = shown_identity(file)
    if shown is None or file.application.stage not in ("open", "accepted"):
        return
    acts = {"not_searched": "search_number", "known": "reactivate_number", "new": "issue_waiting_number"}
    since = file.identity.searched_on or shown.since
    yield owed(acts.get(file.identity.stage, "settle_identity"), max(since, shown.since))
