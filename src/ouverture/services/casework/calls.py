"""The call sheets of one file, as somebody at a desk sees it: that of what comes first, then the others."""

from __future__ import annotations

from ouverture.services.casework.look import FileView
from ouverture.services.heard.call_sheet import CallSheet, sheets_for


def calls_for(view: FileView) -> tuple[CallSheet, ...]:
    """One sheet for each thing a call could be about; no number is in it: the person says their own."""
    return sheets_for(view.file, view.day)
