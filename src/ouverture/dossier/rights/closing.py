"""The first day on which rights may close: after the notices, and never before the floors of R111-4 and R114-10-1."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deadline import due
from ouverture.dossier.file import File
from ouverture.dossier.number.terms import safe_end, term_end
from ouverture.dossier.rights.events import Lost


def title_floor(file: File) -> date | None:
    """The last day of cover that the expired title still carries: six months, two after a final removal order."""
    state = file.rights
    if state.title_expires is None:
        return None
    rule = "title_expiry_two_months" if state.removal_order else "title_expiry_six_months"
    return due(rule, state.title_expires)


def earliest_closing(file: File, lost: Lost, lost_on: date, notified: date) -> date:
    """The closing day to write in the notice sent on ``notified``.

    Stability: the day the control establishes (R114-10-1 II al. 1). Stay: the later of the 45th day after the notice
    and the 45th day after the floor of R111-4 (al. 2).
    """
    if lost == "stability":
        return lost_on
    floor = title_floor(file)
    after_notice = due("closing_45_days", notified)
    return max(after_notice, due("closing_45_days_after_title", floor)) if floor else after_notice


def card_may_stop_on(notified: date) -> date:
    """The first day on which the card may be switched off after a closing notice."""
    return due("card_45_days", notified)


def answer_by(file: File) -> date | None:
    """The day to show the person for answering a control; None when no control runs."""
    asked = _asked(file)
    return safe_end(file, *asked) if asked else None


def answer_term_end(file: File) -> date | None:
    """The last day of the answering term that runs; None while the person was not told."""
    asked = _asked(file)
    return term_end(file, *asked) if asked else None


def _asked(file: File) -> tuple[str, date, str] | None:
    """The kind and the day of the event that asked for an answer last, and the rule of its term (R114-10-1 I)."""
    state = file.rights
    if state.stage == "questioned" and state.asked_on:
        return "residence_proof_asked", state.asked_on, "residence_control_answer"
    if state.stage == "second_notice" and state.second_notice_on:
        return "second_notice_sent", state.second_notice_on, "residence_control_second_notice"
    return None
