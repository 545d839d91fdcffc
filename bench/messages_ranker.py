"""Make the weights of the ranker of messages from its corpus: ``python -m bench.messages_ranker``.

Two linear readings of the same text, each solved by least squares with a squared penalty, among the texts rather than
among the buckets, since there are fewer of them. The first says who writes: health insurance, another office, or a
fraud. The second says which message it is, and is learnt from genuine messages only. Classes with many texts weigh less
a text. Every text of ``tests/wording/messages/corpus`` is learnt from, but those of files named "held_out" or "tuning",
and the examples of the catalogue, and the told messages of the tests that are no longer unseen. The texts of the
"tuning" authors say by what scores are divided to become likelihoods. Nothing is drawn by chance.
"""

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.features import BUCKETS, features, plain_words
from ouverture.wording.messages.ranking import ANOTHER_OFFICE, NOT_ENTRIES, WEIGHTS, WRITERS
from ouverture.wording.messages.weighing import CHOICES

TESTS = Path(__file__).parents[1] / "tests" / "wording" / "messages"
PACKAGE = Path(__file__).parents[1] / "src" / "ouverture" / "wording"
PENALTY = 0.5
"""Beside a text's own weight, which is 1: chosen among 0.1 to 3 on authors left out, where all did nearly as well."""
EVENLY = 0.5
"""How far classes count alike: 0, each text counts as much; 1, each class."""
LEVELS = 31
"""Steps of a weight on each side of nothing: more make the file larger and the answers no better."""
NOT_LEARNT = ("held_out", "tuning")

Floats = npt.NDArray[np.float32]


class Told(NamedTuple):
    """A text and the classes that are right for it."""

    text: str
    right: tuple[str, ...]


def read_corpus(path: Path) -> Iterator[Told]:
    """The lines "class: text" of one file; "one|other: text" when both are right; "#" begins a remark."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, parted, text = line.partition(": ")
        if parted and not line.startswith("#"):
            yield Told(text.replace("\\n", "\n"), tuple(name.split("|")))


def everything() -> list[Told]:
    """Every text learnt from, in a fixed order."""
    found = [Told(example, (entry.id,)) for entry in all_messages() for example in entry.examples]
    found += [Told(pattern.words, (entry.id,)) for entry in all_messages() for pattern in entry.texts]
    for path in sorted((TESTS / "corpus").glob("*.txt")):
        if not path.name.startswith(NOT_LEARNT):
            found += read_corpus(path)
    found += _told_in_tests()
    return checked(found)


def tuning() -> list[Told]:
    """The texts of the authors who are only asked how sure to be."""
    return checked([told for path in sorted((TESTS / "corpus").glob("tuning*.txt")) for told in read_corpus(path)])


def checked(found: list[Told]) -> list[Told]:
    """The same, each text once; ends the program when one names no entry."""
    known = {entry.id for entry in all_messages()} | NOT_ENTRIES
    unknown = {name for told in found for name in told.right} - known
    if unknown:
        raise SystemExit(f"corpus: {', '.join(sorted(unknown))}: no such entry")
    return list({told.text: told for told in found}.values())


def _told_in_tests() -> Iterator[Told]:
    data = TESTS / "data"
    for name, key in (("told.toml", "told"), ("told_own.toml", "told"), ("heard.toml", "heard")):
        for row in tomllib.loads((data / name).read_text(encoding="utf-8"))[key]:
            right = () if row.get("silence_is_right") else row.get("right", ())
            yield Told(row["text"], tuple(_class(one) for one in right) or (ANOTHER_OFFICE,))
    written = tomllib.loads((data / "paraphrases.toml").read_text(encoding="utf-8"))
    for row in written["letter"]:
        if not row.get("held_out"):
            yield Told(row["text"], (row["id"], *row.get("also", ())))
    for row in written["neighbour"]:
        yield Told(row["text"] if isinstance(row, dict) else row, (ANOTHER_OFFICE,))
    for name in ("told_unrelated.txt", "unrelated.txt", "near.txt"):
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            yield Told(line, (ANOTHER_OFFICE,))


def _class(right: str) -> str:
    return "fraud" if right == "phishing" else right


class Reading(NamedTuple):
    """A linear reading: scores of classes = rows @ weights + start."""

    weights: Floats
    start: Floats


def learn(rows: Floats, near: Floats, wanted: Floats) -> Reading:
    """The reading that comes nearest to what is wanted (texts by classes); ``near`` is rows @ rows.T."""
    count = wanted @ (1 / np.maximum(wanted.sum(axis=0), 1))
    weight = count**EVENLY
    weight /= weight.mean()
    start = (wanted * weight[:, None]).sum(axis=0) / weight.sum()
    pressed = near.astype(np.float64)
    pressed[np.diag_indices_from(pressed)] += PENALTY / weight
    multipliers = np.linalg.solve(pressed, wanted - start).astype(np.float32)
    return Reading(rows.T @ multipliers, start.astype(np.float32))


def matrix(told: list[Told], rarity: Floats) -> Floats:
    """Each text as a row of one length."""
    rows = np.zeros((len(told), BUCKETS), dtype=np.float32)
    for place, one in enumerate(told):
        buckets, values = features(plain_words(one.text))
        weighed = values * rarity[buckets]
        rows[place, buckets] = weighed / np.linalg.norm(weighed)
    return rows


def rarity_of(told: list[Told]) -> Floats:
    """How rare each bucket is among the texts; 0 where none fills it."""
    times = np.zeros(BUCKETS, dtype=np.float32)
    for one in told:
        times[features(plain_words(one.text))[0]] += 1
    return np.where(times > 0, np.log1p(len(told) / np.maximum(times, 1)), 0).astype(np.float16).astype(np.float32)


def targets(told: list[Told], names: list[str]) -> Floats:
    """One row a text: its share of each class."""
    wanted = np.zeros((len(told), len(names)), dtype=np.float32)
    for place, one in enumerate(told):
        for name in one.right:
            wanted[place, names.index(name)] += 1 / len(one.right)
    return wanted


def heat_of(scores: Floats, wanted: Floats) -> float:
    """By what the scores are divided so that texts not learnt from are as likely as they turn out to be."""

    def loss(heat: float) -> float:
        shifted = (scores - scores.max(axis=1, keepdims=True)) / heat
        likely = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        return -float((wanted * likely).sum())

    return min((heat / 200 for heat in range(2, 200)), key=loss)


def writers(told: list[Told]) -> Floats:
    """Who writes each text: one column for each of ``WRITERS``."""
    other = [[name in one.right for name in WRITERS[1:]] for one in told]
    return np.array([[not any(row), *row] for row in other], dtype=np.float32)


def is_ours(told: list[Told]) -> npt.NDArray[np.bool_]:
    """Which texts are genuine messages that an entry means."""
    return np.array([NOT_ENTRIES.isdisjoint(one.right) for one in told])


def small(reading: Reading) -> tuple[npt.NDArray[np.int8], Floats]:
    """The weights in few steps, and the height of a step for each class."""
    step = np.abs(reading.weights).max(axis=0) / LEVELS
    return np.rint(reading.weights / step).astype(np.int8), step.astype(np.float32)


def main() -> None:
    """Learn, calibrate on the tuning authors, write the file, and say what was found."""
    parser = argparse.ArgumentParser(description="Make the weights of the ranker of messages from its corpus.")
    parser.add_argument("--out", type=Path, default=PACKAGE / WEIGHTS, help="the file to write")
    path = parser.parse_args().out
    told, unlearnt = everything(), tuning()
    ours, theirs = is_ours(told), is_ours(unlearnt)
    names = sorted({name for one, mine in zip(told, ours, strict=True) if mine for name in one.right})
    rarity = rarity_of(told)
    rows, asked = matrix(told, rarity), matrix(unlearnt, rarity)
    near = rows @ rows.T
    who = learn(rows, near, writers(told))
    mine = [one for one, is_mine in zip(told, ours, strict=True) if is_mine]
    which = learn(rows[ours], near[np.ix_(ours, ours)], targets(mine, names))
    genuine = [one for one, is_mine in zip(unlearnt, theirs, strict=True) if is_mine]
    wanted = targets(genuine, names)
    scores, writes = asked[theirs] @ which.weights + which.start, asked @ who.weights + who.start
    order = np.argsort(-scores, axis=1)
    first, among = (
        (np.take_along_axis(wanted, order[:, :most], axis=1) > 0).any(axis=1).mean() for most in (1, CHOICES)
    )
    print(f"{len(told)} texts, {len(names)} messages; {len(genuine)} of the tuning authors' that one means")
    writer = (writes.argmax(axis=1) == writers(unlearnt).argmax(axis=1)).mean()
    print(f"first {first:.3f}, among three {among:.3f}; who writes {writer:.3f}")
    (weights, step), (who_weights, who_step) = small(which), small(who)
    np.savez_compressed(
        path, names=np.array(names), rarity=rarity.astype(np.float16),
        weights=weights, step=step, start=which.start, heat=np.float32(heat_of(scores, wanted)),
        who_weights=who_weights, who_step=who_step, who_start=who.start,
        who_heat=np.float32(heat_of(writes, writers(unlearnt))),
    )  # fmt: skip
    print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
