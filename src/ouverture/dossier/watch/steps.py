"""When the next reminder or escalation of an obligation is due."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.duty import Obligation
from ouverture.dossier.watch.events import Watch
from ouverture.dossier.words import table

HIGHEST = {"person": 2}
"""Steps taken at most: the person is reminded before and after; an office climbs to the director's list."""
_HIGHEST_OF_AN_OFFICE = 3


def next_step(watch: Watch, each: Obligation) -> date | None:
    """The day of the next step, or None when none is left."""
    level = watch.level(each.act, each.about, each.due)
    early = each.duty.warn_days
    if level == 0:
        return each.due - timedelta(days=early) if early else each.due + timedelta(days=1)
    if level >= HIGHEST.get(each.holder, _HIGHEST_OF_AN_OFFICE):
        return None
    after = each.due + timedelta(days=1)
    if each.holder == "person":
        return after if watch.last(each.act, each.about, each.due) < after else None
    return max(after, watch.last(each.act, each.about, each.due) + timedelta(days=_days_between_steps()))


def _days_between_steps() -> int:
    days: int = table("promises")["days_between_escalations"]["days"]
    return days
