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
    grounds = [_of_ground(ground) for ground in answers.law.grounds]
    told = [*grounds, *map(_of_answer, answers.readings)]
    source = np.where(answers.reading == UNKNOWN, answers.ground, answers.reading + len(grounds))
    columns = {name: _of_sources([each.get(name) for each in told], source) for name in TOLD}
    for name, words in _of_faults(answers, language).items():
        columns[name] = words
    return Summary(columns)


def verdict_counts(answers: ManyAnswers) -> Counter[str]:
    """How many rows have each verdict."""
    counts: Counter[str] = Counter()
    read = np.bincount(answers.reading[answers.reading != UNKNOWN], minlength=len(answers.readings))
    for answer, number in zip(answers.readings, read.tolist(), strict=True):
        counts[answer.verdict.value] += number
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


def _of_faults(answers: ManyAnswers, language: Language) -> dict[str, Column]:
    """The field that is wrong and the sentence that says so, each distinct one once."""
    rows = np.fromiter(answers.faults, np.intp, len(answers.faults))
    said = {"fault": [name for name, _ in answers.faults.values()],
            "why": [text.to(language) for _, text in answers.faults.values()]}  # fmt: skip
    columns = {}
    for name, words in said.items():
        places = {word: place for place, word in enumerate(dict.fromkeys(words))}
        column = np.full(len(answers.ground), UNKNOWN, np.int32)
        column[rows] = [places[word] for word in words]
        columns[name] = Column(list(places), column)
    return columns


def _of_sources(words: list[str | None], source: Ints) -> Column:
    """The word of what answers each row: its ground, or its own reading."""
    distinct = list(dict.fromkeys(word for word in words if word is not None))
    if not distinct:
        return Column(distinct, np.full(len(source), UNKNOWN, np.int32))
    place_of = {word: place for place, word in enumerate(distinct)}
    table: Ints = np.array([UNKNOWN if word is None else place_of[word] for word in (*words, None)], np.int32)
    places: Ints = table[source]
    return Column(distinct, places)
