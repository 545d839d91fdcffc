"""The answers of a crowd as columns of words: each distinct word once, and for each row its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ouverture.rules.columns import UNKNOWN
from ouverture.rules.rulebook import Ground
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.many import ManyAnswers
from ouverture.services.answer.read_columns import Ints
from ouverture.text import Language

TOLD = ("verdict", "ground", "body", "route", "missing", "fault", "why")


@dataclass
class Column:
    """Words, and for each row the place of its own; -1 for none."""

    words: list[str]
    places: Ints


@dataclass(frozen=True)
class Summary:
    """For each name of ``TOLD`` its column: what was decided, what is missing, which field is wrong and why."""

    coded: Mapping[str, Column]


def summary(answers: ManyAnswers, language: Language) -> Summary:
    """The verdict, ground, body and route of each row; the facts missing where it cannot be said; the faults."""
    by_ground = [_of_ground(ground) for ground in answers.law.grounds]
    columns = {name: _of_grounds([told.get(name) for told in by_ground], answers.ground) for name in TOLD}
    places: dict[str, dict[str, int]] = {name: {w: p for p, w in enumerate(columns[name].words)} for name in TOLD}
    rows = {row: _of_answer(answer) for row, answer in answers.exact.items()}
    rows |= {row: {"fault": field, "why": text.to(language)} for row, (field, text) in answers.faults.items()}
    for row, told in rows.items():
        for name, word in told.items():
            place = places[name].setdefault(word, len(places[name]))
            if place == len(columns[name].words):
                columns[name].words.append(word)
            columns[name].places[row] = place
    return Summary(columns)


def verdict_counts(answers: ManyAnswers) -> Counter[str]:
    """How many rows have each verdict."""
    counts: Counter[str] = Counter(answer.verdict.value for answer in answers.exact.values())
    decided = np.bincount(answers.ground[answers.ground != UNKNOWN], minlength=len(answers.law.grounds))
    for ground, number in zip(answers.law.grounds, decided.tolist(), strict=True):
        counts[ground.outcome.verdict.value] += number
    return +counts


def _of_ground(ground: Ground) -> dict[str, str]:
    outcome = ground.outcome
    return {"verdict": outcome.verdict.value, "ground": ground.name, "body": outcome.body, "route": outcome.route}


def _of_answer(answer: Answer) -> dict[str, str]:
    told = {"verdict": answer.verdict.value}
    if answer.ground is not None:
        told |= _of_ground(answer.ground)
    elif answer.outcome is not None:
        told |= {"body": answer.outcome.body, "route": answer.outcome.route}
    if answer.missing:
        told["missing"] = " ".join(fact.name for fact in answer.missing)
    return told


def _of_grounds(words: list[str | None], ground: Ints) -> Column:
    """The word of each row's ground."""
    distinct = list(dict.fromkeys(word for word in words if word is not None))
    if not distinct:
        return Column(distinct, np.full(len(ground), UNKNOWN, np.int32))
    table: Ints = np.array([UNKNOWN if word is None else distinct.index(word) for word in (*words, None)], np.int32)
    places: Ints = table[ground]
    return Column(distinct, places)
