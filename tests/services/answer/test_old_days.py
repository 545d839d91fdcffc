"""A day in the past is answered under the law of that day, and never stops the program."""

from datetime import date
from random import Random
from typing import Any

import pytest

from ouverture.cli.lines import answer_lines, plan_lines
from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import make_plan
from tests.law.persons import persons
from tests.services.answer.old_days import on_day, one_of_each_ground, printed, settled, shown_in_full, turning_days

SEED = 20261128
WITHOUT_A_PERMIT: dict[str, Any] = {
    "activity": "none",
    "nationality": "GN",
    "lives_in": "france",
    "stay_document": "none",
    "irregular_since": date(2021, 10, 1),
    "other_cover": "none",
    "resources_under_c2s": True,
}
RESIDENT: dict[str, Any] = {
    "activity": "none",
    "nationality": "US",
    "lives_in": "france",
    "in_france_since": date(2018, 1, 1),
    "stay_document": "residence_card",
    "stay_document_until": date(2021, 6, 30),
    "other_cover": "none",
    "rights_open": False,
    "family_tie": "none",
    "listed_benefit": False,
}


def test_one_person_of_each_ground_is_answered_and_planned_on_the_days_around_every_change() -> None:
    people = one_of_each_ground()
    for rank, day in enumerate(turning_days()):
        shown_in_full(on_day(people[rank % len(people)], day))


def test_persons_drawn_at_random_with_every_document_are_answered_and_planned_on_any_day_since_2016() -> None:
    random = Random(SEED)
    for day in random.sample(turning_days(), 60):
        for values in (next(persons(rulebook().on(day), day, random, known)) for known in (1.0, 0.7)):
            shown_in_full(settled(values, day))


@pytest.mark.parametrize("day", [date(2016, 3, 1), date(2019, 2, 28), date(2020, 12, 31)], ids=str)
def test_a_plan_of_an_old_day_can_be_printed(day: date) -> None:
    printed(shown_in_full(settled(read(RESIDENT, FACTS), day)))


@pytest.mark.parametrize("day", [date(2022, 5, 13), date(2023, 4, 27)], ids=str)
def test_a_rule_that_is_not_law_yet_reads_as_one_that_does_not_hold(day: date) -> None:
    answer = assess(read(WITHOUT_A_PERMIT, FACTS), day)
    named = {reason.rule.name: reason for _, reasons in answer.ruled_out for reason in reasons}
    reason = named["forty_five_days_more"]
    assert (reason.holds, reason.in_force) == (False, False)
    assert reason.says.en.startswith("A rule only since Friday 28 April 2023: ")


def test_each_rule_not_in_force_is_named_and_no_other() -> None:
    ended = {"stay_document_until": date(2020, 1, 24), "resources_under_c2s": False, "had_number": False}
    answer = assess(read(RESIDENT | ended, FACTS), date(2020, 12, 31))
    absent = {r.rule.name for _, reasons in answer.ruled_out for r in reasons if not r.in_force}
    assert "withdrawal_agreement_card" in {r.rule.name for r in answer.because} | absent
    assert all(name not in answer.law.rules for name in absent)


def test_a_plan_says_that_the_term_of_that_year_is_not_held_and_counts_nothing_from_it() -> None:
    plan = make_plan(assess(read(RESIDENT, FACTS), date(2018, 11, 2)))
    appeal = next(step for step in plan.steps if step.text.name == "appeal")
    assert appeal.on is None
    assert appeal.not_held is not None
    assert appeal.not_held.en.startswith("No date here: the text of Wednesday 2 January 2019 is not held for")
    assert any(appeal.not_held.fr in line for line in plan_lines(plan, "fr"))


def test_what_an_answer_of_before_2017_rests_on_is_said_once_and_makes_it_less_sure() -> None:
    answer = assess(read(RESIDENT | {"in_france_since": date(2015, 6, 1)}, FACTS), date(2016, 3, 1))
    said = [line for line in answer_lines(answer, "en") if "R111-3 had no text on Tuesday 1 March 2016" in line]
    assert len(said) == 1
    assert "articles L111-2-1 and L160-1" in said[0]
    assert (answer.verdict, answer.certainty) == ("covered", "M")
