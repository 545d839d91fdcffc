"""The first answers of a claim, from what the person answered before they had a file; they may change every one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.law_of_a_day import opens_cover
from ouverture.dossier.person.decisions import TellSituation
from ouverture.law.answers import AnswerError, as_given, known
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess
from ouverture.services.casework.choices import Choice, plain

WITH_ANSWERS = frozenset({Deposit.kind, TellSituation.kind})
"""The acts of a person that carry their answers."""


def first_answers(kind: str, answers: Mapping[str, Value], day: date) -> dict[str, list[str]]:
    """What the form of an act starts with, as typed, by field; nothing for an act that asks no such thing.

    Answers that cannot be true together give their words and no reason for being covered: nothing is guessed.
    """
    facts = known(answers, FACTS) if kind in WITH_ANSWERS else {}
    if not facts:
        return {}
    written = [f"{name} = {_typed(name, value)}" for name, value in facts.items()]
    ground = ground_of_answers(answers, day) if kind == Deposit.kind else None
    return {"facts": written, **({"ground": [ground.value]} if ground else {})}


def _typed(name: str, value: Value) -> str:
    given = as_given(FACTS[name], value)
    return "yes" if given is True else "no" if given is False else str(given)


def ground_of_answers(answers: Mapping[str, Value], day: date) -> Choice | None:
    """The reason for being covered that these answers lead to; None while they lead to none, or clash."""
    try:
        found = assess(answers, day).ground if answers else None
    except AnswerError:
        return None
    return Choice(found.name, plain(found.says)) if found and opens_cover(found) else None
