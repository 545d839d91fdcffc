"""When the next reminder or escalation of an obligation is due."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.duty import Obligation
from ouverture.dossier.watch.events import DIRECTORS_LIST, Watch
from ouverture.dossier.words import table

_ONE_DAY = timedelta(days=1)
REMINDERS = 2
"""The person is reminded before the day and after it, and no more."""


def next_step(watch: Watch, each: Obligation) -> date | None:
    """The day of the next step; None when the person was reminded enough. An office is never left late in silence."""
    duty, due, about = each
    after, taken = due + _ONE_DAY, watch.step(duty.act, about, due)
    if taken is None:
        return due - timedelta(days=duty.warn_days) if duty.warn_days else after
    if duty.holder == "person":
        return after if taken.level < REMINDERS and taken.on < after else None
    return max(after, taken.on + timedelta(days=_days_until_next(taken.level)))


def _days_until_next(level: int) -> int:
    promise = "days_between_escalations" if level < DIRECTORS_LIST else "days_between_calls_of_the_list"
    days: int = table("promises")[promise]["days"]
    return days
