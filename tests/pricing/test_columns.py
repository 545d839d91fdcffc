"""A million lines at once give what one line gives, explained; with the counters too."""

from collections import defaultdict

import numpy as np
import pytest

from ouverture.pricing.columns import coded
from ouverture.pricing.counters import Counters
from ouverture.pricing.formula import price
from ouverture.pricing.many import NOT_HELD, each_alone, in_order
from tests.pricing.random_claims import random_lines

LINES = 6000


@pytest.mark.parametrize("seed", [11, 12])
def test_columns_are_equal_to_lines_one_by_one(seed: int) -> None:
    lines = random_lines(LINES, seed)
    found = each_alone(coded(lines))
    for place, line in enumerate(lines):
        one = price(line)
        sums = (found.repaid[place], found.left[place])
        assert sums == ((NOT_HELD, NOT_HELD) if one.repaid is None else (one.repaid, one.left)), (seed, line)
        if one.repaid is not None:
            others = (found.base[place], found.share[place], found.deducted[place], found.owed_later[place])
            assert others == (one.base, one.share, one.deducted, one.owed_later), (seed, line)


@pytest.mark.parametrize("seed", [21])
def test_with_counters_too_in_the_order_of_arrival(seed: int) -> None:
    lines = random_lines(LINES, seed)
    persons = np.random.default_rng(seed).integers(0, 40, len(lines))
    found = in_order(coded(lines), persons, [line.with_whom for line in lines])
    of: dict[int, Counters] = defaultdict(Counters)
    for place, line in enumerate(lines):
        one = price(line, of[int(persons[place])])
        if one.repaid is None:
            assert found.repaid[place] == NOT_HELD
        else:
            sums = (found.repaid[place], found.deducted[place], found.recovered[place], found.owed_later[place])
            assert sums == (one.repaid, one.deducted, one.recovered, one.owed_later), (seed, line)


def test_some_of_the_random_lines_are_held_and_some_are_not() -> None:
    held = each_alone(coded(random_lines(LINES, 11))).held.mean()
    assert 0.4 < held < 0.8
