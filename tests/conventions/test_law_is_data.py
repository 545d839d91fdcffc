"""In the law, conditions are data, and a number with a legal meaning stands in the words that the rule quotes."""

import ast
from collections.abc import Iterator
from datetime import date

import pytest

from ouverture.law.rulebook import ROOMS, rulebook
from ouverture.law.texts import held
from ouverture.rules.conditions import AtLeast, Condition, Either, Every, Not
from ouverture.rules.cuts import Ago, Fixed, MonthsEnd
from ouverture.rules.rulebook import Rule
from tests.conventions.source_code import Module, modules

DATA_ROOMS = (*ROOMS, "grounds")
WORDS = {2: "deuxième", 3: "trois", 6: "sixième", 15: "quinze", 45: "quarante-cinquième"}
IN_A_ROW_ONLY = {
    ("forty_five_days_more", 6): "the date which results from R111-4, whose rule six_months_kept quotes it",
    ("forty_five_days_more", 2): "the date which results from R111-4, whose rule two_months_kept quotes it",
    ("covid_return", date(2020, 3, 1)): "row S46 gives the period in full",
    ("six_months_kept", date(2020, 11, 15)): "row P1, NOTA of R111-4",
    ("two_months_kept", date(2020, 11, 15)): "row P1, NOTA of R111-4",
    ("forty_five_days_more", date(2020, 11, 15)): "row P1, NOTA of R111-4",
    ("six_months_kept_earlier", date(2020, 1, 1)): "NOTA of R111-4 of 29 December 2019: ended after 31 December 2019",
    ("six_months_kept_earlier", date(2020, 11, 15)): "row P1, NOTA of R111-4",
    ("twelve_months_kept", date(2020, 1, 1)): "NOTA of R111-4 of 29 December 2019: ended after 31 December 2019",
}
YEAR = 12
"""Months in a year: the engine counts in months."""
COUNTED_IN_CODE = {
    "consistency.py": {18: "L160-2: minor until the 18th birthday"},
    "contradictions.py": {18: "L160-2: minor until the 18th birthday", 20: "row A17: a child of the family up to 20"},
    "grounds/wait.py": {3: "D160-2 I: the date shown to one who waits"},
    "grounds/without_stay.py": {3: "CASF L251-1: the date shown to one who waits"},
    "plausible.py": {12: "last month of a year", 31: "last day of December"},
    "after/c2s.py": {},
    "after/c2s_ceiling.py": {100: "percent"},
}
WITHOUT_LEGAL_MEANING = {
    "answers.py",
    "coverage.py",
    "listing.py",
    "sources.py",
    "texts/__init__.py",
    "texts/__main__.py",
}


WRITERS = {"law/grounds/writing.py"}
"""Modules of the rooms that hold no rule: they say how one is written down."""


@pytest.mark.parametrize("module", [m for room in DATA_ROOMS for m in modules(f"law/{room}")], ids=lambda m: m.name)
def test_rules_and_grounds_hold_no_branch(module: Module) -> None:
    if module.name in WRITERS:
        return
    branches = (ast.If, ast.IfExp, ast.Match, ast.While, ast.Lambda)
    assert [node.lineno for node in ast.walk(module.tree) if isinstance(node, branches)] == []


@pytest.mark.parametrize("rule", rulebook().rules, ids=lambda rule: f"{rule.name} {rule.since}")
def test_the_numbers_of_a_rule_stand_in_its_words(rule: Rule) -> None:
    for number in _numbers(rule.when):
        if (rule.name, number) not in IN_A_ROW_ONLY:
            assert _stands(number, rule.quote), number


def test_no_explanation_is_left_over() -> None:
    used = {(rule.name, number) for rule in rulebook().rules for number in _numbers(rule.when)}
    assert IN_A_ROW_ONLY.keys() <= used


def test_dates_explained_by_a_row_stand_in_it() -> None:
    texts = " ".join(text.text for text in held().values() if not text.official)
    for _, number in IN_A_ROW_ONLY:
        if isinstance(number, date):
            assert number.isoformat() in texts


@pytest.mark.parametrize("module", modules("law"), ids=lambda module: module.name)
def test_no_other_number_of_the_law_is_written_in_code(module: Module) -> None:
    name = module.name.removeprefix("law/")
    if name.split("/")[0] in (*ROOMS, "facts") or name in WITHOUT_LEGAL_MEANING:
        return
    allowed = {0, 1, *COUNTED_IN_CODE.get(name, {})}
    assert {number for number in _literals(module.tree) if number not in allowed} == set()


@pytest.mark.parametrize("module", modules("law/facts"), ids=lambda module: module.name)
def test_numbers_in_facts_only_weigh_questions(module: Module) -> None:
    """Priors and costs order the questions; they are written as decimals, and no whole number stands beside them."""
    assert {number for number in _literals(module.tree) if isinstance(number, int) and number > 1} == set()


def _numbers(condition: Condition) -> Iterator[int | date]:
    match condition:
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _numbers(part)
        case Not(part):
            yield from _numbers(part)
        case AtLeast(_, Ago(months)):
            yield months
        case AtLeast(_, MonthsEnd(months, days)):
            yield from (months, days) if days > 1 else (months,)
        case AtLeast(fact, Fixed(at)):
            yield date.fromordinal(at) if fact.kind == "date" else at


def _stands(number: int | date, quote: str) -> bool:
    if isinstance(number, date):
        return number.isoformat() in quote
    if str(number) in quote or WORDS.get(number, "—") in quote:
        return True
    return number % YEAR == 0 and str(number // YEAR) in quote


def _literals(tree: ast.Module) -> Iterator[int | float]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value not in (True, False):
            yield node.value
