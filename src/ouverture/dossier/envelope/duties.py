"""Who must act next for the envelopes, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.envelope.events import Envelope
from ouverture.dossier.file import File


def duties(file: File, _: date) -> Iterator[Obligation]:
    """Here, an envelope is owed a receipt, then sorting. Outside, its receipt; without one, it is sent again."""
    for one in file.envelope.items:
        if not one.unsorted or one.sent_again or _is_answered(file) or _holds_the_claim(file, one):
            continue
        if one.receipt_on is None:
            yield owed("acknowledge_envelope", one.since, one.envelope)
        elif file.connected:
            yield owed("sort_envelope", one.since, one.envelope)


def _holds_the_claim(file: File, one: Envelope) -> bool:
    """Outside, the envelope in which the claim left: the receipt of the claim, owed already, is its receipt."""
    return not file.connected and one.since == file.application.posted_on


def _is_answered(file: File) -> bool:
    """Outside, a claim that was decided had arrived: nobody waits for its receipt any more."""
    return not file.connected and file.application.stage not in ("none", "open")
