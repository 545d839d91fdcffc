"""What follows for envelopes: the receipt that names every page, and the office's time that runs from their arrival."""

from __future__ import annotations

from ouverture.dossier.application.decisions import ResumeClock
from ouverture.dossier.application.events import ForwardedApplicationReceived, PieceReceived, PiecesRequested
from ouverture.dossier.envelope.decisions import IssueEnvelopeReceipt
from ouverture.dossier.envelope.events import EnvelopeRegistered
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.policies.registry import after


@after(EnvelopeRegistered)
def receipt_for_envelope(_: File, e: EnvelopeRegistered) -> Command | None:
    """Whatever arrives is acknowledged in the same step, page by page (M8)."""
    return IssueEnvelopeReceipt(e.envelope)


@after(EnvelopeRegistered, PieceReceived, PiecesRequested, ForwardedApplicationReceived, connected_only=False)
def the_clock_runs_from_the_arrival(file: File, _: Event) -> Command | None:
    """The last papers asked for are here: the office's time runs again, opened or not (CRPA L114-5).

    They may have come while the claim was on its way to another caisse: the time then runs once it is there.
    """
    state = file.application
    here = unsorted_sheets(file)
    all_here = bool(here) and here.issuperset(state.missing)
    return ResumeClock() if all_here and state.stopped and state.stage == "open" else None
