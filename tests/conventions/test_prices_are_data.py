"""In pricing, a figure with a legal meaning stands in a table with its source, never in Python."""

import ast
from datetime import date

import pytest

from ouverture.pricing.rows import Row, read_table, shelf
from tests.conventions.source_code import Module, modules

EVERY = [row for series in shelf().values() for row in series]
ARITHMETIC: dict[str, dict[float, str]] = {
    "care.py": {40: "the age taken when none is given"},
    "rows.py": {100: "cents in a euro"},
    "terms.py": {10_000: "hundredths of a per cent"},
    "formula.py": {2: "half, to round"},
    "columns.py": {2: "half, to round; two answers, yes and no"},
    "counters.py": {10: "a number above any sum", 12: "a number above any sum"},
    "explained.py": {100: "cents in a euro"},
    "readings.py": {16: "readings tried for a line"},
    "contribution.py": {
        2019: "the year the formula changed, D380-1",
        12: "December",
        31: "its last day",
        100: "per cent",
    },
    "thresholds.py": {4: "sizes of a home written in a row", -1: "the last of them"},
    "spellings.py": {3: "words shown", 0.6: "how near a word must be"},
}
LAST_LOOK = date(2026, 11, 28)


@pytest.mark.parametrize("module", modules("pricing"), ids=lambda module: module.name)
def test_no_number_of_the_law_stands_in_code(module: Module) -> None:
    allowed = {-2, -1, 0, 1, *ARITHMETIC.get(module.name.removeprefix("pricing/"), {})}
    found = {
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
    }
    assert found <= allowed | {2}


@pytest.mark.parametrize("row", EVERY, ids=lambda row: f"{row.table} {row.series} {row.since}")
def test_a_row_says_where_it_was_read_and_when_and_how_sure_it_is(row: Row) -> None:
    assert row.source
    assert row.text
    assert row.label.fr
    assert row.label.en
    assert row.certainty in "HML"
    assert date(2026, 11, 1) <= row.checked_on <= LAST_LOOK
    assert all(source for _, source in row.others)
    assert row.until is None or row.since < row.until
    assert row.value is not None or row.others


def test_the_rows_of_a_series_follow_one_another() -> None:
    for series in shelf().values():
        days = [row.since for row in series]
        assert days == sorted(set(days))


def test_situations_and_thresholds_say_where_they_were_read_too() -> None:
    bodies = [
        *read_table("statuses").values(),
        *(v for b in read_table("thresholds")["threshold"] for v in b["values"]),
    ]
    for body in bodies:
        assert body["source"]
        assert body["certainty"] in "HML"
        assert body["checked_on"] <= LAST_LOOK
