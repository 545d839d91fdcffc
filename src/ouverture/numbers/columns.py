"""A million social security numbers at once, by the same rules as ``reading``, in NumPy arrays.

Numbers of 15 characters, spaces apart, go through arrays; any other row is read one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ouverture.numbers.birth_month import birth_month
from ouverture.numbers.birth_year import birth_year
from ouverture.numbers.birthplace import told
from ouverture.numbers.cleaning import clean
from ouverture.numbers.nir_reading import as_social_number
from ouverture.numbers.wording import tables_date

Array = NDArray[Any]

# The faults a row can have, by number, in the order they are looked for; 0 is none. The words are those of ``reading``.
FAULTS = (
    "",
    "not_nir_shaped",
    "month_refused",
    "place_zero",
    "place_no_department",
    "place_refused_dates",
    "order_zero",
    "key_wrong",
    "legacy_without_key",
)
_FAULT = {code: number for number, code in enumerate(FAULTS)}
_ROWS_AT_ONCE = 1 << 15
_ZERO, _LINE_END = ord("0"), ord("\n")


@dataclass(frozen=True, slots=True)
class NumberColumns:
    """One row per number, in the order given. Where ``fault`` is ``not_nir_shaped`` the fields are zero or empty."""

    valid: NDArray[np.bool_]
    fault: NDArray[np.uint8]
    sex: NDArray[np.uint8]
    year: NDArray[np.uint8]
    month: NDArray[np.uint8]
    place: NDArray[np.bytes_]
    order: NDArray[np.uint16]
    key: NDArray[np.uint8]

    @property
    def birth_month_known(self) -> NDArray[np.bool_]:
        """False where the month is a code above 12, or refused."""
        return (self.month >= 1) & (self.month <= 12)

    def fault_codes(self) -> list[str]:
        """The code of each row's first fault, "" for none."""
        return [FAULTS[number] for number in self.fault.tolist()]


def check(numbers: Sequence[str], *, on: date | None = None) -> NumberColumns:
    """The fields and the first fault of each number. ``on``: today, for the century of a birth year.

    A row is judged as ``reading.read`` judges a social security number typed with ordinary characters: same faults in
    the same order. Look-alike letters are not put right here. Sex 3 or 4 marks the old coding.
    """
    on_year = (on or tables_date()).year
    columns = _empty(len(numbers))
    for start in range(0, len(numbers), _ROWS_AT_ONCE):
        _read_block(numbers[start : start + _ROWS_AT_ONCE], start, columns, on_year)
    np.equal(columns.fault, 0, out=columns.valid)
    return columns


def _read_block(numbers: Sequence[str], start: int, columns: NumberColumns, on_year: int) -> None:
    """A block small enough to stay in the processor's cache from its characters to its faults."""
    grid, plain = _grid(numbers)
    block = slice(start, start + len(numbers))
    _read_grid(grid, block, columns, on_year)
    # A row the arrays could not take is one that is not 15 digits: the slow reader has the last word on it.
    for row in np.flatnonzero((columns.fault[block] == _FAULT["not_nir_shaped"]) | ~plain).tolist():
        _read_one(numbers[row], start + row, columns, on_year)


def _empty(rows: int) -> NumberColumns:
    small = {name: np.zeros(rows, np.uint8) for name in ("fault", "sex", "year", "month", "key")}
    place, order = np.zeros(rows, "S5"), np.zeros(rows, np.uint16)
    return NumberColumns(valid=np.zeros(rows, bool), place=place, order=order, **small)


def _grid(numbers: Sequence[str]) -> tuple[Array, Array]:
    """The characters as rows of 16 bytes, and which rows are truly in it (the rest hold line ends)."""
    joined = "\n".join(numbers) + "\n"
    if len(joined) == 16 * len(numbers) and joined.isascii():
        grid = np.frombuffer(joined.encode("ascii"), np.uint8).reshape(-1, 16)
        # As many line ends as rows, one at the end of each: no row is longer, shorter, or holds one itself.
        if (grid[:, 15] == _LINE_END).all() and np.count_nonzero(grid == _LINE_END) == len(numbers):
            return grid, np.ones(len(numbers), bool)
    return _grid_of_mixed(numbers)


def _grid_of_mixed(numbers: Sequence[str]) -> tuple[Array, Array]:
    compact = [number.replace(" ", "") for number in numbers]
    plain = np.fromiter((len(n) == 15 and n.isascii() for n in compact), bool, len(compact))
    grid = np.full((len(compact), 16), _LINE_END, np.uint8)
    kept = "".join(n for n in compact if len(n) == 15 and n.isascii())
    grid[plain, :15] = np.frombuffer(kept.encode("ascii"), np.uint8).reshape(-1, 15)
    return grid, plain


# The sum whose remainder by 97 gives the key: each digit times the remainder of its power of ten.
_KEY_WEIGHTS = np.array([[pow(10, 12 - position, 97)] for position in range(13)], np.uint16)
_KEY_BY_SUM = (97 - np.arange(97 * 9 * 13 + 1) % 97).astype(np.uint8)


def _read_grid(grid: Array, block: slice, columns: NumberColumns, on_year: int) -> None:
    # Turned on its side, each position is one run of bytes, which NumPy adds and compares many at a time. A matrix
    # product would be shorter, but its threads wait for one another when the machine is busy.
    digits = np.ascontiguousarray(grid.T) - np.uint8(_ZERO)
    _corsica_as_digits(grid, digits)
    shaped = (np.maximum.reduce(digits[:15]) < 10) & (digits[0] >= 1) & (digits[0] <= 4)
    columns.place[block] = np.ascontiguousarray(grid[:, 5:10]).view("S5")[:, 0]
    if not shaped.all():
        digits[:, ~shaped] = 0
        columns.place[block][~shaped] = b""
    wide = digits.astype(np.uint16)
    year, month, department = (_figure(wide, start, start + 2) for start in (1, 3, 5))
    commune, order, key = _figure(wide, 7, 10), _figure(wide, 10, 13), _figure(wide, 13, 15)
    columns.sex[block], columns.year[block], columns.month[block] = digits[0], year, month
    columns.order[block], columns.key[block] = order, key
    fault = columns.fault[block]
    key_sum = np.add.reduce(wide[:13] * _KEY_WEIGHTS, dtype=np.uint16)
    fault[_KEY_BY_SUM[key_sum] != key] = _FAULT["key_wrong"]
    fault[order == 0] = _FAULT["order_zero"]
    place_fault = _place_faults(on_year)[100 * year + department]
    np.copyto(fault, place_fault, where=place_fault > 0)
    fault[commune == 0] = _FAULT["place_zero"]
    fault[_MONTH_REFUSED[month]] = _FAULT["month_refused"]
    fault[~shaped] = _FAULT["not_nir_shaped"]


def _corsica_as_digits(grid: Array, digits: Array) -> None:
    """2A becomes 19 and 2B becomes 18, as the key asks; like 2A and 2B, both are departments for any birth year."""
    rows = np.flatnonzero((digits[5] == 2) & ((grid[:, 6] == ord("A")) | (grid[:, 6] == ord("B"))))
    digits[5, rows] = 1
    digits[6, rows] = ord("A") + 9 - grid[rows, 6]


def _figure(wide: Array, start: int, stop: int) -> Array:
    """The number written in these positions."""
    total: Array = wide[start]
    for position in range(start + 1, stop):
        total = total * np.uint16(10) + wide[position]
    return total


_MONTH_REFUSED = np.array([bool(birth_month(f"{month:02d}").problems) for month in range(100)])


@lru_cache(maxsize=16)
def _place_faults(on_year: int) -> NDArray[np.uint8]:
    """The fault of each year and department, written as one number of four digits; 0 for none.

    Asked of ``birthplace``, so that the rule is written once.
    """
    faults = np.zeros(10_000, np.uint8)
    for year in range(100):
        years = birth_year(f"{year:02d}", on_year).years
        for department in range(100):
            problems = told(f"{department:02d}001", years, None).problems
            faults[100 * year + department] = _FAULT[problems[0].code] if problems else 0
    return faults


def _read_one(number: str, row: int, columns: NumberColumns, on_year: int) -> None:
    compact = clean(number).compact
    candidate = as_social_number(compact, on_year)
    if candidate is None:
        columns.fault[row] = _FAULT["not_nir_shaped"]
        return
    columns.fault[row] = _FAULT[candidate.problems[0].code] if candidate.problems else 0
    columns.sex[row], columns.year[row], columns.month[row] = int(compact[0]), int(compact[1:3]), int(compact[3:5])
    columns.place[row], columns.order[row] = compact[5:10].encode(), int(compact[10:13])
    columns.key[row] = int(compact[13:] or 0)
