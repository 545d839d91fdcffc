"""The law in force on a day, as far as our rulebook reaches."""

from __future__ import annotations

from datetime import date
from typing import Any

from ouverture.dossier.deadline import LawNotHeld
from ouverture.law.consistency import derived
from ouverture.law.rulebook import rulebook
from ouverture.rules.rulebook import Law


def law_on(day: date) -> Law:
    """The law of that day; raises LawNotHeld for a day before our rulebook begins."""
    book = rulebook()
    if day < book.changes[0]:
        raise LawNotHeld(day)
    return book.on(day)


def with_what_follows(facts: tuple[tuple[str, str | bool | int], ...], day: date) -> tuple[tuple[str, Any], ...]:
    """A person's facts and what they imply on that day, as a question of today asks it: facts may be older than it."""
    return tuple(sorted(derived(dict(facts), day).items())) if facts else ()
