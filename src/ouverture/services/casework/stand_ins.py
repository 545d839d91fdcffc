"""Answers that stand in for those which only a person can give, when an act is tried; nothing decided on them is kept.

Where an act may be possible with one answer and not with another, there are several: it is refused only if all are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.command_words import FieldWords
from ouverture.dossier.field_types import Ask
from ouverture.dossier.file import File
from ouverture.services.casework.drawn import Drawn

CENTS = 1
NUMBER = "2990799404123"
"""An invented number with the shape of a real one: a woman, July 1999, born in the United States."""
ACCOUNT = "FR7630006000011234567890189"
"""The account that banks print on specimens."""
_SOON, _LATE = timedelta(days=1), timedelta(days=800)
"""Tomorrow, and a day after whatever is valid now has ended: a European card lasts two years at most."""


def stand_ins(field: FieldWords, drawn: Drawn) -> tuple[Any, ...]:
    """What to try in the field, the likeliest first: whole values of the command, a list where it holds one."""
    if field.ask == "prices":
        return _prices(drawn.file)
    if field.ask == "day":
        return _days(field, drawn)
    if field.suggest and (first := drawn.first_answer(field.suggest)):
        return (first,)
    one = _ONE[field.ask](drawn.file)
    return ((one,),) if field.type.many else (one,)


def _days(field: FieldWords, drawn: Drawn) -> tuple[date, ...]:
    if field.suggest:
        return (date.fromisoformat(drawn.first_answer(field.suggest)),)
    if field.later:
        return (drawn.day + _SOON, drawn.day + _LATE)
    covered = (period.last for period in reversed(drawn.file.rights.periods) if period.last)
    return (drawn.day, *(last for last in covered if last < drawn.day))


def _prices(file: File) -> tuple[tuple[PricedLine, ...], ...]:
    """For each sheet that waits, each of its lines repaid in full; one line where none waits."""
    waiting = tuple(
        tuple(PricedLine(place, line.cents, line.cents) for place, line in enumerate(sheet.lines) if not line.refused)
        for sheet in file.claim.open
        if sheet.stage == "received"
    )
    return waiting or ((PricedLine(0, CENTS, CENTS),),)


def _words(file: File) -> str:
    """Words that stand nowhere in the file yet: what was told once cannot be told again."""
    return f"… {file.version}"


def _number(file: File) -> str:
    """An invented number that goes with the birth the file knows: any other would be refused for that alone."""
    sex = {"man": "1", "woman": "2"}.get(file.person.birth.sex, NUMBER[0])
    born = file.person.birth.on or _answered_birth(file)
    year, _, month = born[2:7].partition("-")
    return f"{sex}{year or NUMBER[1:3]}{month or NUMBER[3:5]}{NUMBER[5:]}"


def _answered_birth(file: File) -> str:
    """The birth among the person's answers, as an ISO day; "" when they gave none."""
    answered = dict(file.application.facts).get("born_on")
    return date.fromordinal(answered).isoformat() if isinstance(answered, int) and answered > 0 else ""


_ONE: Mapping[Ask, Callable[[File], Any]] = {
    "text": _words,
    "yes_no": lambda _: False,
    "whole": lambda _: 0,
    "amount": lambda _: CENTS,
    "number": _number,
    "account": lambda _: ACCOUNT,
    "tracking": _words,
    "lines": lambda file: (_words(file), CENTS),
    "answers": lambda file: ("had_number", not dict(file.person.situation).get("had_number")),
}
