"""What a price costs: one act with its explanation, a million claim lines in columns, counters included.

    python bench/prices.py

Prints what it measures and writes its part of docs/bench.md. The peer of the columns is the least any program can do:
one multiplication and one rounding of each fee.
"""

import argparse
import sys
from datetime import date

import numpy as np
from page import table, write_part
from timing import MICRO, Figure, Section, cpu, machine

from ouverture.pricing.care import Line
from ouverture.pricing.columns import coded
from ouverture.pricing.explained import steps
from ouverture.pricing.formula import price
from ouverture.pricing.many import each_alone, in_order
from ouverture.services.answer.price.answering import price_file
from tests.pricing.random_claims import random_lines

SEED, MILLION, DISTINCT = 20261128, 1_000_000, 200_000
LIMIT_ONE, LIMIT_COLUMNS, LIMIT_COUNTERS = 200, 500_000, 20_000
LEFT_OPEN = {"act": "psychiatrist", "on": "2026-02-01", "fee": 60}
ABOUT = (
    "Random lines of every act, day since 2015, age, situation, sector and place in the pathway: the worst case, since "
    "each combination that occurs must be looked up. CPU times of the process."
)


def main() -> int:
    """Measure, print, write the part; 1 when a limit is missed."""
    figures = (*_one(), *_many())
    section = Section("Prices", ABOUT, figures)
    text = f"- Machine: {machine()}; shared with other work. Seed {SEED}.\n{table(section)}"
    print(text)
    write_part("prices", text)
    return int(any(figure.kept is False for figure in figures))


def _one() -> tuple[Figure, ...]:
    line, times = Line("gp", date(2026, 2, 1), 3000, pathway="out"), 5000
    bare, _ = cpu(lambda: [price(line) for _ in range(times)], 3)
    told, _ = cpu(lambda: [steps(price(line)) for _ in range(times)], 3)
    asked, _ = cpu(lambda: [price_file(LEFT_OPEN, date(2026, 2, 1)).lines[0].spread() for _ in range(50)], 3)
    per = told / times * MICRO
    return (
        Figure("one act priced", f"{bare / times * MICRO:.0f} µs"),
        Figure("one act priced and explained", f"{per:.0f} µs", f"{LIMIT_ONE} µs", per < LIMIT_ONE),
        Figure("one act of which little was said: read, and every other answer tried", f"{asked / 50 * 1000:.1f} ms"),
    )


def _many() -> tuple[Figure, ...]:
    lines = random_lines(DISTINCT, SEED) * (MILLION // DISTINCT)
    columns = coded(lines)
    alone, _ = cpu(lambda: each_alone(columns), 2)
    least, _ = cpu(lambda: (columns.fee * 7000 + 5000) // 10_000, 3)
    persons = np.random.default_rng(SEED).integers(0, 50_000, MILLION)
    counted, _ = cpu(lambda: in_order(columns, persons, [line.with_whom for line in lines]), 1)
    rate, with_counters = MILLION / alone, MILLION / counted
    return (
        Figure("a million lines in columns", f"{rate:,.0f} a second", f"{LIMIT_COLUMNS:,}", rate >= LIMIT_COLUMNS),
        Figure("the same, beside one product and one rounding", f"{alone / least:.0f} times"),
        Figure("counters of 50,000 persons included", f"{with_counters:,.0f} a second", f"{LIMIT_COUNTERS:,}",
               with_counters >= LIMIT_COUNTERS),
    )  # fmt: skip


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    sys.exit(main())
