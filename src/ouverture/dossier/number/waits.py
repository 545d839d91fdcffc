"""What a permanent number still waits for, and when the person may hope for it: said in every refusal that needs it."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from ouverture.dossier.file import File
from ouverture.dossier.number.duties import duties
from ouverture.dossier.refusals import Holder
from ouverture.dossier.told_values import word
from ouverture.dossier.words import filled
from ouverture.text import Text


class Waits(TypedDict):
    """Who can act, by when, with which piece, and that in a sentence: the ends of a refusal."""

    who: Holder | None
    by: date | None
    piece: str | None
    then: Text


def what_the_number_waits_for(file: File) -> Waits:
    """The act that leads to a permanent number: the civil-status paper from the person, or a decision of an office."""
    next_one = next(duties(file, date.min), None)
    if next_one is None:
        return {"who": None, "by": None, "piece": None, "then": word("the_number_then", "nothing")}
    piece = "birth_certificate" if next_one.holder == "person" else None
    then = word("the_number_then", "a_paper" if piece else "a_step")
    said = filled(then, by=next_one.due, piece=piece)
    return {"who": next_one.holder, "by": next_one.due, "piece": piece, "then": said}
