import os
import random
import subprocess
import sys
from datetime import date

import numpy as np
import pytest

from ouverture.numbers import columns
from ouverture.numbers.cleaning import clean
from ouverture.numbers.nir import build
from ouverture.numbers.nir_key import key_of
from ouverture.numbers.nir_reading import as_social_number

TODAY = date(2026, 11, 23)


def first_fault(text: str) -> str:
    """What the one-by-one reader finds wrong first."""
    candidate = as_social_number(clean(text).compact, TODAY.year)
    if candidate is None:
        return "not_nir_shaped"
    return candidate.problems[0].code if candidate.problems else ""


def random_rows(count: int, seed: int) -> list[str]:
    """Numbers with every fault: half with the right key, one in ten of Corsica, some with letters."""
    rng = random.Random(seed)
    rows = []
    for _ in range(count):
        department = rng.choice(["2A", "2B"]) if rng.random() < 0.1 else f"{rng.randrange(100):02d}"
        commune, order = rng.choice(["000", f"{rng.randrange(1000):03d}"]), f"{rng.randrange(3):03d}"
        thirteen = f"{rng.randrange(1, 5)}{rng.randrange(100):02d}{rng.randrange(25):02d}{department}{commune}{order}"
        key = key_of(thirteen) if rng.random() < 0.7 else f"{rng.randrange(100):02d}"
        row = thirteen + key
        if rng.random() < 0.05:
            at = rng.randrange(15)
            row = row[:at] + rng.choice("AB0X\u00e9\n :/") + row[at + 1 :]
        rows.append(row)
    return rows


def mixed_rows(count: int, seed: int) -> list[str]:
    """The same with spaces, missing keys, rubbish and line ends where none belong."""
    rng = random.Random(seed)
    odd = ["", "\n", "hello", "7112312345678", "2910799404123", "2 91 07 99 404 123 37", "29107994\n0412337", "２" * 15]
    return [rng.choice(odd) if rng.random() < 0.2 else row for row in random_rows(count, seed)]


@pytest.mark.parametrize("rows", [random_rows(4000, 1), mixed_rows(4000, 2)], ids=["fifteen", "mixed"])
def test_a_column_finds_the_same_first_fault_as_the_reader(rows: list[str]) -> None:
    read = columns.check(rows, on=TODAY)
    assert read.fault_codes() == [first_fault(row) for row in rows]
    assert read.valid.tolist() == [not first_fault(row) for row in rows]


def test_a_column_gives_the_fields_back() -> None:
    rng = random.Random(3)
    places = ("99404", "75056", "2A004", "2B033", "97411", "13055")
    built = [
        build(sex=rng.choice((1, 2)), year=rng.randrange(27, 100), month=rng.randint(1, 12), place=rng.choice(places),
              order=rng.randint(1, 999))
        for _ in range(2000)
    ]  # fmt: skip
    for rows in ([nir.fifteen for nir in built], [nir.printed for nir in built], [nir.thirteen for nir in built]):
        read = columns.check(rows, on=TODAY)
        assert read.valid.all()
        assert read.sex.tolist() == [nir.sex for nir in built]
        assert read.year.tolist() == [nir.year for nir in built]
        assert read.month.tolist() == [nir.month for nir in built]
        assert read.place.tolist() == [nir.place.encode() for nir in built]
        assert read.order.tolist() == [nir.order for nir in built]
        assert read.birth_month_known.all()


def test_two_numbers_in_one_cell_are_not_read_as_the_next_row() -> None:
    two = "185039940401735\n185039940401735"
    for rows in ([two, ""], [two[:-1], ""], ["\n" + two[:15], two[:14]], [""], []):
        read = columns.check(rows, on=TODAY)
        assert read.fault_codes() == [first_fault(row) for row in rows]


def test_columns_longer_than_a_block_keep_their_order() -> None:
    rows = ["185039940401735"] * (columns._ROWS_AT_ONCE + 5)
    rows[-1] = "185039940401736"
    read = columns.check(rows, on=TODAY)
    assert np.flatnonzero(~read.valid).tolist() == [len(rows) - 1]
    assert read.fault_codes()[-1] == "key_wrong"


def test_reading_one_number_does_not_load_numpy() -> None:
    program = "import sys; from ouverture.numbers.reading import read; read('18503'); print('numpy' in sys.modules)"
    paths = {"PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run([sys.executable, "-c", program], env=paths, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
