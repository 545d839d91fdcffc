"""Columns of a table read as answers: each distinct word once, by the reader of files; what is wrong, by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ouverture.law.answers import LARGEST_NUMBER, AnswerError, read_one
from ouverture.law.facts import FACTS
from ouverture.rules.columns import UNKNOWN
from ouverture.rules.facts import Fact, Value
from ouverture.text import Language, Text

Ints = NDArray[np.integer[Any]]
_FAULT = -2


@dataclass(frozen=True)
class Words:
    """A column of words: the distinct ones, and for each row the place of its own; -1 where nothing stands."""

    words: Sequence[object]
    places: Ints


@dataclass(frozen=True)
class Numbers:
    """A column of whole numbers, or of dates as ordinals; -1 where nothing stands."""

    values: Ints


Given = Words | Numbers


@dataclass(frozen=True)
class Crowd:
    """The rows as answers. ``codes``: as ``rules.columns`` takes them, text facts as the place of their word.

    ``faults``: by row, the first field that cannot be read and why; such a row has no other answer.
    """

    rows: int
    codes: Mapping[str, Ints]
    words: Mapping[str, Sequence[str]]
    faults: Mapping[int, tuple[str, Text]]

    def values(self, row: int) -> dict[str, Value]:
        """The known answers of one row, as a file would give them."""
        return {name: self._value(name, int(codes[row])) for name, codes in self.codes.items() if codes[row] >= 0}

    def _value(self, name: str, code: int) -> Value:
        if name in self.words:
            return self.words[name][code]
        values = FACTS[name].values()
        found: Value = values[code] if values else code
        return found


def read_crowd(columns: Mapping[str, Given], rows: int, language: Language | None = None) -> Crowd:
    """The columns, each named by a fact, as answers; raises KeyError for a name that is no fact.

    ``language`` "fr": a day comes before its month.
    """
    codes: dict[str, Ints] = {}
    words: dict[str, Sequence[str]] = {}
    faults: dict[int, tuple[str, Text]] = {}
    for name, given in columns.items():
        fact = FACTS[name]
        if isinstance(given, Numbers) and fact.kind not in ("date", "whole_number", "money"):
            given = _as_words(given)
        wrong: dict[int, AnswerError]
        if isinstance(given, Numbers):
            codes[name], wrong = _in_reach(given.values, fact), {_FAULT: _out_of_reach(fact)}
        else:
            codes[name], wrong, words_read = _read_words(fact, given, language)
            if fact.kind == "text":
                words[name] = words_read
        _note_faults(faults, fact, codes[name], wrong)
    return Crowd(rows, codes, words, faults)


def _read_words(fact: Fact, given: Words, language: Language | None) -> tuple[Ints, dict[int, AnswerError], list[str]]:
    """The code of each row; under each code below -1 what is wrong with its word; and the words of a text."""
    read: list[int] = []
    wrong: dict[int, AnswerError] = {}
    texts: list[str] = []
    for word in given.words:
        try:
            read.append(_code(fact, read_one(fact, word, language), texts))
        except AnswerError as problem:
            read.append(_FAULT - len(wrong))
            wrong[read[-1]] = problem
    wide = np.int8 if len(wrong) < 100 and 0 < len(fact.values()) < 127 else np.int32
    table: Ints = np.array([*read, UNKNOWN], wide)
    codes: Ints = table[given.places]
    return codes, wrong, texts


def _code(fact: Fact, value: Value | None, texts: list[str]) -> int:
    if value is None:
        return UNKNOWN
    if fact.kind == "text":
        texts.append(str(value))
        return len(texts) - 1
    return fact.values().index(value) if fact.values() else int(value)


def _note_faults(
    faults: dict[int, tuple[str, Text]], fact: Fact, codes: Ints, wrong: Mapping[int, AnswerError]
) -> None:
    """Set the rows whose word is wrong apart, the first fault of each."""
    if not wrong:
        return
    for row in np.flatnonzero(codes < UNKNOWN).tolist():
        problem = wrong.get(int(codes[row]), wrong.get(_FAULT))
        if problem is not None:
            faults.setdefault(row, (problem.field, problem.text))
    codes[codes < UNKNOWN] = UNKNOWN


def _as_words(given: Numbers) -> Words:
    known = given.values != UNKNOWN
    words, places = np.unique(given.values[known], return_inverse=True)
    spread = np.full(len(given.values), UNKNOWN, np.int32)
    spread[known] = places.reshape(-1)
    return Words(words.tolist(), spread)


def _in_reach(values: Ints, fact: Fact) -> Ints:
    """The numbers, those that no answer can be marked."""
    least, most = (1, date.max.toordinal()) if fact.kind == "date" else (0, LARGEST_NUMBER)
    return np.where((values != UNKNOWN) & ((values < least) | (values > most)), _FAULT, values).astype(np.int32)


def _out_of_reach(fact: Fact) -> AnswerError:
    if fact.kind == "date":
        said = Text("cette date est hors de portée", "this date is out of reach")
    else:
        said = Text("écrivez un nombre entier", "write a whole number")
    return AnswerError(fact.name, Text(f"{fact.name} : {said.fr}.", f"{fact.name}: {said.en}."))
