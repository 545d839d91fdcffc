"""When the terms of R114-7 are over. A term runs from the day the person was told: the message must arrive."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deadline import due
from ouverture.dossier.file import File


def told_on(file: File, kind: str, since: date) -> date | None:
    """The day the person was told of an event of this kind that happened on ``since``; None while nothing arrived.

    Outside this system the event is known by the letter itself, so on the day the letter came.
    """
    if not file.connected:
        return since
    arrived = file.messages.reached_on(kind)
    return arrived if arrived is not None and arrived >= since else None


def term_end(file: File, kind: str, since: date, rule: str) -> date | None:
    """The last day of a term that runs from the notification; None while the person was not told."""
    told = told_on(file, kind, since)
    return None if told is None else due(rule, told)


def first_term_end(file: File) -> date | None:
    """The last day to give the civil-status paper asked for (R114-7 IV); None while the person was not told."""
    asked = file.number.asked_on
    return term_end(file, "civil_status_asked", asked, "birth_act_first_term") if asked else None


def second_term_end(file: File) -> date | None:
    """The last day to give it after the formal notice (R114-7 IV al. 2); None while the person was not told."""
    notice = file.number.notice_on
    return term_end(file, "formal_notice_sent", notice, "birth_act_second_term") if notice else None


def safe_end(file: File, kind: str, since: date, rule: str) -> date:
    """The day to show the person: counted from the sending while the arrival is not known, so never too late."""
    return due(rule, told_on(file, kind, since) or since)
