"""How fast a pasted message is decoded, side by side with a naive loop over the catalogue in the same run.

    python bench/messages.py

The naive loop compares the text with every known wording by difflib and keeps the nearest. Only the ratio travels from
one machine to another; the two limits (one message, ten thousand) are ours.
"""

import random
import statistics
import sys
import time
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from ouverture.wording.messages.answers import Recognised
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.folding import fold

SEED = 20261123
ONE_MESSAGE_LIMIT_MS = 5.0
TEN_THOUSAND_LIMIT_S = 10.0
NAIVE_SAMPLE = 40
MISTAKES = "aeinrstlou"
UNRELATED = Path(__file__).parent.parent / "tests/wording/messages/data/unrelated.txt"
LETTER = "\n".join([*UNRELATED.read_text(encoding="utf-8").splitlines()[:30], all_messages()[0].examples[0]])


def samples(count: int) -> list[tuple[str, str]]:
    """Messages with a few wrong letters and the entry each is, some unrelated ones ("") among them."""
    rng = random.Random(SEED)
    known = [(example, entry.id) for entry in all_messages() for example in entry.examples]
    known += [(sentence, "") for sentence in UNRELATED.read_text(encoding="utf-8").splitlines()]
    return [(with_mistakes(text, rng), name) for text, name in rng.choices(known, k=count)]


def with_mistakes(text: str, rng: random.Random) -> str:
    """``text`` with one wrong letter in twenty-five."""
    return "".join(rng.choice(MISTAKES) if letter.isalpha() and rng.random() < 1 / 25 else letter for letter in text)


def ours(text: str) -> str:
    """The entry recognised, or ""."""
    answer = decode(text)
    return answer.entry.id if isinstance(answer, Recognised) else ""


def naive(text: str, wordings: Sequence[tuple[str, str]]) -> str:
    """The entry of the nearest wording, with the same least likeness, or ""."""
    folded = fold(text)
    score, name = max((SequenceMatcher(None, folded, words).ratio(), name) for words, name in wordings)
    return name if score >= 0.5 else ""


def letter_ms() -> float:
    """The median milliseconds of a long letter, over twenty readings."""
    times = []
    for _ in range(20):
        start = time.perf_counter()
        decode(LETTER)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3


def main() -> int:
    """Print the table; 1 when a limit is not kept."""
    start = time.perf_counter()
    decode(LETTER)
    first = time.perf_counter() - start
    messages = samples(10_000)
    times, right = [], 0
    for text, name in messages:
        start = time.perf_counter()
        right += ours(text) == name
        times.append(time.perf_counter() - start)
    wordings = [(pattern.words, entry.id) for entry in all_messages() for pattern in entry.texts]
    start = time.perf_counter()
    naive_right = sum(naive(text, wordings) == name for text, name in messages[:NAIVE_SAMPLE])
    naive_each = (time.perf_counter() - start) / NAIVE_SAMPLE
    median, worst, total = statistics.median(times) * 1e3, max(times) * 1e3, sum(times)
    print(f"catalogue: {len(all_messages())} entries, {len(wordings)} wordings; indexed in {first * 1e3:.0f} ms")
    print(f"one message: median {median:.2f} ms, worst {worst:.2f} ms (limit {ONE_MESSAGE_LIMIT_MS} ms on the median)")
    print(f"a letter of {len(LETTER)} characters: {letter_ms():.1f} ms (limit {ONE_MESSAGE_LIMIT_MS} ms)")
    print(f"10,000 messages: {total:.1f} s (limit {TEN_THOUSAND_LIMIT_S} s); {right} answered rightly")
    print(f"naive difflib loop: {naive_each * 1e3:.1f} ms a message; {naive_right} of {NAIVE_SAMPLE} answered rightly")
    print(f"ratio naive / ours: {naive_each / (total / len(messages)):.0f}")
    return (
        0
        if letter_ms() < ONE_MESSAGE_LIMIT_MS and median < ONE_MESSAGE_LIMIT_MS and total < TEN_THOUSAND_LIMIT_S
        else 1
    )


if __name__ == "__main__":
    sys.exit(main())
