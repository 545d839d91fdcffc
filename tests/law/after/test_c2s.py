"""The C2S of a household, case by case, and what is said of it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ouverture.clock.registry import rules as deadlines
from ouverture.law.after.c2s import C2s, c2s
from ouverture.law.after.c2s_ceiling import Ceiling, ceilings, last_known
from ouverture.law.answers import read
from ouverture.law.rulebook import rulebook

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("c2s.toml").read_text(encoding="utf-8"))["case"]
DAY = date(2025, 6, 1)


def _answer(case: dict[str, Any]) -> C2s:
    return c2s(read(case["facts"], rulebook().facts), case["on"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_household_gets_the_answer_of_the_law(case: dict[str, Any]) -> None:
    answer = _answer(case)
    assert answer.status == case["status"]
    assert answer.likely == case.get("likely")
    assert [fact.name for fact in answer.missing] == case.get("missing", [])
    assert answer.euros_a_month == (Decimal(str(case["monthly"])) if "monthly" in case else None)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_answer_is_said_in_both_languages(case: dict[str, Any]) -> None:
    for step in _answer(case).says:
        assert step.fr.endswith(".")
        assert step.en.endswith(".")
        assert step.fr != step.en


def test_an_answer_names_articles_and_clocks_that_exist() -> None:
    answer = _answer(CASES[0])
    assert "CSS L861-1" in answer.articles
    assert "c2s_decision" in answer.deadlines
    assert set(answer.deadlines) <= deadlines().keys()
    assert answer.ceilings is not None
    assert {amount.name for amount in answer.ceilings.amounts} >= {"c2s_ceiling", "c2s_household_increase"}


def test_a_free_answer_shows_the_ceiling_it_stands_on() -> None:
    assert _answer(CASES[0]).says[0].en == (
        "Your resources are under the yearly ceiling of your household (€10,339): free C2S."
    )


def test_a_ceiling_that_was_not_found_is_said_before_what_is_likely() -> None:
    first, second = next(_answer(case) for case in CASES if case.get("likely") == "free").says
    assert first.en.startswith("Yearly ceiling of the free C2S, one person, mainland France: the ceiling changes")
    assert first.fr.startswith("Plafond annuel de la C2S gratuite, une personne, métropole : le plafond change")
    assert "is not held" in first.en
    assert "under the last known ceiling (about €10,421)" in second.en
    assert "very likely" in second.en


def test_a_likely_participation_is_not_called_free() -> None:
    said = next(_answer(case) for case in CASES if case.get("likely") == "with_participation").says[1]
    assert "under the last known ceiling (about €14,068)" in said.en
    assert "at least C2S with a participation is very likely" in said.en
    assert "au moins avec participation" in said.fr


def test_mayotte_and_abroad_are_told_apart() -> None:
    said = {place: c2s({"lives_in": place}, DAY).says[0].en for place in ("mayotte", "elsewhere")}
    assert "since 1 January 2024" in said["mayotte"]
    assert "R111-2" in said["elsewhere"]


def test_the_increase_overseas_is_among_the_amounts_only_overseas() -> None:
    names = [{amount.name for amount in found.amounts} for far in (True, False) if (found := ceilings(1, far, DAY))]
    assert ["c2s_overseas_increase" in each for each in names] == [True, False]


def test_a_household_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="a household has at least one person"):
        ceilings(0, False, DAY)


def test_a_whole_number_of_euros_leaves_no_doubt() -> None:
    whole, broken = Ceiling(Decimal(100), Decimal(1)), Ceiling(Decimal("100.5"), Decimal(1))
    assert [whole.lowest, whole.highest] == [Decimal(100), Decimal(100)]
    assert [broken.lowest, broken.highest] == [Decimal(99), Decimal(101)]
    assert [whole.over(Decimal(r)) for r in (99, 100, 101)] == [True, False, False]
    assert [whole.reaches(Decimal(r)) for r in (99, 100, 101)] == [True, True, False]
    assert [broken.over(Decimal(r)) for r in (98, 99, 100, 101)] == [True, None, None, False]
    assert [broken.reaches(Decimal(r)) for r in (99, 100, 101, 102)] == [True, None, None, False]


def test_the_last_known_ceiling_never_comes_from_the_future() -> None:
    assert last_known(1, False, date(2016, 3, 31)) is None
    first = last_known(1, False, date(2022, 7, 1))
    assert first is not None
    assert first.free.exact == 9571
    known = last_known(1, False, date(2026, 11, 23))
    assert known is not None
    assert known.free.exact == 10421
