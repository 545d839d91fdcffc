"""I4, I6 and I8: what is missing was asked for, no page is lost, and what is asked for has a basis."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.application.pieces import named
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, basis, missing
from ouverture.dossier.envelope.count import count
from ouverture.dossier.file import File
from ouverture.dossier.invariants.registry import Told, of_state


@of_state("I4")
def what_is_missing_was_asked(file: File, day: date) -> Told:
    """A missing essential paper has been asked for, when the claim came."""
    state = file.application
    if state.stage != "open":
        return
    have = tuple(piece.name for piece in state.pieces)
    for paper, wanted_by in missing(state.asked_ground, state.facts, have, state.received_on):
        yield f"{paper} is missing ({wanted_by}) and was never asked for"


@of_state("I4")
def what_was_refused_was_asked_again(file: File, day: date) -> Told:
    """A refused paper is asked for again in the same step, when something allows it."""
    state = file.application
    if state.stage != "open":
        return
    for paper in named(state.pieces, "refused"):
        if paper not in CIVIL_STATUS_PAPERS and basis(
            paper, state.asked_ground, state.facts, file.attachment.caisse, day
        ):
            yield f"{paper} was refused and not asked for again"


@of_state("I4")
def the_civil_status_was_asked(file: File, day: date) -> Told:
    """A waiting number without a good civil-status paper: the person was told to produce it (R114-7 III)."""
    if file.number.stage != "waiting":
        return
    pieces = file.application.pieces
    if not any(piece.name in CIVIL_STATUS_PAPERS and piece.status in ("received", "accepted") for piece in pieces):
        yield "the civil-status paper is missing and was never asked for"


@of_state("I4")
def good_papers_go_to_cnav(file: File, day: date) -> Told:
    """Both papers good: the file went to Cnav in the same step (R114-7 II)."""
    if file.number.stage not in ("waiting", "act_asked", "notice", "suspended", "extended"):
        return
    if any(piece.name in CIVIL_STATUS_PAPERS and piece.status == "accepted" for piece in file.application.pieces):
        yield "the civil-status paper is good and the file did not go to Cnav"


@of_state("I6", "always")
def no_page_is_lost(file: File, day: date) -> Told:
    """Sheets that came in are attached, returned, destroyed on record, or still on the desk."""
    if file.envelope.pages_in and not (found := count(file)).balances:
        yield f"{found.came_in} pages came in, and {found} does not account for them"


@of_state("I6")
def every_envelope_has_its_receipt(file: File, day: date) -> Told:
    """An envelope is acknowledged, page by page, in the step in which it came (CRPA L112-3)."""
    for one in file.envelope.items:
        if one.receipt_on is None:
            yield f"the envelope {one.envelope} was not acknowledged"


@of_state("I8")
def what_is_asked_has_a_basis(file: File, day: date) -> Told:
    """Every paper asked for has an article or a declared local rule."""
    for piece in file.application.pieces:
        if piece.status == "requested" and not piece.basis:
            yield f"{piece.name} is asked for without a basis"


@of_state("I4")
def a_doubtful_act_opens_the_second_term(file: File, day: date) -> Told:
    """A civil-status paper refused during the first term: formal notice in the same step (R114-7 IV)."""
    state = file.number
    if state.stage == "act_asked" and state.asked_on:
        for piece in file.application.pieces:
            if piece.name in CIVIL_STATUS_PAPERS and piece.status == "refused" and piece.since > state.asked_on:
                yield f"{piece.name} was refused on {piece.since} and no notice followed"
