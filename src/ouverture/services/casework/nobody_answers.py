"""Nobody answers, or the answer is no: each remedy of this file with the days it opens and closes, and its letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.clock.refusal import DeadlineError
from ouverture.dossier.appeal.events import Appeal
from ouverture.dossier.file import File
from ouverture.services.casework.look import FileView
from ouverture.wording.remedies.ladder import Kind, Ladder, RungName, StepTaken, ladder

APPROACHES: tuple[RungName, ...] = ("nudge", "complaint", "rights_defender")
"""Letters that are no appeal: one that was sent is an envelope named after it (``sent_letter``)."""


def remedies_of(view: FileView) -> Ladder | None:
    """The remedies of the claim of this file; None before one was sent, once it is granted, or for a day not held."""
    found = _what_happened(view.file)
    if found is None:
        return None
    kind, happened_on, told = found
    steps = [one for one in _steps(view.file) if happened_on <= one.on <= view.day]
    try:
        return ladder(
            kind, happened_on, view.day, remedies_told=told, steps_taken=steps, pieces_asked=view.file.application.stops
        )
    except DeadlineError:
        return None


def _what_happened(file: File) -> tuple[Kind, date, bool] | None:
    """A refusal with its day, or a claim that waits with the day it arrived; whether remedies were told."""
    claim = file.application
    if claim.stage == "refused" and claim.decided_on and not claim.implied:
        return "refusal", claim.decided_on, claim.remedies_told
    sent = claim.reopened_on or claim.received_on
    if claim.stage in ("open", "refused") and sent != date.min:
        return "silence", sent, claim.receipt_on is not None
    return None


def _steps(file: File) -> Iterator[StepTaken]:
    for envelope in file.envelope.items:
        name = next((one for one in APPROACHES if envelope.envelope.startswith(f"{one}-")), None)
        if name:
            yield StepTaken(name, envelope.since)
    for appeal in file.appeal.items:
        yield _appealed(appeal)


def _appealed(appeal: Appeal) -> StepTaken:
    admissible = appeal.acknowledged_on if appeal.to == "mediator" else None
    return StepTaken(appeal.to, appeal.lodged_on, admissible, appeal.decided_on, appeal.remedies_told)
