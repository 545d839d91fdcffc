"""Who must act next for a hold, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.file import File


def duties(file: File, _: date) -> Iterator[Obligation]:
    """One obligation a live hold: the caisse looks at it again by its review date."""
    for one in file.hold.live:
        yield Obligation(duty_table()["review_hold"], one.review_on, one.hold)
