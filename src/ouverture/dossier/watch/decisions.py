"""Reminding the person, and escalating an office's silence."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfClock, Personal, command
from ouverture.dossier.watch.events import DIRECTORS_LIST, Escalated, Reminded, Reviewed


@command
class Remind(OfClock):
    """Remind the person of what is due."""

    act: str
    about: Personal
    due: date


@command
class Escalate(OfClock):
    """Tell the next person in line that an office is late."""

    act: str
    about: Personal
    due: date


@command
class Review(OfClock):
    """Look at a file in which nothing is pending."""


@command
class LookAgain(OfClock):
    """The day has come: do in this file all that the passing of days makes due (``machine.wake``)."""


@decides(Remind)
def _remind(file: File, c: Remind, at: Moment) -> Decision:
    return (Reminded(at, c.act, c.about, c.due, file.watch.level(c.act, c.about, c.due) + 1),)


@decides(Escalate)
def _escalate(file: File, c: Escalate, at: Moment) -> Decision:
    level = min(file.watch.level(c.act, c.about, c.due) + 1, DIRECTORS_LIST)
    return (Escalated(at, c.act, c.about, c.due, level),)


@decides(Review)
def _review(_: File, __: Review, at: Moment) -> Decision:
    return (Reviewed(at),)
