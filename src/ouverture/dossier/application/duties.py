"""Who must act next for the claim, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.application.pieces import Piece, named
from ouverture.dossier.application.silence import RULES, silence_on, silence_runs
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.file import File
from ouverture.dossier.number.events import AWAITS_CIVIL_STATUS


def duties(file: File, _: date) -> Iterator[Obligation]:
    """The obligations of the claim."""
    state = file.application
    if received := to_judge(file):
        yield owed("judge_pieces", min(piece.since for piece in received))
    if state.stage == "accepted" and file.number.stage != "none" and file.rights.stage == "none" and state.decided_on:
        yield owed("open_rights", max(state.decided_on, file.number.issued_on or state.decided_on))
    if state.stage == "forwarded" and state.forwarded_on:
        yield owed("receive_forwarded_application", state.forwarded_on, state.forwarded_to)
    if silence_runs(file):
        yield Obligation(duty_table()["decide"], silence_on(file), RULES[file.attachment.silence])
    if state.stage != "open":
        return
    if state.receipt_on is None:
        yield owed("issue_receipt", state.received_on)
    if state.stopped and state.requested_due:
        wanted = (*named(state.pieces, "requested"), *named(state.pieces, "refused"))
        yield Obligation(duty_table()["give_pieces"], state.requested_due, ", ".join(sorted(wanted)))
    elif not file.connected and (asked_again := named(state.pieces, "refused")):
        # On this system the request goes out in the same step, unless nothing allows it: then nothing is owed.
        yield owed("ask_for_pieces", max(p.since for p in state.pieces), asked_again[0])


def to_judge(file: File) -> tuple[Piece, ...]:
    """The papers that the caisse owes an answer about.

    Outside, nobody writes to say that each paper was found good: once the claim is decided, they were judged. After a
    refusal the number still waits for its civil-status paper.
    """
    received = tuple(piece for piece in file.application.pieces if piece.status == "received")
    if file.application.stage in (("open", "accepted") if file.connected else ("open",)):
        return received
    if file.connected and file.application.stage == "refused" and file.number.stage in AWAITS_CIVIL_STATUS:
        return tuple(piece for piece in received if piece.name in CIVIL_STATUS_PAPERS)
    return ()
