"""Prices computed by hand from the facts, each with its texts: the tables and the formula give the same."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ouverture.services.answer.price.answering import price_file
from ouverture.services.answer.price.shown import euros, figures

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("by_hand.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["case"]
FIGURES = {"base": "base", "rate": "rate", "kept": "deduction", "repaid": "repaid", "left": "left_to_pay"}


def said(case: dict[str, Any]) -> dict[str, Any]:
    (one,) = price_file(case["asked"], date(2026, 11, 28)).lines
    others = [each.priced.repaid for each in one.readings[1:]]
    return {**figures(one.priced), "held": one.priced.held, "also": [euros(each) for each in others]}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_it_is_the_price_computed_by_hand(case: dict[str, Any]) -> None:
    found = said(case)
    if not case.get("held", True):
        assert (found["repaid"], found["held"]) == (None, False)
        return
    assert {name: Decimal(str(found[key])) for name, key in FIGURES.items()} == {name: case[name] for name in FIGURES}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_where_sources_differ_every_price_is_shown_and_nowhere_else(case: dict[str, Any]) -> None:
    assert also(said(case)) == case.get("also", [])


def also(found: dict[str, Any]) -> list[Decimal]:
    return [Decimal(str(each)) for each in found["also"]]


def test_every_case_names_its_text_and_there_are_more_than_two_hundred() -> None:
    assert len(CASES) >= 200
    assert all(case["text"] for case in CASES)
