"""The table of C2S ceilings published from 2022 to 2025 comes out of the scale, within a euro."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ouverture.law.after.c2s_ceiling import ceilings

TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("published_ceilings.toml").read_text(encoding="utf-8")
)
ROWS = [(row, overseas) for key, overseas in (("year", False), ("overseas", True)) for row in TABLE[key]]


@pytest.mark.parametrize(("row", "overseas"), ROWS, ids=lambda value: str(value))
def test_the_published_figures_are_within_a_euro_of_the_scale(row: dict[str, Any], overseas: bool) -> None:
    for size, (free, top) in enumerate(row["households"], 1):
        found = ceilings(size, overseas, row["on"])
        assert found is not None
        assert found.free.lowest <= free <= found.free.highest
        assert found.top.lowest <= top <= found.top.highest
        assert abs(int(found.free.exact) - free) <= 1
        assert abs(int(found.top.exact) - top) <= 1


@pytest.mark.parametrize("row", TABLE["year"], ids=lambda row: str(row["on"]))
def test_each_further_person_adds_the_published_step(row: dict[str, Any]) -> None:
    for size in (4, 5, 8):
        smaller, larger = (ceilings(count, False, row["on"]) for count in (size, size + 1))
        assert smaller is not None
        assert larger is not None
        assert abs(larger.free.exact - smaller.free.exact - row["further"][0]) <= 1
        assert abs(larger.top.exact - smaller.top.exact - row["further"][1]) <= 1
