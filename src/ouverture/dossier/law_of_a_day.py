"""The law in force on a day, as far as our rulebook reaches."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deadline import LawNotHeld
from ouverture.law.rulebook import rulebook
from ouverture.rules.rulebook import Law


def law_on(day: date) -> Law:
    """The law of that day; raises LawNotHeld for a day before our rulebook begins."""
    book = rulebook()
    if day < book.changes[0]:
        raise LawNotHeld(day)
    return book.on(day)
