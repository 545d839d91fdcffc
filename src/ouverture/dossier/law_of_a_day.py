"""The law in force on a day, as far as our rulebook reaches."""

from __future__ import annotations

from datetime import date
from typing import Any

from ouverture.dossier.deadline import LawNotHeld
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.law.consistency import derived
from ouverture.law.rulebook import rulebook
from ouverture.rules.rulebook import Ground, Law, Verdict


def law_on(day: date) -> Law:
    """The law of that day; raises LawNotHeld for a day before our rulebook begins."""
    book = rulebook()
    if day < book.changes[0]:
        raise LawNotHeld(day)
    return book.on(day)


OPENS_NOTHING = frozenset({Verdict.NOT_COVERED, Verdict.OTHER_SCHEME, Verdict.STATE_MEDICAL_AID, Verdict.UNKNOWN})
"""Answers of the law on which no caisse opens rights; one that is disputed can be granted."""


def opens_cover(ground: Ground) -> bool:
    """Whether rights can be opened on this ground."""
    return ground.outcome.verdict not in OPENS_NOTHING


def opens_nothing(law: Law, ground: str) -> Refusal | None:
    """Why a caisse of this system opens no rights on the ground of that name; None when it may."""
    known = law.ground.get(ground)
    if known is None:
        return refuse("unknown_ground", ground=ground)
    return None if opens_cover(known) else refuse("ground_opens_nothing", ground=known.says)


def with_what_follows(facts: tuple[tuple[str, str | bool | int], ...], day: date) -> tuple[tuple[str, Any], ...]:
    """A person's facts and what they imply on that day, as a question of today asks it: facts may be older than it."""
    return tuple(sorted(derived(dict(facts), day).items())) if facts else ()
