"""The first answers of a claim, from what the person answered before they had a file; they may change every one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ouverture.dossier.application.decisions import Deposit
from ouverture.law.answers import AnswerError, as_given, known
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess


def first_answers(kind: str, answers: Mapping[str, Value], day: date) -> dict[str, list[str]]:
    """What the form of an act starts with, as typed, by field; nothing for an act that asks no such thing.

    Answers that cannot be true together give their words and no reason for being covered: nothing is guessed.
    """
    facts = known(answers, FACTS) if kind == Deposit.kind else {}
    if not facts:
        return {}
    written = [f"{name} = {_typed(name, value)}" for name, value in facts.items()]
    ground = _ground(answers, day)
    return {"facts": written, **({"ground": [ground]} if ground else {})}


def _typed(name: str, value: Value) -> str:
    given = as_given(FACTS[name], value)
    return "yes" if given is True else "no" if given is False else str(given)


def _ground(answers: Mapping[str, Value], day: date) -> str:
    try:
        found = assess(answers, day).ground
    except AnswerError:
        return ""
    return found.name if found else ""
