"""A crowd assessed at once: columns of answers in, one verdict a row out, each as the exact reading would give it.

Rows whose answers may clash, and persons the columns leave undecided, go through the exact reading, one for each class
of persons that no condition of the law tells apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ouverture.clock.period import add_months
from ouverture.law.answers import AnswerError
from ouverture.rules.columns import UNKNOWN, Columns
from ouverture.rules.diagram import Variable, variables
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Ground, Law
from ouverture.services.answer.assess import Answer, assess, law_on
from ouverture.services.answer.clashes import may_clash
from ouverture.services.answer.implied import with_implied
from ouverture.services.answer.read_columns import Crowd, Ints
from ouverture.text import Text


@dataclass
class ManyAnswers:
    """One answer a row. ``ground`` and ``starts_on`` are -1 where there is none.

    ``readings`` are the answers of the exact reading, ``reading`` the place of each row's own, -1 for none; ``faults``
    by row the field and the sentence where there is no answer. A row in neither is decided by its ground.
    """

    law: Law
    ground: Ints
    starts_on: Ints
    reading: Ints
    readings: list[Answer] = field(default_factory=list)
    faults: dict[int, tuple[str, Text]] = field(default_factory=dict)

    @property
    def read_exactly(self) -> int:
        """How many rows the exact reading answered."""
        return int(np.count_nonzero(self.reading != UNKNOWN))


class Reader:
    """The law of a day, ready for any number of blocks of rows."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.law = law_on(on)
        self._columns = Columns(self.law, on)
        self._variables = variables(self.law.program, on)

    def answer(self, crowd: Crowd) -> ManyAnswers:
        """The answer of each row of ``crowd``."""
        given = with_implied(crowd, self.on)
        codes = {fact.name: given[fact.name] for fact in self.law.program.facts if fact.name in given}
        ground = self._decided(codes, crowd.rows)
        nothing = np.full(crowd.rows, UNKNOWN, np.int32)
        answers = ManyAnswers(self.law, ground, nothing, nothing.copy(), faults=dict(crowd.faults))
        faulty = _mask(crowd.rows, answers.faults)
        clashing = may_clash(crowd, given, self.on) & ~faulty
        self._read_each(answers, crowd, np.flatnonzero(clashing))
        self._read_classes(answers, crowd, codes, np.flatnonzero((ground == UNKNOWN) & ~clashing & ~faulty))
        answers.ground[(answers.reading != UNKNOWN) | _mask(crowd.rows, answers.faults)] = UNKNOWN
        for place, decided in enumerate(self.law.grounds):
            _start(answers, place, decided, given)
        return answers

    def _decided(self, codes: Mapping[str, Ints], rows: int) -> Ints:
        if not codes:
            return np.full(rows, UNKNOWN, np.int16)
        return self._columns.decide(codes).astype(np.int16)

    def _read_each(self, answers: ManyAnswers, crowd: Crowd, rows: NDArray[np.intp]) -> None:
        """The exact reading of rows whose answers may clash, once for rows that say the same."""
        said: dict[tuple[Any, ...], int | AnswerError] = {}
        for row in rows.tolist():
            values = crowd.values(row)
            key = tuple(values.items())
            if key not in said:
                said[key] = self._exact(answers, values)
            _put(answers, np.array([row]), said[key])

    def _read_classes(
        self, answers: ManyAnswers, crowd: Crowd, codes: Mapping[str, Ints], rows: NDArray[np.intp]
    ) -> None:
        """The exact reading of undecided persons, once for all those that no condition of the law tells apart."""
        if not len(rows):
            return
        classes = [
            _classes(variable, codes[variable.fact.name][rows])
            for variable in self._variables
            if variable.fact.name in codes
        ]
        keys = np.ascontiguousarray(np.array(classes or [np.zeros(len(rows), np.uint8)]).T)
        _, first, same = np.unique(
            keys.view(np.dtype((np.void, keys.shape[1]))), return_index=True, return_inverse=True
        )
        order = np.argsort(same.reshape(-1), kind="stable")
        bounds = np.searchsorted(same.reshape(-1)[order], np.arange(len(first) + 1))
        for place, example in enumerate(first.tolist()):
            alike = rows[order[bounds[place] : bounds[place + 1]]]
            _put(answers, alike, self._exact(answers, crowd.values(int(rows[example]))))

    def _exact(self, answers: ManyAnswers, values: Mapping[str, Value]) -> int | AnswerError:
        """The place of the answer among the readings, or what is wrong."""
        try:
            answers.readings.append(assess(values, self.on))
        except AnswerError as problem:
            return problem
        return len(answers.readings) - 1


def _put(answers: ManyAnswers, rows: NDArray[np.intp], read: int | AnswerError) -> None:
    if isinstance(read, AnswerError):
        answers.faults.update(dict.fromkeys(rows.tolist(), (read.field, read.text)))
        return
    answers.reading[rows] = read
    starts = answers.readings[read].starts_on
    if starts is not None:
        answers.starts_on[rows] = starts.toordinal()


def _mask(rows: int, marked: Mapping[int, object]) -> NDArray[np.bool_]:
    mask = np.zeros(rows, bool)
    mask[list(marked)] = True
    return mask


def _classes(variable: Variable, codes: Ints) -> NDArray[np.uint8]:
    """The class of each code, one more than its place; 0 for unknown."""
    found: Ints
    if variable.cuts:
        found = np.searchsorted(np.array(variable.cuts), codes, side="right") + 1
    else:
        table = [variable.class_of[value] + 1 for value in variable.fact.values()]
        found = np.array([*table, 0], np.uint8)[codes]
    return np.where(codes == UNKNOWN, 0, found).astype(np.uint8)


def _start(answers: ManyAnswers, place: int, ground: Ground, given: Mapping[str, Ints]) -> None:
    """Fill the day from which the ground gives its answer, where the facts tell it."""
    fact = ground.start.fact
    if fact is None or fact.name not in given:
        return
    rows = np.flatnonzero((answers.ground == place) & (given[fact.name] != UNKNOWN))
    if len(rows):
        days = given[fact.name][rows].astype(np.int32)
        answers.starts_on[rows] = _after(days, ground.start.months) if ground.start.months else days


def _after(days: Ints, months: int) -> Ints:
    """The day after so many months have run since each day."""
    first, last = date.fromordinal(int(days.min())).year, date.fromordinal(int(days.max())).year
    table = np.concatenate([_year_after(year, months) for year in range(first, last + 1)])
    return table[days - date(first, 1, 1).toordinal()]


@lru_cache(maxsize=1024)
def _year_after(year: int, months: int) -> Ints:
    begins, ends = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return np.array(
        [add_months(date.fromordinal(day), months).toordinal() + 1 for day in range(begins, ends + 1)], np.int32
    )
