"""Each row of the tables is used by a case that fails when the row changes: 95 % of the mutants are noticed."""

from collections import defaultdict
from datetime import date
from typing import Any

import pytest

from ouverture.pricing import consulted, counters, rows
from ouverture.pricing.rows import Row, Table
from tests.pricing.table_mutants import Mutant, changed, of_rows, of_situations
from tests.pricing.test_by_hand import CASES, FIGURES, also, said

NOTICED_AT_LEAST = 0.95
Case = dict[str, Any]
AGES = {"age", "born_on", "due_on", "maternity_month", "gave_birth_on"}


@pytest.fixture(scope="module")
def used_by() -> dict[tuple[str, str], list[Case]]:
    """The cases that read each series; those that name a situation, under that situation."""
    found: dict[tuple[str, str], list[Case]] = defaultdict(list)
    patch = pytest.MonkeyPatch()
    for case in CASES:
        read: set[tuple[str, str]] = set()

        def row(table: Table, series: str, on: Any, read: set[tuple[str, str]] = read) -> Row | None:
            read.add((table, series))
            return rows.row(table, series, on)

        patch.setattr(consulted, "row", row)
        patch.setattr(counters, "row", row)
        said(case)
        for series in read:
            found[series].append(case)
        for status in ("minor", *case["asked"]) if AGES & case["asked"].keys() else case["asked"]:
            found["statuses", status].append(case)
    patch.undo()
    return found


def _notices(case: Case) -> bool:
    try:
        found = said(case)
    except Exception:
        return True
    if not case.get("held", True):
        return found["repaid"] is not None
    if also(found) != case.get("also", []):
        return True
    return any(found[key] is None or abs(float(case[name]) - found[key]) > 0.001 for name, key in FIGURES.items())


def _cases(mutant: Mutant, used_by: dict[tuple[str, str], list[Case]]) -> list[Case]:
    """The cases to try, those of a day near the change first; ages and months are read before any series is."""
    found = used_by[mutant.series]
    if mutant.series[0] == "counts" and not found:
        found = [case for case in CASES if AGES & case["asked"].keys()]
    return sorted(found, key=lambda case: abs(_day(case) - mutant.near))


def _day(case: Case) -> date:
    asked = case["asked"]
    return asked["on"] if isinstance(asked.get("on"), date) else date.min


@pytest.mark.parametrize("kind", [of_rows, of_situations], ids=["rows", "situations"])
def test_the_cases_notice_nearly_every_change(kind: Any, used_by: dict[tuple[str, str], list[Case]]) -> None:
    missed, tried = [], 0
    for mutant in kind():
        tried += 1
        with changed(mutant):
            if not any(_notices(case) for case in _cases(mutant, used_by)):
                missed.append(mutant.says)
    assert tried > 30
    assert len(missed) <= (1 - NOTICED_AT_LEAST) * tried, (tried, missed)


def test_every_series_is_read_by_a_case(used_by: dict[tuple[str, str], list[Case]]) -> None:
    read_elsewhere = {"minor", "chooses_a_doctor"}
    never = [key for key in rows.shelf() if not used_by[key] and not key[1].startswith("maternity")]
    assert {name for _, name in never} <= read_elsewhere
