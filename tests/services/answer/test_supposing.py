"""Unknown is not no: a sure answer rests on nothing that was not said."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import Answer, assess
from tests.law.case_files import cases

ON = date(2026, 11, 23)
SEED = 20261130
RESIDENT: dict[str, Any] = {
    "activity": "none",
    "nationality": "FR",
    "lives_in": "france",
    "in_france_since": date(2026, 1, 5),
    "other_cover": "none",
    "rights_open": False,
}
SAID_BY_THE_LINE_CHOSEN = {"posting_paper"}
"""Where an answer is sure, the line of work, open rights, or another answer says that there is none."""
AT_WORK: dict[str, Any] = {
    "activity": "working",
    "work_kind": "employee",
    "nationality": "US",
    "lives_in": "france",
    "stay_document": "residence_card",
    "stay_document_until": date(2027, 5, 5),
}


def answer(**facts: Any) -> Answer:
    return assess(read(facts, FACTS), ON)


@pytest.mark.parametrize(
    ("facts", "fact"),
    [
        (RESIDENT, "relative_other_cover"),
        ({**RESIDENT, "family_tie": "spouse", "relative_insured": False}, "relative_other_cover"),
        ({**RESIDENT, "rights_open": True, "family_tie": "none", "in_france_since": None}, "in_france_since"),
        ({"activity": "working", "work_kind": "abroad", "works_in": "elsewhere", "lives_in": "france"}, "other_cover"),
        (AT_WORK, "stay_label"),
        ({"activity": "working", "work_kind": "employee", "nationality": "PL", "lives_in": "france"}, "posting_paper"),
        ({"activity": "minor", "minor_with": "uninsured_parents", "lives_in": "france"}, "other_cover"),
    ],
)
def test_what_was_not_said_is_named_and_the_answer_is_not_sure(facts: dict[str, Any], fact: str) -> None:
    found = answer(**{name: value for name, value in facts.items() if value is not None})
    assert found.ground is not None
    assert fact in {one.fact.name for one in found.supposes}
    assert found.certainty != "H"
    assert found.to_json()["supposes"]


def test_once_it_is_said_nothing_is_supposed() -> None:
    assert answer(**RESIDENT, family_tie="none").supposes == ()
    assert answer(**RESIDENT, relative_other_cover="none").supposes == ()
    assert answer(**RESIDENT, family_tie="spouse", relative_insured=True).supposes == ()
    assert answer(**AT_WORK, stay_label="talent", posting_paper="none").supposes == ()
    french = {"activity": "working", "work_kind": "employee", "nationality": "FR", "lives_in": "france"}
    assert answer(**french, other_cover="none").supposes == ()
    assert answer(**french, rights_open=True).supposes == ()
    assert answer(**{**french, "work_kind": "foreign_employer"}).supposes == ()


def test_a_right_of_ones_own_supposes_nothing_of_a_relative() -> None:
    pension = answer(activity="pension", pension_from="france", nationality="DE", lives_in="france", rights_open=True,
                     other_cover="none")  # fmt: skip
    assert pension.verdict == "covered"
    assert pension.supposes == ()


def test_a_sure_answer_stays_whatever_else_the_person_may_say() -> None:
    """The persons of the signed cases, half of whose answers are left out, get every further answer one at a time."""
    random = Random(SEED)
    sure = 0
    for case in random.sample(cases(), 220):
        person = {name: value for name, value in case.values.items() if random.random() < 0.75}
        found = assessed(person)
        if found is None or found.ground is None or found.certainty != "H":
            continue
        sure += 1
        for fact in FACTS.values():
            for value in () if fact.name in {*person, *SAID_BY_THE_LINE_CHOSEN} else fact.values()[:30]:
                other = assessed({**person, fact.name: value})
                same = other is None or other.outcome == found.outcome
                assert same, f"seed {SEED}: {person} and {fact.name} = {value}"
    assert sure > 10


def assessed(values: Mapping[str, Value]) -> Answer | None:
    """The answer, None when the answers cannot all be true."""
    try:
        return assess(values, ON)
    except AnswerError:
        return None


def test_what_does_not_bear_on_the_answer_is_not_named_as_supposed() -> None:
    worker = {"activity": "working", "work_kind": "employee", "nationality": "FR", "lives_in": "monaco"}
    assert [one.fact.name for one in answer(**worker).supposes] == ["posting_paper"]
