"""How likely each known message is, for a text in anybody's words: a linear ranker whose weights come with the package.

Two readings of the same letters and words: who writes (health insurance, another office, a fraud), and, if it is health
insurance, which message it is. The weights are made from a corpus of invented messages by
``python -m bench.messages_ranker``; the likelihoods are calibrated on authors who had no part in making them.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from ouverture.wording.messages.features import Buckets, Values, features, plain_words

ANOTHER_OFFICE = "another_office"
FRAUD = "fraud"
NO_ENTRY = "no_entry"
"""About health insurance, and none of the messages known."""
NOT_ENTRIES = frozenset({ANOTHER_OFFICE, FRAUD, NO_ENTRY})
OURS = "ours"
WRITERS = (OURS, ANOTHER_OFFICE, FRAUD)
WEIGHTS = "data/ranker.npz"


@dataclass(frozen=True)
class Ranked:
    """The likelihood of each class for one text, and which words speak for one."""

    folded: str
    writers: dict[str, float]
    """By name of ``WRITERS``; together 1."""
    entries: dict[str, float]
    """By name of entry, if health insurance writes, the likeliest first; together 1."""

    def of(self, name: str) -> float:
        """How likely ``name`` (an entry, or one of ``WRITERS``) is, from 0 to 1; 0 when the ranker does not know it."""
        if name in self.writers:
            return self.writers[name]
        return self.entries.get(name, 0.0)

    @property
    def first(self) -> str:
        """The likeliest entry, if health insurance writes."""
        return next(iter(self.entries))

    def likeliest(self, least: float, most: int) -> tuple[str, ...]:
        """The likeliest entries, at most ``most``, none less likely than ``least``."""
        return tuple(name for name, of in self.entries.items() if of >= least)[:most]

    def words_for(self, name: str, most: int) -> tuple[str, ...]:
        """The words of the text that speak most for ``name``, in the order of the text."""
        return the_ranker().words_for(self.folded, name, most)


class _Reading:
    """One linear reading: a row of weights a bucket, a column a class."""

    def __init__(self, data: dict[str, npt.NDArray[np.generic]], prefix: str = "") -> None:
        self.weights = data[f"{prefix}weights"]
        self.step = data[f"{prefix}step"].astype(np.float32)
        self._start = data[f"{prefix}start"].astype(np.float32)
        self._heat = float(data[f"{prefix}heat"].astype(np.float32))

    def likely(self, buckets: Buckets, weighed: Values) -> Values:
        """How likely each class is; together 1."""
        rows = self.weights.take(buckets.astype(np.intp), axis=0).astype(np.float32)
        # einsum and not "@": on a row and a table this small, BLAS wakes its threads and spends fifteen times the work.
        scores = np.einsum("i,ij->j", weighed, rows) * self.step + self._start
        likely: Values = np.exp((scores - scores.max()) / self._heat).astype(np.float32)
        likely /= likely.sum()
        return likely


class Ranker:
    """The weights, ready."""

    def __init__(self, data: dict[str, npt.NDArray[np.generic]]) -> None:
        self.names: tuple[str, ...] = tuple(str(name) for name in data["names"])
        self._rarity = data["rarity"].astype(np.float32)
        self._which = _Reading(data)
        self._who = _Reading(data, "who_")

    def rank(self, text: str) -> Ranked | None:
        """How likely each writer and each entry is for ``text``; None when it has no letter that we can read."""
        folded = plain_words(text)
        if not folded:
            return None
        buckets, values = features(folded)
        weighed = values * self._rarity[buckets]
        weighed /= np.linalg.norm(weighed) or 1.0
        likely = self._which.likely(buckets, weighed)
        order = np.argsort(-likely, kind="stable")
        writers = dict(zip(WRITERS, map(float, self._who.likely(buckets, weighed)), strict=True))
        names = (self.names[place] for place in order.tolist())
        return Ranked(folded, writers, dict(zip(names, likely[order].tolist(), strict=True)))

    def words_for(self, folded: str, name: str, most: int) -> tuple[str, ...]:
        """The words that add most to the score of ``name``, against the mean of all, in the order of the text."""
        place = self.names.index(name)
        told: dict[str, float] = {}
        for word in dict.fromkeys(folded.split()):
            if len(word) < SHORTEST_TELLING:
                continue
            buckets, values = features(word)
            rows = self._which.weights[buckets].astype(np.float32) * self._which.step
            told[word] = float((values * self._rarity[buckets]) @ (rows[:, place] - rows.mean(axis=1)))
        best = sorted((word for word in told if told[word] > 0), key=lambda word: -told[word])[:most]
        return tuple(word for word in told if word in best)


SHORTEST_TELLING = 3
"""Letters of a word that is shown as speaking for an answer."""


@cache
def the_ranker() -> Ranker:
    """The ranker, read once, when it is first needed."""
    with files("ouverture.wording").joinpath(WEIGHTS).open("rb") as file, np.load(file, allow_pickle=False) as data:
        return Ranker(dict(data))
