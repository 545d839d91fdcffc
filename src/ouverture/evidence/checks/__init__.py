"""Checks on a paper's content, pure: what a reader read goes in, findings come out. Start with ``finding``."""

from ouverture.evidence.checks.finding import Finding, Outcome, Place, finding_from_json
from ouverture.evidence.checks.paper_read import Line, PaperRead, Portrait, Quality, Read

__all__ = [
    "Finding", "Line", "Outcome", "PaperRead", "Place", "Portrait", "Quality", "Read", "finding_from_json",
]  # fmt: skip
