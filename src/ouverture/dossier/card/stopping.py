"""When a card may stop working once rights are closed."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.file import File
from ouverture.dossier.rights.closing import card_may_stop_on


def may_stop_on(file: File) -> date | None:
    """The first day on which the cards may be switched off; None while rights are not closed.

    The day after the last day of cover, and after a closing notice not before its 45th day (R114-10-1 II).
    """
    state = file.rights
    if state.stage != "closed":
        return None
    last = state.periods[-1].last if state.periods else None
    ended = last + timedelta(days=1) if last else date.min
    notified = state.closing_notice_on
    return max(ended, card_may_stop_on(notified)) if notified else ended
