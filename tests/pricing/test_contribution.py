"""The subsidiary contribution, computed by hand, and what may not be asked of it."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ouverture.clock.registry import rules as deadlines
from ouverture.pricing.contribution import Income, subsidiary_contribution, what_if

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("contribution.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["case"]
PLAIN = Income(2025, Decimal(60000))


def _income(case: dict[str, Any]) -> Income:
    partner = case.get("partner_work")
    return Income(
        case["year"],
        Decimal(case["capital"]),
        Decimal(case.get("work", 0)),
        None if partner is None else Decimal(partner),
        None if case.get("replacement") == "unknown" else case.get("replacement", "none"),
        Fraction(case.get("covered", 1)),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_sum_is_the_one_computed_by_hand(case: dict[str, Any]) -> None:
    assert subsidiary_contribution(_income(case)).due == case.get("due")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_answer_gives_a_reason_and_its_amounts(case: dict[str, Any]) -> None:
    answer = subsidiary_contribution(_income(case))
    assert answer.says
    assert "pass" in {amount.name for amount in answer.amounts}
    assert set(answer.deadlines) <= deadlines().keys()


def test_the_steps_show_the_ceiling_the_base_and_the_sum() -> None:
    assert [step.en for step in subsidiary_contribution(PLAIN).says] == [
        "Yearly ceiling of 2025: €47,100.",
        "Capital income above the allowance: €36,450.",
        "Contribution: €2,369.25, called for in 2026, by 2026-11-30.",
        "To be paid within thirty days of the call. Within that time you may pay what you think is due and send your "
        "proof: Urssaf answers within a month (R380-4).",
    ]


def test_capital_income_equal_to_the_allowance_is_not_above_it() -> None:
    said = subsidiary_contribution(replace(PLAIN, capital=Decimal(23550))).says
    assert [step.en for step in said] == ["Capital income not above €23,550: nothing is due."]


def test_a_year_without_cover_owes_nothing() -> None:
    assert subsidiary_contribution(replace(PLAIN, covered=Fraction(0))).due == 0


@pytest.mark.parametrize("year", [2015, 2027])
def test_a_year_that_is_not_known_says_what_is_missing(year: int) -> None:
    answer = subsidiary_contribution(replace(PLAIN, year=year))
    assert answer.due is None
    assert any("not in our sources" in step.en for step in answer.says)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (replace(PLAIN, capital=Decimal(-1)), "capital"),
        (replace(PLAIN, work=Decimal(-1)), "work"),
        (replace(PLAIN, partner_work=Decimal(-1)), "partner_work"),
        (replace(PLAIN, covered=Fraction(3, 2)), "covered"),
        (replace(PLAIN, covered=Fraction(-1, 2)), "covered"),
    ],
)
def test_an_impossible_figure_is_refused_by_name(wrong: Income, name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}: "):
        subsidiary_contribution(wrong)


def test_there_are_more_than_sixty_cases_over_all_dated_rules() -> None:
    assert len(CASES) >= 60
    assert {case["year"] for case in CASES} >= set(range(2016, 2027))


def test_a_foreign_pension_leaves_two_readings() -> None:
    found = subsidiary_contribution(replace(PLAIN, replacement="foreign"))
    assert found.otherwise is not None
    assert (found.due, found.otherwise.due) == (Decimal("2369.25"), Decimal(0))
    assert "does not say that it must be French" in found.otherwise.says.en


def test_a_treaty_leaves_two_readings() -> None:
    found = subsidiary_contribution(replace(PLAIN, by_treaty=True))
    assert found.otherwise is not None
    assert found.otherwise.due == 0


def test_it_is_called_by_the_last_working_day_of_november() -> None:
    assert subsidiary_contribution(PLAIN).called_by == date(2026, 11, 30)
    assert subsidiary_contribution(replace(PLAIN, year=2018)).called_by == date(2019, 11, 29)


def test_what_if_shows_the_sum_falling_with_income_from_work() -> None:
    sums = [due for _, due in what_if(PLAIN, tuple(Decimal(work) for work in (0, 2355, 4710, 9420)))]
    assert sums == [Decimal("2369.25"), Decimal("1776.94"), Decimal("1184.63"), Decimal(0)]
