"""Which known message a text is: runs of three letters, weighed by how rare they are in the catalogue."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np

from ouverture.wording.messages.catalogue import all_messages, sides
from ouverture.wording.messages.entry import Entry, Pattern
from ouverture.wording.messages.folding import passages, sentences
from ouverture.wording.messages.letter_words import Vocabulary, stand_together
from ouverture.wording.messages.other_offices import words_of_other_matters

LEAST_SCORE = 0.5
"""Below it, nothing is recognised. Tuned so that unrelated sentences stay out; tests hold both sides."""
THE_SAME_WORDS = 0.7
"""Below it the words of the message are near the known ones, not the same; they are not enough for an entry whose
advice is the opposite of another's."""
LETTER_SCORE = 0.56
"""The score of a letter known by its key words alone, before its groups are counted."""
A_GROUP_OF_WORDS = 0.04
"""What each group of key words adds: the letter that says more is the one it is."""
MOST_GROUPS = 6
A_WORD_THAT_MAY = 0.02
ENOUGH_OF_A_WORD = 0.5
LONGEST_PASSAGE = 600
"""Folded characters of a passage compared with a pattern; no pattern is as long."""


class Groups:
    """The groups of phrases of all entries, each with its number: one that many entries look for is looked for once."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._with: dict[str, list[int]] = defaultdict(list)

    def number(self, group: frozenset[str]) -> int:
        """The number of ``group``, a new one when it is met for the first time."""
        if group not in self._numbers:
            self._numbers[group] = len(self._numbers)
            for phrase in group:
                self._with[phrase].append(self._numbers[group])
        return self._numbers[group]

    def met(self, phrases: Iterable[str]) -> frozenset[int]:
        """The numbers of the groups of which a text that has ``phrases`` has one."""
        return frozenset(number for phrase in phrases for number in self._with.get(phrase, ()))


class Way(NamedTuple):
    """One way to say it: one phrase of each group has to be there."""

    groups: tuple[frozenset[str], ...]
    numbers: frozenset[int]

    @classmethod
    def of(cls, written: Sequence[Sequence[str]], groups: Groups) -> "Way":
        """The way as ``written`` in an entry, its groups numbered in ``groups``."""
        its = tuple(map(frozenset, written))
        return cls(its, frozenset(map(groups.number, its)))

    def is_told(self, phrases: Mapping[str, Sequence[int]]) -> bool:
        """Whether the words are near one another: those of a long text, taken here and there, say nothing together."""
        return stand_together(
            [at for phrase in group & phrases.keys() for at in phrases[phrase]] for group in self.groups
        )


@dataclass(frozen=True)
class Match:
    """An entry and how near it is: 1.0 when the words are the same.

    ``wording``: how near the words themselves are; 0.0 when only key words of a letter were found.
    """

    entry: Entry
    score: float
    wording: float = 0.0


@dataclass(frozen=True)
class KeyWords:
    """The key words of one entry, ready to look for among the phrases that a text has."""

    entry: Entry
    letter: Way
    """One phrase of each group has to be there, anywhere in the letter."""
    said: tuple[Way, ...]
    """One phrase of each group of one way has to be there, and near one another."""
    unless: frozenset[str]
    needed: bool
    """Whether words that are only near are not enough: the advice is the opposite of another's."""
    numbers: frozenset[int]
    """Of all groups of all ways."""

    @classmethod
    def of(cls, entry: Entry, groups: Groups) -> "KeyWords":
        """Those of ``entry``."""
        letter, *said = (Way.of(way, groups) for way in (entry.letter_words, *entry.said_words))
        numbers = letter.numbers.union(*(way.numbers for way in said))
        return cls(entry, letter, tuple(said), frozenset(entry.unless), bool(numbers) and entry.id in sides(), numbers)

    def phrases(self) -> frozenset[str]:
        """Every phrase to look for."""
        return self.unless.union(*(group for way in (self.letter, *self.said) for group in way.groups))

    def excluded(self, phrases: Mapping[str, Sequence[int]]) -> bool:
        """Whether the text says what only another letter says."""
        return not self.unless.isdisjoint(phrases)

    def match(self, phrases: Mapping[str, Sequence[int]], met: frozenset[int]) -> Match | None:
        """The match that the most telling of its ways makes, where the groups of ``met`` have a phrase in the text.

        None when no way has a phrase of each of its groups.
        """
        if self.numbers.isdisjoint(met):
            return None
        told = [len(way.groups) for way in self.said if way.numbers <= met and way.is_told(phrases)]
        if self.letter.groups and self.letter.numbers <= met:
            told.append(len(self.letter.groups))
        return Match(self.entry, LETTER_SCORE + A_GROUP_OF_WORDS * min(max(told), MOST_GROUPS)) if told else None


class Index:
    """The catalogue made ready once: a table of runs of three letters (rows) by patterns, with the weight of each."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._patterns = [(entry, pattern) for entry in entries for pattern in entry.texts]
        self._groups = Groups()
        with_words = (one for one in entries if one.letter_words or one.said_words or one.unless)
        self._key_words = [KeyWords.of(one, self._groups) for one in with_words]
        self._vocabulary = Vocabulary(phrase for words in self._key_words for phrase in words.phrases())
        runs = [runs_of_three(pattern.words) for _, pattern in self._patterns]
        common = Counter(run for found in runs for run in found)
        self._weights = np.array([log(1 + len(runs) / times) for times in common.values()])
        self._unknown = log(1 + len(runs))
        self._row = {run: row for row, run in enumerate(common)}
        self._known = frozenset(self._row)
        self._table = np.zeros((len(common), len(runs)), dtype=np.float32)
        for place, found in enumerate(runs):
            for run in found:
                self._table[self._row[run], place] = self._weights[self._row[run]]
        self._total = self._table.sum(axis=0)

    def matches(self, text: str) -> tuple[Match, ...]:
        """The entries that are near enough, the nearest first, each once."""
        said = sentences(text)
        parts = passages(text, said)
        best: dict[str, Match] = {}
        foreign = words_of_other_matters(parts[0])
        for part in parts:
            for match in self._near(part, foreign):
                _keep_better(best, match)
        self._weigh_key_words(said, best, alone=not foreign)
        return tuple(sorted(best.values(), key=lambda match: -match.score))

    def excluded(self, text: str) -> frozenset[str]:
        """The entries that ``text`` cannot be, since it says what only another letter says."""
        phrases = self._vocabulary.phrases_in(sentences(text))
        return frozenset(words.entry.id for words in self._key_words if words.excluded(phrases))

    def _weigh_key_words(self, said: tuple[str, ...], best: dict[str, Match], *, alone: bool) -> None:
        """Put in ``best`` what key words tell, if they may tell it alone; take out what they exclude."""
        phrases = self._vocabulary.phrases_in(said)
        met = self._groups.met(phrases)
        for words in self._key_words:
            if words.excluded(phrases):
                best.pop(words.entry.id, None)
            elif match := words.match(phrases, met):
                if alone:
                    _keep_better(best, match)
            elif words.needed and _is_only_near(best.get(words.entry.id)):
                del best[words.entry.id]

    def _near(self, part: str, foreign: frozenset[str]) -> list[Match]:
        if len(part) > LONGEST_PASSAGE:
            return []
        runs = runs_of_three(part)
        rows = np.array([self._row[run] for run in runs & self._known], dtype=np.intp)
        weight = self._weights.take(rows).sum() + self._unknown * (len(runs) - len(rows))
        scores = 2 * self._table.take(rows, axis=0).sum(axis=0) / (self._total + weight)
        near = ((self._patterns[place], float(scores[place])) for place in np.flatnonzero(scores >= LEAST_SCORE))
        return [
            Match(entry, score + A_WORD_THAT_MAY * _count_may(part, pattern), score)
            for (entry, pattern), score in near
            if _may_be(pattern, runs, foreign)
        ]


@cache
def the_index() -> Index:
    """The index of the whole catalogue."""
    return Index(all_messages())


def runs_of_three(folded: str) -> set[str]:
    """Every run of three characters, a space before the first word and after the last one."""
    padded = f" {folded} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def _may_be(pattern: Pattern, runs: set[str], foreign: frozenset[str]) -> bool:
    """Whether one of the words that must be there is, give or take a mistake, and no word speaks of another matter."""
    if any(f" {word} " not in f" {pattern.words} " for word in foreign):
        return False
    return not pattern.must or any(_is_among(word, runs) for word in pattern.must)


def _count_may(part: str, pattern: Pattern) -> int:
    return sum(word in part for word in pattern.may)


def _is_among(word: str, runs: set[str]) -> bool:
    wanted = runs_of_three(word)
    return len(wanted & runs) >= ENOUGH_OF_A_WORD * len(wanted)


def _is_only_near(match: Match | None) -> bool:
    return match is not None and match.wording < THE_SAME_WORDS


def _keep_better(best: dict[str, Match], match: Match) -> None:
    known = best.get(match.entry.id, match)
    best[match.entry.id] = Match(match.entry, max(known.score, match.score), max(known.wording, match.wording))
