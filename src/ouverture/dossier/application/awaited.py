"""The papers a claim still waits for, and which of them the law lets come once rights are open."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.application.pieces import named
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, missing
from ouverture.dossier.deadline import LawNotHeld
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File


def awaited_papers(file: File, day: date) -> tuple[str, ...]:
    """What was asked for and did not come, what was refused, and what is missing by law; each once."""
    state = file.application
    have = (*named(state.pieces, "accepted"), *named(state.pieces, "received"))
    try:
        by_law = tuple(paper for paper, _ in missing(state.asked_ground, state.facts, have, day))
    except LawNotHeld:
        by_law = ()
    return tuple(dict.fromkeys((*state.missing, *by_law)))


def asked_until(file: File, day: date) -> date | None:
    """The last day to give a paper that was asked for and is nowhere here yet; None when no such time runs."""
    last = file.application.requested_due
    away = set(file.application.missing).difference(unsorted_sheets(file))
    return last if last is not None and day <= last and away else None


def may_follow(paper: str) -> bool:
    """Whether the law lets the paper come after the claim: cover opens on identity alone (CSS R114-7 III)."""
    return paper in CIVIL_STATUS_PAPERS
