"""How likely each known message is, for a text in anybody's words: a linear ranker whose weights come with the package.

The weights are made from a corpus of invented messages by ``python -m bench.messages_ranker``; the probabilities are
calibrated on messages that were left out while they were made.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from ouverture.wording.messages.features import features, plain_words

ANOTHER_OFFICE = "another_office"
FRAUD = "fraud"
NO_ENTRY = "no_entry"
"""About health insurance, and none of the messages known."""
NOT_ENTRIES = frozenset({ANOTHER_OFFICE, FRAUD, NO_ENTRY})
WEIGHTS = "data/ranker.npz"


@dataclass(frozen=True)
class Ranked:
    """The likelihood of each class for one text, and which words speak for one."""

    folded: str
    likelihoods: dict[str, float]
    """By name of entry or of ``NOT_ENTRIES``, the likeliest first; together 1."""

    def of(self, name: str) -> float:
        """How likely ``name`` is, from 0 to 1; 0 when the ranker does not know it."""
        return self.likelihoods.get(name, 0.0)

    @property
    def first(self) -> str:
        """The likeliest class."""
        return next(iter(self.likelihoods))

    def entries(self, least: float, most: int) -> tuple[str, ...]:
        """The likeliest entries, at most ``most``, none less likely than ``least``."""
        likely = [name for name, of in self.likelihoods.items() if name not in NOT_ENTRIES and of >= least]
        return tuple(likely[:most])

    def words_for(self, name: str, most: int) -> tuple[str, ...]:
        """The words of the text that speak most for ``name``, in the order of the text."""
        return the_ranker().words_for(self.folded, name, most)


class Ranker:
    """The weights, ready: one row a bucket, one column a class."""

    def __init__(self, data: dict[str, npt.NDArray[np.generic]]) -> None:
        self.names: tuple[str, ...] = tuple(str(name) for name in data["names"])
        self._weights = data["weights"]
        self._scale = data["scale"].astype(np.float32)
        self._rarity = data["rarity"].astype(np.float32)
        self._start = data["start"].astype(np.float32)
        self._heat = float(data["heat"].astype(np.float32))

    def rank(self, text: str) -> Ranked | None:
        """How likely each class is for ``text``; None when it has no letter that we can read."""
        folded = plain_words(text)
        if not folded:
            return None
        buckets, values = features(folded)
        weighed = values * self._rarity[buckets]
        weighed /= np.linalg.norm(weighed) or 1.0
        scores = (weighed @ self._weights[buckets].astype(np.float32)) * self._scale + self._start
        likely = np.exp((scores - scores.max()) / self._heat)
        likely /= likely.sum()
        order = np.argsort(-likely, kind="stable")
        return Ranked(folded, {self.names[place]: float(likely[place]) for place in order})

    def words_for(self, folded: str, name: str, most: int) -> tuple[str, ...]:
        """The words that add most to the score of ``name``, against the mean of all, in the order of the text."""
        place = self.names.index(name)
        told: dict[str, float] = {}
        for word in dict.fromkeys(folded.split()):
            if len(word) < SHORTEST_TELLING:
                continue
            buckets, values = features(word)
            rows = self._weights[buckets].astype(np.float32) * self._scale
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
