"""What follows for envelopes: the receipt that names every sheet."""

from __future__ import annotations

from ouverture.dossier.envelope.decisions import IssueEnvelopeReceipt
from ouverture.dossier.envelope.events import EnvelopeRegistered
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import after


@after(EnvelopeRegistered)
def receipt_for_envelope(_: File, e: EnvelopeRegistered) -> Command | None:
    """Whatever arrives is acknowledged in the same step, sheet by sheet (M8)."""
    return IssueEnvelopeReceipt(e.envelope)
