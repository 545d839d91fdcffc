"""Which known message a text is: runs of three letters, weighed by how rare they are in the catalogue."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

import numpy as np

from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.entry import Entry, Pattern
from ouverture.wording.messages.folding import passages

LEAST_SCORE = 0.5
"""Below it, nothing is recognised. Tuned so that unrelated sentences stay out; tests hold both sides."""
LETTER_SCORE = 0.55
"""The score of a letter known by its words alone."""
A_WORD_THAT_MAY = 0.02
ENOUGH_OF_A_WORD = 0.5
LONGEST_PASSAGE = 600
"""Folded characters of a passage compared with a pattern; no pattern is as long."""


@dataclass(frozen=True)
class Match:
    """An entry and how near it is: 1.0 when the words are the same."""

    entry: Entry
    score: float


class Index:
    """The catalogue made ready once: a table of runs of three letters (rows) by patterns, with the weight of each."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._patterns = [(entry, pattern) for entry in entries for pattern in entry.texts]
        self._letters = [entry for entry in entries if entry.letter_words]
        runs = [runs_of_three(pattern.words) for _, pattern in self._patterns]
        common = Counter(run for found in runs for run in found)
        self._weight = {run: log(1 + len(runs) / times) for run, times in common.items()}
        self._unknown = log(1 + len(runs))
        self._row = {run: row for row, run in enumerate(common)}
        self._table = np.zeros((len(common), len(runs)), dtype=np.float32)
        for place, found in enumerate(runs):
            for run in found:
                self._table[self._row[run], place] = self._weight[run]
        self._total = self._table.sum(axis=0)

    def matches(self, text: str) -> tuple[Match, ...]:
        """The entries that are near enough, the nearest first, each once."""
        parts = passages(text)
        best: dict[str, Match] = {}
        foreign = words_of_other_matters(parts[0])
        for part in parts:
            for match in self._near(part, foreign):
                _keep_better(best, match)
        for entry in self._letters:
            if not foreign and _has_each(parts[0], entry.letter_words):
                _keep_better(best, Match(entry, LETTER_SCORE))
        return tuple(sorted(best.values(), key=lambda match: -match.score))

    def _near(self, part: str, foreign: frozenset[str]) -> list[Match]:
        if len(part) > LONGEST_PASSAGE:
            return []
        runs = runs_of_three(part)
        rows = [row for run in runs if (row := self._row.get(run)) is not None]
        scores = 2 * self._table[rows].sum(axis=0) / (self._total + self._weighed(runs))
        near = ((self._patterns[place], float(scores[place])) for place in np.flatnonzero(scores >= LEAST_SCORE))
        return [
            Match(entry, score + A_WORD_THAT_MAY * _count_may(part, pattern))
            for (entry, pattern), score in near
            if _may_be(pattern, runs, foreign)
        ]

    def _weighed(self, runs: set[str]) -> float:
        return sum(self._weight.get(run, self._unknown) for run in runs)


@cache
def the_index() -> Index:
    """The index of the whole catalogue."""
    return Index(all_messages())


def runs_of_three(folded: str) -> set[str]:
    """Every run of three characters, a space before the first word and after the last one."""
    padded = f" {folded} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def words_of_other_matters(whole: str) -> frozenset[str]:
    """The words that say a text is about something else (housing, tax, school); none if it speaks of health cover."""
    words, ours = _other_matters()
    padded = f" {whole} "
    if any(f" {word} " in padded for word in ours):
        return frozenset()
    return frozenset(word for word in words if f" {word} " in padded)


@cache
def _other_matters() -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = files("ouverture.wording").joinpath("data/other_matters.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return tuple(data["words"]), tuple(data["ours"])


def _may_be(pattern: Pattern, runs: set[str], foreign: frozenset[str]) -> bool:
    """Whether one of the words that must be there is, give or take a mistake, and no word speaks of another matter."""
    if any(f" {word} " not in f" {pattern.words} " for word in foreign):
        return False
    return not pattern.must or any(_is_among(word, runs) for word in pattern.must)


def names_us(whole: str) -> bool:
    """Whether a folded text speaks of health insurance by name: without it, another office may have written it."""
    return any(f" {word} " in f" {whole} " for word in _other_matters()[1])


def _count_may(part: str, pattern: Pattern) -> int:
    return sum(word in part for word in pattern.may)


def _is_among(word: str, runs: set[str]) -> bool:
    wanted = runs_of_three(word)
    return len(wanted & runs) >= ENOUGH_OF_A_WORD * len(wanted)


def _has_each(whole: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    padded = f" {whole} "
    return all(any(f" {words} " in padded for words in group) for group in groups)


def _keep_better(best: dict[str, Match], match: Match) -> None:
    if match.entry.id not in best or best[match.entry.id].score < match.score:
        best[match.entry.id] = match
