"""What would change the answer names only what a person can do, or what will happen to them."""

from random import Random

import pytest

from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.law.within_reach import LATER, reaches, within_reach
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Verdict
from tests.law.case_files import TODAY, cases
from tests.law.persons import persons
from tests.services.answer.old_days import settled

NEVER: set[tuple[str, Value]] = {
    ("activity", "detained"),
    ("activity", "minor"),
    ("activity", "pension"),
    ("stay_document", "refugee"),
    ("stay_document", "asylum_certificate"),
    ("stay_document", "subsidiary_protection"),
    ("stay_document", "temporary_protection"),
    ("stay_document", "withdrawal_agreement"),
    ("stay_document", "monaco_passport"),
    ("minor_with", "refugee"),
    ("minor_with", "asylum"),
    ("minor_with", "detained_mother"),
    ("minor_with", "care_service"),
    ("removal_order", False),
    ("rights_open", True),
    ("family_tie", "spouse"),
}


def test_no_person_of_the_cases_is_told_of_a_change_out_of_their_reach() -> None:
    for case in cases():
        if case.on.year >= 2024:
            told = {(fact.name, value) for fact, value, _ in settled(case.values, case.on).acts()}
            assert not told & NEVER, case.name
            assert {name for name, _ in told} <= reaches().keys()


def test_no_person_drawn_at_random_is_told_of_a_change_out_of_their_reach() -> None:
    random = Random(20261130)
    drawn = persons(rulebook().on(TODAY), TODAY, random)
    for _ in range(150):
        told = {(fact.name, value) for fact, value, _ in settled(next(drawn), TODAY).acts()}
        assert not told & NEVER


def test_what_is_within_reach_is_written_of_facts_and_answers_that_exist() -> None:
    for name, reach in reaches().items():
        assert reach.to - {LATER} <= set(FACTS[name].values()), name
        assert reach.not_from <= set(FACTS[name].values()), name


@pytest.mark.parametrize(
    ("fact", "now", "then", "possible"),
    [
        ("activity", "none", "working", True),
        ("activity", "working", "studying", False),
        ("swiss_choice", "not_made", "france", False),
        ("activity", "minor", "working", False),
        ("activity", "none", "detained", False),
        ("stay_document_until", 739000, 739400, True),
        ("stay_document_until", 739400, 739000, False),
        ("in_france_since", 739400, 739000, False),
        ("nationality", "US", "FR", False),
    ],
)
def test_a_change_is_possible_or_not(fact: str, now: Value, then: Value, possible: bool) -> None:
    assert within_reach(FACTS[fact], now, then, Verdict.NOT_COVERED) is possible


def test_france_may_be_chosen_only_while_the_choice_is_open() -> None:
    assert within_reach(FACTS["swiss_choice"], "not_made", "france", Verdict.CHOICE)
    assert not within_reach(FACTS["swiss_choice"], "not_made", "france", Verdict.SERVED_FOR_ANOTHER_STATE)


@pytest.mark.parametrize("paper", ["short_stay", "temporary_long_stay_visa", "long_stay_visa_not_validated"])
def test_a_visa_that_is_no_listed_document_is_not_said_to_be_prolonged(paper: str) -> None:
    until = FACTS["stay_document_until"]
    assert not within_reach(until, 739000, 739400, Verdict.STATE_MEDICAL_AID, {"stay_document": paper})
    assert within_reach(until, 739000, 739400, Verdict.STATE_MEDICAL_AID, {"stay_document": "residence_card"})
