"""Each notice is told to those it concerns, and kept from the others."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.law.answers import known, read
from ouverture.law.consistency import derived
from ouverture.law.rulebook import rulebook
from ouverture.law.warnings import NOTICES, notices
from ouverture.law.warnings.notice import Shown
from ouverture.rules.assessment import Person, evaluator
from tests.law.case_files import TODAY
from tests.law.case_files import cases as all_cases

FILE = Path(__file__).with_name("notices.toml")
CASES: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]
NAMES = [case["name"] for case in CASES]


def person_of(case: dict[str, Any]) -> Person:
    facts = rulebook().facts
    return known(derived(read(case["facts"], facts), case.get("on", TODAY)), facts)


def _told(case: dict[str, Any]) -> tuple[Shown, ...]:
    on: date = case.get("on", TODAY)
    law = rulebook().on(on)
    return notices(person_of(case), law.ground[case["ground"]], law, on)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_person_is_told_what_concerns_them_and_nothing_else(case: dict[str, Any]) -> None:
    shown = _told(case)
    sure = {each.notice.name for each in shown if each.sure}
    maybe = {each.notice.name for each in shown if not each.sure}
    assert set(case.get("shows", ())) - sure == set()
    assert set(case.get("maybe", ())) - maybe == set()
    assert set(case.get("hides", ())) & (sure | maybe) == set()


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_answer_is_the_one_the_notices_go_with(case: dict[str, Any]) -> None:
    on: date = case.get("on", TODAY)
    proof = evaluator(rulebook().on(on), on).prove(person_of(case))
    assert proof is not None
    assert proof.ground.name == case["ground"]


def test_every_notice_is_told_to_somebody_and_kept_from_somebody() -> None:
    told = {name for case in CASES for name in (*case.get("shows", ()), *case.get("maybe", ()))}
    hidden = {name for case in CASES for name in case.get("hides", ())}
    every = {notice.name for notice in NOTICES}
    assert told - every == set()
    assert hidden - every == set()
    assert every - told == set()
    told_to = [{each.notice.name for each in _told(case)} for case in CASES]
    assert [name for name in every if all(name in names for names in told_to)] == []


def test_a_notice_that_is_not_sure_names_what_it_depends_on() -> None:
    for case in CASES:
        for each in _told(case):
            if not each.sure:
                assert each.says.en.startswith("May concern you; it depends on: ")
                assert each.depends_on[0].label.en in each.says.en
                assert each.notice.says.fr in each.says.fr


def test_nobody_is_told_for_sure_what_an_unknown_fact_decides() -> None:
    """Forgetting a fact may turn a sure notice into a doubtful one or hide it, never the reverse."""
    for case in CASES:
        law, person = rulebook().on(case.get("on", TODAY)), person_of(case)
        ground = law.ground[case["ground"]]
        before = {each.notice.name for each in notices(person, ground, law, case.get("on", TODAY)) if each.sure}
        for forgotten in person:
            less = {name: value for name, value in person.items() if name != forgotten}
            after = {each.notice.name for each in notices(less, ground, law, case.get("on", TODAY)) if each.sure}
            assert after <= before, (case["name"], forgotten)


def test_with_nothing_proven_only_what_is_true_of_all_is_said() -> None:
    shown = notices({}, None, rulebook().on(TODAY), TODAY)
    assert [each.notice.name for each in shown] == ["law_read_to_march_2026"]


def test_no_case_of_the_law_gets_more_than_two_dozen_notices() -> None:
    for case in all_cases():
        proof = evaluator(case.law, case.on).prove(case.person)
        assert len(notices(case.person, proof.ground if proof else None, case.law, case.on)) <= 24, case.name
