"""When the next reminder or escalation of an obligation is due."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.duty import Obligation
from ouverture.dossier.watch.events import DIRECTORS_LIST, Watch
from ouverture.dossier.words import table

REMINDERS = 2
"""The person is reminded before the day and after it, and no more."""


def next_step(watch: Watch, each: Obligation) -> date | None:
    """The day of the next step; None when the person was reminded enough. An office is never left late in silence."""
    level = watch.level(each.act, each.about, each.due)
    early = each.duty.warn_days
    if level == 0:
        return each.due - timedelta(days=early) if early else each.due + timedelta(days=1)
    after, last = each.due + timedelta(days=1), watch.last(each.act, each.about, each.due)
    if each.holder == "person":
        return after if level < REMINDERS and last < after else None
    return max(after, last + timedelta(days=_days_until_next(level)))


def _days_until_next(level: int) -> int:
    promise = "days_between_escalations" if level < DIRECTORS_LIST else "days_between_calls_of_the_list"
    days: int = table("promises")[promise]["days"]
    return days
