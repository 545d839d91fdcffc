"""The day after which silence decides, suspensions counted; and which rule says so (R2: sources disagree)."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.application.events import Application
from ouverture.dossier.deadline import Span, TermNotHeld, due
from ouverture.dossier.file import File

RULES = {"refusal": "implied_decision", "acceptance": "implied_acceptance"}
"""The deadline of the clock for each reading of silence. Sources disagree; the file says which one it applies."""


def resumes_on(state: Application) -> date:
    """The day a stopped clock runs again by itself: the time given is over, or two months are (D161-1-3)."""
    first = state.stops[-1][0]
    longest = due("missing_pieces_suspension", first)
    return max(first, min(state.requested_due or longest, longest)) + timedelta(days=1)


def silence_on(file: File) -> date:
    """The last day to decide on a claim; a clock that stands still is counted as it will run again by itself.

    Read as refusal: from the first body's receipt, each request for papers stopping the clock. Read as acceptance: from
    the right body's receipt of the claim, or of the last papers asked for (CRPA L114-3, L114-5). A claim whose
    receipt was never recorded is counted from the opening of the file; one looked at again after an appeal, from then.
    """
    state = file.application
    deposited = state.received_on != date.min
    stops: tuple[Span, ...] = state.stops
    if state.stopped:
        stops = (*stops[:-1], (stops[-1][0], resumes_on(state)))
    if file.attachment.silence == "refusal":
        first = state.first_received_on if deposited else file.attachment.since
        return due("implied_decision", state.reopened_on or first, stops)
    received = state.reopened_on or (state.received_on if deposited else file.attachment.since)
    resumed = stops[-1][1] if stops else None
    return due("implied_acceptance", max(received, resumed or received))


def silence_runs(file: File) -> bool:
    """Whether the time to decide runs. On its way to the right caisse, only a silence read as refusal does (R18).

    A claim in the post has no day of arrival yet, and no time runs: it will from the day that a proof gives.
    """
    stage = file.application.stage
    if stage == "forwarded":
        return file.attachment.silence == "refusal"
    return stage == "open" and not file.application.on_its_way


def silence_if_held(file: File) -> date | None:
    """The same; None when our texts do not give the term for a claim of that year."""
    try:
        return silence_on(file)
    except TermNotHeld:
        return None
