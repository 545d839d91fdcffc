"""Make the weights of the ranker of messages from its corpus: ``python -m bench.messages_ranker``.

A multinomial logistic regression with a squared penalty, solved among the texts rather than among the buckets: there
are fewer of them. Every text of ``tests/wording/messages/corpus`` is read, but those of "held_out" files, and the
examples of the catalogue, and the told messages of the tests that are no longer unseen. Nothing is drawn by chance but
the texts left out to calibrate, by ``SEED``: the same corpus gives the same weights.
"""

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.features import BUCKETS, features, plain_words
from ouverture.wording.messages.ranking import ANOTHER_OFFICE, NOT_ENTRIES, WEIGHTS

SEED = 20261128
TESTS = Path(__file__).parents[1] / "tests" / "wording" / "messages"
PACKAGE = Path(__file__).parents[1] / "src" / "ouverture" / "wording"
PENALTY = 1 / 40
"""Of each text's share: the larger, the smaller the weights."""
ROUNDS = 220
ONE_IN = 6
"""One text in six calibrates; then all of them are learnt from."""

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
        if not path.name.startswith("held_out"):
            found += read_corpus(path)
    found += _told_in_tests()
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


def learn(rows: Floats, wanted: Floats) -> Floats:
    """The multipliers of each text (texts by classes): weights = rows.T @ multipliers."""
    count = len(rows)
    near = rows @ rows.T + 1.0  # the 1 is the start of each class
    step = count / (0.5 * float(np.linalg.norm(near, 2)) + PENALTY)
    found = np.zeros_like(wanted)
    ahead = found
    for turn in range(ROUNDS):
        scores = near @ ahead
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        new = ahead - step / count * (likely - wanted + PENALTY * ahead)
        ahead = new + turn / (turn + 3) * (new - found)
        found = new
    return found


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

    return min((heat / 20 for heat in range(4, 60)), key=loss)


def main() -> None:
    """Learn, calibrate, write the file, and say what was found."""
    parser = argparse.ArgumentParser(description="Make the weights of the ranker of messages from its corpus.")
    parser.add_argument("--out", type=Path, default=PACKAGE / WEIGHTS, help="the file to write")
    path = parser.parse_args().out
    told = everything()
    names = sorted({name for one in told for name in one.right})
    rows, wanted = matrix(told, rarity := rarity_of(told)), targets(told, names)
    out = np.zeros(len(told), dtype=bool)
    out[Random(SEED).sample(range(len(told)), len(told) // ONE_IN)] = True
    tried = learn(rows[~out], wanted[~out])
    scores = rows[out] @ (rows[~out].T @ tried) + tried.sum(axis=0)
    heat = heat_of(scores, wanted[out])
    first = wanted[out][np.arange(out.sum()), scores.argmax(axis=1)] > 0
    among = (np.take_along_axis(wanted[out], np.argsort(-scores, axis=1)[:, :3], axis=1) > 0).any(axis=1)
    print(f"{len(told)} texts, {len(names)} classes; heat {heat}")
    print(f"left out {out.sum()}: first {first.mean():.3f}, among three {among.mean():.3f}")
    multipliers = learn(rows, wanted)
    weights = rows.T @ multipliers
    scale = np.abs(weights).max(axis=0) / 127
    np.savez_compressed(
        path, names=np.array(names), weights=np.rint(weights / scale).astype(np.int8), scale=scale,
        rarity=rarity.astype(np.float16), start=multipliers.sum(axis=0), heat=np.float32(heat),
    )  # fmt: skip
    print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
