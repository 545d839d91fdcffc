"""Announced texts that an office may bring in: from their day on, its files are read under them, and under their words.

Only a house that was given such texts has any: the law of an installation is the rulebook of its release.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ouverture.clock.day_reading import read_day
from ouverture.clock.refusal import DeadlineError
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import filled
from ouverture.law.amounts.figures import euros
from ouverture.services.answer.to_come import AS_IT_STANDS, LawToRead, TextToCome
from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.brought_in import BroughtIn
from ouverture.services.casework.house import House
from ouverture.services.casework.law_days import LawDay, RuleOfDay, law_day, law_days
from ouverture.text import Language, Text


class TextHere(NamedTuple):
    """One announced text: what it ends, and since when it is in this office (None: it is not)."""

    text: TextToCome
    on: date | None
    by: str


def texts_of(house: House, actor: Actor) -> tuple[TextHere, ...] | Refusal:
    """The announced texts, for whoever may bring one in."""
    if refused := may_read(actor, "texts"):
        return refused
    here = {one.name: one for one in house.brought_in.of_office(actor.office)}
    return tuple(
        TextHere(text, found.on if found else None, found.by if found else "")
        for text in house.to_come
        for found in [here.get(text.name)]
    )


def bring_in(
    house: House, actor: Actor, name: str, typed: str, day: date, at: datetime, language: Language
) -> Refusal | None:
    """Read this office's files under a text from the day typed on; None when it is done."""
    every = texts_of(house, actor)
    if isinstance(every, Refusal):
        return every
    text = next((one for one in every if one.text.name == name), None)
    if text is None:
        return Refusal("no_such_text", NO_SUCH_TEXT, "agent")
    if text.on is not None:
        return Refusal("text_is_in", filled(TEXT_IS_IN, on=text.on), "agent")
    try:
        on = read_day(typed.strip(), language)
    except DeadlineError as problem:
        return Refusal("day_of_text", problem.text, "agent")
    if on < day:
        return Refusal("text_begins_before", filled(BEGINS_BEFORE, day=day), "agent")
    if law_day_of(house, actor.office, on) is not None:
        return Refusal("day_has_a_text", filled(DAY_HAS_A_TEXT, on=on), "agent")
    house.brought_in.keep(BroughtIn(actor.office, name, on, actor.id), at)
    return None


def law_days_of(house: House, office: str) -> tuple[LawDay, ...]:
    """Every day on which the law reads otherwise for an office, the last first."""
    brought = (_day(text, one.on) for one, text in _here(house, office))
    return tuple(sorted((*brought, *law_days()), key=lambda one: one.on, reverse=True))


def law_day_of(house: House, office: str, on: date) -> LawDay | None:
    """One of these days; None when nothing changes on it."""
    brought = next((_day(text, one.on) for one, text in _here(house, office) if one.on == on), None)
    found = brought or law_day(on)
    return found if found.rules or found.amounts else None


def law_read_on(house: House, office: str, on: date) -> LawToRead:
    """The law that begins on a day of change: with the text that the office brought in for it, if there is one."""
    return next((LawToRead(text, on) for one, text in _here(house, office) if one.on == on), AS_IT_STANDS)


def _here(house: House, office: str) -> tuple[tuple[BroughtIn, TextToCome], ...]:
    if not house.to_come:
        return ()
    known = {one.name: one for one in house.to_come}
    return tuple((one, known[one.name]) for one in house.brought_in.of_office(office) if one.name in known)


def _day(text: TextToCome, on: date) -> LawDay:
    ends = tuple(RuleOfDay(one.says, text.citation, False) for one in text.ended)
    read = LawToRead(text, on)
    held = ((one, read.threshold(one.name, on, 1, one.place)) for one in text.amounts)
    amounts = tuple(
        filled(NEW_AMOUNT, label=each.label, euros=euros(each.euros), text=each.text) for _, each in held if each
    )
    return LawDay(on, ends, amounts, text)


NEW_AMOUNT = Text("{label} : {euros} pour une personne ({text})", "{label}: {euros} for one person ({text})")
NO_SUCH_TEXT = Text(
    "Ce texte n'est pas parmi ceux qui sont annoncés. Choisissez-en un de la liste.",
    "This text is not among those announced. Choose one of the list.",
)
TEXT_IS_IN = Text(
    "Ce texte est déjà pris en compte, depuis le {on}.", "This text is taken into account already, from {on} on."
)
BEGINS_BEFORE = Text(
    "Début du texte : donnez le {day} ou un jour qui suit. Rien n'est relu pour des jours passés.",
    "First day of the text: give {day} or a later day. Nothing is read again for days gone by.",
)
DAY_HAS_A_TEXT = Text(
    "Le {on}, un autre texte change déjà. Choisissez un autre premier jour.",
    "On {on} another text changes already. Choose another first day.",
)
