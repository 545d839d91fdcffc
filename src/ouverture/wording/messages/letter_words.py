"""Key words of a letter whose exact words vary: "rejet*" any ending, "saisir + commission" a few words between them."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.wording.messages.folding import fold

WORDS_BETWEEN = 9
"""At most, where a phrase has a "+"; never across the end of a sentence."""
SENTENCES_TOLD_TOGETHER = 2
WORDS_TOLD_TOGETHER = 40
"""At most, between the words by which something told is known; speech has few full stops."""
SHORTEST_MISTYPED = 7
"""Letters: a shorter word with a wrong letter is too often another word."""
SHORTEST_STEM = 4
_A_SENTENCE_APART = 1_000
_PHRASE_SIGNS = re.compile(r"(?<=\w)\*| \+(?= )")

Groups = tuple[tuple[str, ...], ...]
Places = Mapping[str, Sequence[int]]


class Term(NamedTuple):
    """One word of a phrase, "*" at its end for any ending, and how many words further than the one before, at most."""

    word: str
    within: int


class Phrase(tuple[Term, ...]):
    """The words of a phrase, in order."""

    @classmethod
    def read(cls, written: str) -> "Phrase":
        """``written`` as in a file of the catalogue: "n a pas", "rejet*", "saisir + commission"."""
        terms, within = [], 1
        for word in written.split():
            if word == "+":
                within = WORDS_BETWEEN + 1
            else:
                terms.append(Term(word, within))
                within = 1
        return cls(terms)

    def ends_in(self, places: Places) -> list[int]:
        """Where the words, one after another, end in the text whose words stand at ``places``."""
        if not all(term.word in places for term in self):
            return []
        ends = list(places[self[0].word])
        for term in self[1:]:
            here = places[term.word] if ends else ()
            ends = [place for place in here if any(0 < place - end <= term.within for end in ends)]
        return ends


def stand_together(groups: Iterable[Iterable[int]]) -> bool:
    """Whether one place of each group is near another's, at most two sentences away: one thing is said."""
    first, *others = sorted((sorted(places) for places in groups), key=len)
    return any(all(any(_near(one, other) for other in places) for places in others) for one in first)


def _near(one: int, other: int) -> bool:
    apart = abs(one // _A_SENTENCE_APART - other // _A_SENTENCE_APART)
    return 0 < apart <= SENTENCES_TOLD_TOGETHER or (apart == 0 and abs(one - other) <= WORDS_TOLD_TOGETHER)


class Vocabulary:
    """Every phrase of the catalogue, to find it in a text give or take a typing mistake."""

    def __init__(self, written: Iterable[str]) -> None:
        self._longer: dict[str, dict[str, dict[str, Phrase]]] = defaultdict(lambda: defaultdict(dict))
        # By the first word, then by the second: few phrases have both in a text.
        self._alone: dict[str, set[str]] = defaultdict(set)
        for one in dict.fromkeys(written):
            phrase = Phrase.read(one)
            if len(phrase) == 1:
                self._alone[phrase[0].word].add(one)
            else:
                self._longer[phrase[0].word][phrase[1].word][one] = phrase
        longer = (phrase for begun in self._longer.values() for few in begun.values() for phrase in few.values())
        self._words = {term.word for phrase in longer for term in phrase} | self._alone.keys()
        self._longest = max(map(len, self._words), default=0)
        self._stems = frozenset(word for word in self._words if word.endswith("*"))
        self._mistyped: dict[str, set[str]] = defaultdict(set)
        for word in self._words - self._stems:
            for less in _one_letter_less(word):
                self._mistyped[less].add(word)
        self.terms_of = lru_cache(maxsize=20_000)(self._terms_of)

    def phrases_in(self, sentences: Iterable[str]) -> dict[str, Sequence[int]]:
        """The phrases, as written in the catalogue, that stand in the folded ``sentences``, and where they end."""
        places = self.places(sentences)
        found: dict[str, Sequence[int]] = {one: places[word] for word in places for one in self._alone.get(word, ())}
        begun = (self._longer[word] for word in places if word in self._longer)
        both = (few for seconds in begun for second, few in seconds.items() if second in places)
        found.update((one, ends) for few in both for one, phrase in few.items() if (ends := phrase.ends_in(places)))
        return found

    def places(self, sentences: Iterable[str]) -> Places:
        """Where each word of the catalogue stands in the folded ``sentences``; those of one sentence are near."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for place, word in enumerate(sentence.split(), start=number * _A_SENTENCE_APART):
                for term in self.terms_of(word):
                    found[term].append(place)
        return found

    def _terms_of(self, word: str) -> tuple[str, ...]:
        exact = {word} & self._words | {stem for stem in _stems(word[: self._longest]) if stem in self._stems}
        # A word longer than any known, with room for one letter too many, is none of them mistyped.
        return tuple(exact or (self._meant(word) if len(word) <= self._longest + 1 else ()))

    def _meant(self, word: str) -> set[str]:
        """The words that differ by one letter and begin alike."""
        meant = {near for less in _one_letter_less(word) for near in self._mistyped.get(less, ())}
        return {near for near in meant if near[0] == word[0]}


def _stems(word: str) -> Iterable[str]:
    return (f"{word[:end]}*" for end in range(SHORTEST_STEM, len(word) + 1))


def _one_letter_less(word: str) -> set[str]:
    if len(word) < SHORTEST_MISTYPED:
        return set()
    return {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))}


def is_phrase(value: object) -> bool:
    """Folded words, "*" after some of them, "+" between two, or "@" and the name of a list."""
    if not isinstance(value, str) or not value:
        return False
    return value.startswith("@") or fold(value.replace("*", "")) == _PHRASE_SIGNS.sub("", value)


def written_out(written: Iterable[str]) -> tuple[str, ...]:
    """The phrases, with each "@name" replaced by its list in ``data/letter_words.toml``. Raises KeyError."""
    lists = (written_out(_lists()[one[1:]]) if one.startswith("@") else (one,) for one in written)
    return tuple(phrase for phrases in lists for phrase in phrases)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = files("ouverture.wording").joinpath("data/letter_words.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    return {name: tuple(phrases) for name, phrases in lists.items()}
