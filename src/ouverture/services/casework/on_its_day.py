"""What is written down later than it happened: in a record of a caisse outside, the person says on which day it was."""

from __future__ import annotations

from datetime import date

from ouverture.clock.day_reading import read_day
from ouverture.clock.refusal import DeadlineError
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.far_moments import LATER_THAN_NOW, LONG_PAST, PAST
from ouverture.services.casework.forms import FieldError
from ouverture.services.casework.look import FileView
from ouverture.text import Language, Text

WHEN = "happened_on"
"""The name of the question, beside those of the act."""
AS_OF_TODAY = ("tell_", "record_stay_title", "note_preparation", "give_pages", "reopen_file", "note_arrival")
"""What is told as it stands now, whenever it began: its day is the day it is told."""

NO_DAY_OF_ITS_OWN = Text(
    "Cet acte est daté du jour où il est fait : ne donnez pas de jour.",
    "This act bears the day on which it is done: give no day.",
)


def asks_when(actor: Actor, view: FileView, kind: str) -> bool:
    """Whether the form of this act asks for its day. With a caisse on this system the day is that of the act."""
    return not view.connected and actor.role not in STAFF and not kind.startswith(AS_OF_TODAY)


def said_day(actor: Actor, view: FileView, kind: str, typed: str, language: Language | None) -> date | FieldError:
    """The day that a command or a program gives with an act, today when it gives none; refused where no form asks."""
    if typed.strip() and not asks_when(actor, view, kind):
        return FieldError(WHEN, NO_DAY_OF_ITS_OWN)
    return day_of(typed, view.day, language)


def day_of(typed: str, day: date, language: Language | None) -> date | FieldError:
    """The day that was typed, today when none was; or what is wrong with it."""
    if not typed.strip():
        return day
    try:
        found = read_day(typed, language)
    except DeadlineError as problem:
        return FieldError(WHEN, problem.text)
    if found > day:
        return FieldError(WHEN, LATER_THAN_NOW.says)
    return FieldError(WHEN, LONG_PAST.says) if found < day - PAST else found
