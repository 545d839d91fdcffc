"""How fast numbers are read, side by side with python-stdnum in the same run.

    python bench/number_reading.py            the two ratios claimed
    python bench/number_reading.py --fuzz N   N random strings read without an exception (200000 by default)

Only the ratios mean something: they were taken in one run, on one machine, one after the other.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from stdnum.fr import nir as stdnum_nir

from ouverture.numbers import columns, nir, reading, tables
from ouverture.text import LANGUAGES

SEED = 20261123
READ_LIMIT = 2.0
COLUMN_LIMIT = 50.0


def invented_numbers(count: int, rng: random.Random) -> list[str]:
    """Well-formed numbers of nobody: half born abroad, half in France, Corsica and overseas included."""
    countries, communes = list(tables.countries()), list(tables.communes())
    made: list[str] = []
    while len(made) < count:
        place = rng.choice(countries if rng.random() < 0.5 else communes)
        fields = {"sex": rng.choice((1, 2)), "year": rng.randrange(27, 100), "month": rng.randint(1, 12)}
        try:
            made.append(nir.build(**fields, place=place, order=rng.randint(1, 999)).fifteen)
        except nir.NotASocialSecurityNumber:
            continue
    return made


def seconds(act: Callable[[], object], rounds: int) -> float:
    """The median time of ``act`` over ``rounds``."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def full_reading(number: str) -> object:
    """Everything a page shows of one number: parts, problems, what it opens and does not."""
    candidate = reading.read(number).candidates[0]
    return candidate.parts, candidate.problems, candidate.notes, candidate.opens, candidate.not_yet


def in_a_loop(act: Callable[[str], object], numbers: Sequence[str]) -> Callable[[], None]:
    """``act`` on each number, one after the other, keeping nothing: what is kept would be timed with its collection."""

    def loop() -> None:
        for number in numbers:
            act(number)

    return loop


def compare_readings(numbers: Sequence[str]) -> bool:
    """One full reading against python-stdnum's bare check, over different numbers, printed as people write them."""
    printed = [stdnum_nir.format(number) for number in numbers]
    first = seconds(in_a_loop(full_reading, printed), 1) / len(printed)
    ours = seconds(in_a_loop(full_reading, printed), 9) / len(printed)
    theirs = seconds(in_a_loop(stdnum_nir.is_valid, printed), 9) / len(printed)
    print(f"full reading {ours * 1e6:.2f} us (first pass, tables loading, {first * 1e6:.2f} us)")
    print(f"python-stdnum is_valid {theirs * 1e6:.2f} us")
    print(f"ratio {ours / theirs:.2f} (limit {READ_LIMIT})")
    return ours / theirs <= READ_LIMIT


def compare_columns(numbers: Sequence[str]) -> bool:
    """A column of a million against python-stdnum in a loop."""
    columns.check(numbers[:1000])
    ours = seconds(lambda: columns.check(numbers), 5)
    theirs = seconds(in_a_loop(stdnum_nir.is_valid, numbers), 1)
    print(f"column of {len(numbers)}: {ours * 1e3:.0f} ms; python-stdnum in a loop {theirs * 1e3:.0f} ms")
    print(f"ratio {theirs / ours:.1f} (at least {COLUMN_LIMIT})")
    return theirs / ours >= COLUMN_LIMIT


def fuzz(count: int) -> None:
    """Read ``count`` random strings, each answered with a reason and no exception."""
    rng = random.Random(SEED)
    seeds = invented_numbers(200, rng)
    start = time.perf_counter()
    for _ in range(count):
        text = random_text(rng, seeds)
        answer = reading.read(text)
        for language in LANGUAGES:
            assert answer.reason.to(language), text
            assert all(answer.sentences(language)), text
        json.dumps(answer.to_json())
    print(f"{count} strings read, seed {SEED}, {time.perf_counter() - start:.0f} s, no exception")


def random_text(rng: random.Random, seeds: Sequence[str]) -> str:
    """A damaged number, digits with rubbish, or characters from anywhere in Unicode."""
    way = rng.randrange(3)
    if way == 0:
        characters = list(rng.choice(seeds))
        for _ in range(rng.randint(1, 4)):
            characters[rng.randrange(len(characters))] = rng.choice("0123456789ABOIl .-\u00a0\uff11*#E+,")
        return "".join(characters)
    if way == 1:
        return "".join(rng.choice("0123456789 ABFRZ.,-E+#*") for _ in range(rng.randint(0, 40)))
    return "".join(chr(rng.choice((rng.randrange(0x300), rng.randrange(0xD800)))) for _ in range(rng.randint(0, 60)))


def main(arguments: Sequence[str]) -> int:
    """Run what was asked; 1 when a claimed ratio is not reached."""
    parser = argparse.ArgumentParser(description="Measure the reading of numbers, beside python-stdnum.")
    parser.add_argument("--fuzz", nargs="?", type=int, const=200_000, metavar="TEXTS", help="read random texts instead")
    options = parser.parse_args(arguments)
    if options.fuzz is not None:
        fuzz(options.fuzz)
        return 0
    rng = random.Random(SEED)
    numbers = invented_numbers(20_000, rng)
    readings_hold = compare_readings(numbers)
    million = [number for _ in range(50) for number in rng.sample(numbers, len(numbers))]
    return 0 if compare_columns(million) and readings_hold else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
