"""How fast a pasted message is decoded, side by side with a naive loop over the catalogue in the same run.

    python bench/messages.py

The naive loop compares the text with every known wording by difflib and keeps the nearest. Only the ratio travels from
one machine to another; the two limits (one message, ten thousand) are ours.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from page import table, write_part
from timing import Figure, Section

from ouverture.wording.messages.answers import Recognised
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.folding import fold

HEAD = "# What was said\n\nWritten by `python bench/messages.py`; do not edit.\n"
ABOUT = """Ten thousand messages made from the catalogue ({entries} entries, {wordings} wordings) and from unrelated
sentences, one letter in twenty-five wrong, in one process. Beside them a loop that compares each with every wording by
difflib, on {sample} of them."""
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


def measured() -> Section:
    """One message, ten thousand, a letter; and the naive loop beside them."""
    start = time.perf_counter()
    decode(LETTER)
    indexed = (time.perf_counter() - start) * 1e3
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
    worst, total, letter = max(times) * 1e3, sum(times), letter_ms()
    one, many = f"{ONE_MESSAGE_LIMIT_MS:.0f} ms", f"{TEN_THOUSAND_LIMIT_S:.0f} s"
    return Section(
        "Messages decoded",
        ABOUT.format(entries=len(all_messages()), wordings=len(wordings), sample=NAIVE_SAMPLE),
        (
            Figure("one message, median", f"{statistics.median(times) * 1e3:.2f} ms"),
            Figure("one message, the slowest", f"{worst:.1f} ms", one, worst < ONE_MESSAGE_LIMIT_MS),
            Figure(f"a letter of {len(LETTER):,} characters", f"{letter:.1f} ms", one, letter < ONE_MESSAGE_LIMIT_MS),
            Figure("10,000 messages", f"{total:.1f} s", many, total < TEN_THOUSAND_LIMIT_S),
            Figure("answered as the entry they were made from", f"{right:,} of {len(messages):,}"),
            Figure("catalogue indexed, once", f"{indexed:.0f} ms"),
            Figure(
                "a naive loop with difflib",
                f"{naive_each * 1e3:.0f} ms a message; right {naive_right} of {NAIVE_SAMPLE}",
            ),
            Figure("times the naive loop", f"{naive_each / (total / len(messages)):.0f}"),
        ),
    )


def main() -> int:
    """Measure, write the part of the page; 1 when a limit is not kept."""
    argparse.ArgumentParser(description="Measure the messages, and write their part of docs/bench.md.").parse_args()
    section = measured()
    said = table(section)
    print(said)
    write_part("messages", HEAD + said)
    return int(any(figure.kept is False for figure in section.figures))


if __name__ == "__main__":
    sys.exit(main())
