"""What follows for envelopes: the receipt that names every page."""

from __future__ import annotations

from ouverture.dossier.envelope.decisions import IssueEnvelopeReceipt
from ouverture.dossier.envelope.events import EnvelopeRegistered
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import after


@after(EnvelopeRegistered)
def receipt_for_envelope(_: File, e: EnvelopeRegistered) -> Command | None:
    """Whatever arrives is acknowledged in the same step, page by page (M8)."""
    return IssueEnvelopeReceipt(e.envelope)
