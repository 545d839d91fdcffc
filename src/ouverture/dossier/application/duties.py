"""Who must act next for the claim, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.appeal.events import REFUSALS, WON
from ouverture.dossier.application.awaited import awaited_papers
from ouverture.dossier.application.pieces import Piece, named
from ouverture.dossier.application.silence import RULES, silence_on, silence_runs
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, IDENTITY_PAPERS
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.number.events import AWAITS_CIVIL_STATUS
from ouverture.dossier.rights.events import OPEN, Cause

ENDED_FOR_NOW: frozenset[Cause] = frozenset({"stability", "stay", "identity_not_certified"})
"""Causes of a closing that a new claim, with what was missing, can put right."""


def duties(file: File, day: date) -> Iterator[Obligation]:
    """The obligations of the claim."""
    state = file.application
    if received := to_judge(file):
        yield owed("judge_pieces", min(piece.since for piece in received))
    if state.stage == "accepted" and file.number.stage != "none" and file.rights.stage == "none" and state.decided_on:
        yield _rights_to_open(file, max(state.decided_on, file.number.issued_on or state.decided_on))
    if state.stage == "accepted" and file.number.stage == "none" and file.rights.stage == "none" and file.connected:
        yield from _identity_to_show(file)
    if claims_again(file):
        awaited = ", ".join(sorted(awaited_papers(file, state.decided_on or file.attachment.since)))
        yield owed("claim_again", max(state.decided_on or file.attachment.since, _closed_on(file)), awaited)
    for one in state.formalities:
        yield owed("get_formality", one.since, one.piece)
    for step, awaited_on in state.preparing:
        yield owed("follow_preparation", awaited_on, step)
    if state.stage == "forwarded" and state.forwarded_on:
        yield owed("receive_forwarded_application", state.forwarded_on, state.forwarded_to)
    if silence_runs(file):
        yield Obligation(duty_table()["decide"], silence_on(file), RULES[file.attachment.silence])
    if state.stage != "open":
        return
    if state.on_its_way and state.posted_on:
        yield _arrival_to_note(state.posted_on, day)
    if state.receipt_on is None:
        yield owed("issue_receipt", max(state.received_on, file.attachment.since))
    if state.stopped and state.requested_due:
        yield from _to_give(file, state.requested_due)
    elif not file.connected and (asked_again := named(state.pieces, "refused")):
        # On this system the request goes out in the same step, unless nothing allows it: then nothing is owed.
        yield owed("ask_for_pieces", max(p.since for p in state.pieces), asked_again[0])


def _arrival_to_note(posted_on: date, day: date) -> Obligation:
    """The day of arrival, to be read off the slip. The slip may come any day: past one term it is looked for again."""
    one = owed("note_arrival", posted_on)
    term = one.due - posted_on
    while one.due < day:
        one = one._replace(due=one.due + term)
    return one


def _rights_to_open(file: File, since: date) -> Obligation:
    """The opening of cover. Outside, once the decision was read, only news of the cover itself settles it."""
    one = owed("open_rights", since)
    decided = not file.connected and file.application.rights_from is not None
    return one._replace(duty=one.duty._replace(settled_by=("open_rights",))) if decided else one


def claims_again(file: File) -> bool:
    """Whether a new claim is the way on: refused, or cover that ended for what a new claim can show otherwise."""
    if file.application.stage == "refused":
        return file.rights.stage not in OPEN and not to_carry_out(file)
    ended = file.rights.stage == "closed" and file.rights.closed_by in ENDED_FOR_NOW
    return ended and file.application.stage == "accepted"


def to_carry_out(file: File) -> bool:
    """Whether an appeal against the refusal was granted and the caisse has still to decide as it says."""
    return any(one.stage in WON and one.against in REFUSALS for one in file.appeal.items)


def _closed_on(file: File) -> date:
    last = file.rights.periods[-1].last if file.rights.periods else None
    return last or date.min


def _identity_to_show(file: File) -> Iterator[Obligation]:
    pieces = file.application.pieces
    if not any(piece.name in IDENTITY_PAPERS and piece.status in ("accepted", "received") for piece in pieces):
        yield owed("show_identity", file.application.decided_on or file.attachment.since)


def _to_give(file: File, last: date) -> Iterator[Obligation]:
    """What the person gives: a paper that no text asks for is theirs to give, or to ask about, not their duty.

    A sheet that lies in an envelope on the office's desk was given.
    """
    here = unsorted_sheets(file)
    pieces = [p for p in file.application.pieces if p.status in ("requested", "refused") and p.name not in here]
    if not pieces and here:
        return
    allowed = sorted(piece.name for piece in pieces if piece.basis or piece.status == "refused")
    others = sorted(piece.name for piece in pieces if not piece.basis and piece.status == "requested")
    if allowed or not others:
        yield Obligation(duty_table()["give_pieces"], last, ", ".join(allowed))
    if others:
        yield Obligation(duty_table()["ask_for_basis"], last, ", ".join(others))


def to_judge(file: File) -> tuple[Piece, ...]:
    """The papers that the caisse owes an answer about.

    Outside, nobody writes to say that each paper was found good: once the claim is decided, they were judged. After a
    refusal the number still waits for its civil-status paper.
    """
    received = tuple(piece for piece in file.application.pieces if piece.status == "received")
    if file.application.on_its_way:
        return ()
    if file.application.stage in (("open", "accepted") if file.connected else ("open",)):
        return received
    if file.connected and file.application.stage == "refused" and file.number.stage in AWAITS_CIVIL_STATUS:
        return tuple(piece for piece in received if piece.name in CIVIL_STATUS_PAPERS)
    return ()
