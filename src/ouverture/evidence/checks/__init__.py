"""Checks on a paper's content, pure: what a reader read goes in, findings come out. Start with ``every``."""

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.every import findings
from ouverture.evidence.checks.finding import Finding, Outcome, finding_from_json
from ouverture.evidence.checks.photo import CARD_PHOTO, face_height, photo_findings
from ouverture.evidence.name_parts import Named
from ouverture.evidence.reading.paper_read import Line, PaperRead, Place, Portrait, Quality, Read

__all__ = [
    "CARD_PHOTO", "Case", "Finding", "Line", "Named", "Outcome", "PaperRead", "Place", "Portrait", "Quality", "Read",
    "face_height", "finding_from_json", "findings", "photo_findings",
]  # fmt: skip
