"""What the ranker sees of a text: its runs of three to five letters and its words, each put in one of many buckets."""

import re
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt
from anyascii import anyascii

from ouverture.wording.messages.folding import fold

BUCKETS = 1 << 15
RUNS = (3, 4, 5)
"""Lengths of the runs of letters, the space before and after a word included."""
LONGEST_READ = 2_400
"""Folded characters read: what a letter says stands in its first page."""
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]+")
_STEP = np.uint32(2_654_435_761)
"""A large odd number: it spreads the runs over the buckets."""

Buckets = npt.NDArray[np.uint32]
Values = npt.NDArray[np.float32]


def latin(text: str) -> str:
    """``text`` with what is written in Arabic letters spelt in Latin ones, and the rest as it is."""
    return _ARABIC.sub(lambda found: anyascii(found.group()), text)


def plain_words(text: str) -> str:
    """The folded text that is read; "" when it has no letter that we can read."""
    return fold(latin(text))[:LONGEST_READ]


def features(folded: str) -> tuple[Buckets, Values]:
    """The buckets that a folded text fills, each once, and how much: 1 + the logarithm of how often."""
    padded = f" {folded} "
    letters = np.frombuffer(padded.encode("ascii"), dtype=np.uint8).astype(np.uint32)
    found = [_runs(letters, length) for length in RUNS if len(letters) >= length]
    buckets, times = np.unique(np.concatenate([*found, _words(folded)]), return_counts=True)
    return buckets, (1 + np.log(times)).astype(np.float32)


def _runs(letters: Buckets, length: int) -> Buckets:
    hashed = np.full(len(letters) - length + 1, length, dtype=np.uint32)
    for place in range(length):
        hashed = (hashed ^ letters[place : len(letters) - length + 1 + place]) * _STEP
        hashed ^= hashed >> np.uint32(15)
    return hashed % np.uint32(BUCKETS)


def _words(folded: str) -> Buckets:
    words = folded.split()
    pairs = (f"{one}_{other}" for one, other in pairwise(words))
    return np.array([crc32(word.encode()) % BUCKETS for word in (*words, *pairs)], dtype=np.uint32)
