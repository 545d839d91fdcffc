"""Each settled verdict's plan begins with an act that has a day and an office, and health comes first."""

from datetime import date
from random import Random
from typing import Any

import pytest

from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import make_plan
from tests.law.case_files import cases
from tests.law.persons import persons
from tests.services.answer.first_acts import begins_with_an_act
from tests.services.answer.old_days import settled, turning_days

SEED = 20261129
IRREGULAR: dict[str, Any] = {
    "activity": "none",
    "nationality": "GN",
    "lives_in": "france",
    "in_france_since": date(2026, 3, 1),
    "stay_document": "none",
    "irregular_since": date(2026, 3, 1),
    "other_cover": "none",
    "resources_under_c2s": True,
    "rights_open": False,
}


def test_the_plan_of_every_case_begins_with_an_act() -> None:
    for case in cases():
        answer = settled(case.values, case.on)
        if answer.verdict is not Verdict.UNKNOWN:
            begins_with_an_act(make_plan(answer))


def test_the_plan_of_persons_drawn_at_random_on_any_day_begins_with_an_act() -> None:
    random = Random(SEED)
    for day in random.sample(turning_days(), 60):
        for known in (1.0, 0.9, 0.7):
            answer = settled(next(persons(rulebook().on(day), day, random, known)), day)
            if answer.verdict is not Verdict.UNKNOWN:
                begins_with_an_act(make_plan(answer))


@pytest.mark.parametrize(("insured", "kept"), [(True, True), (False, False), (None, False)])
def test_private_insurance_is_kept_by_who_said_they_have_one(insured: bool | None, kept: bool) -> None:
    visitor = {
        "activity": "none", "nationality": "US", "lives_in": "france", "in_france_since": date(2026, 10, 10),
        "stay_document": "long_stay_visa_validated", "stay_document_until": date(2027, 9, 19), "other_cover": "none",
        "rights_open": False, "family_tie": "none", "listed_benefit": False,
    }  # fmt: skip
    told = visitor if insured is None else visitor | {"private_insurance": insured}
    plan = make_plan(assess(read(told, FACTS), date(2026, 11, 28)))
    assert plan.answer.verdict == "covered_later"
    assert ("keep_private_insurance" in {step.text.name for step in plan.steps}) is kept


@pytest.mark.parametrize(
    ("on", "lodged"),
    [
        (date(2026, 11, 28), "lodge_ame"),
        (date(2019, 12, 30), "lodge_ame"),
        (date(2019, 12, 29), "lodge_ame_before_2020"),
    ],
)
def test_a_first_claim_of_state_medical_aid_is_lodged_and_never_sent(on: date, lodged: str) -> None:
    since = {"irregular_since": date(on.year - 1, 3, 1), "in_france_since": date(on.year - 1, 3, 1)}
    plan = make_plan(assess(read(IRREGULAR | since, FACTS), on))
    names = [step.text.name for step in plan.steps]
    assert plan.answer.outcome is not None
    assert plan.answer.outcome.route == "ame"
    assert names[0] == "care_now"
    assert lodged in names
    assert "send_by_post_or_hand" not in names


def test_an_answer_whose_way_is_not_known_still_has_an_act() -> None:
    answer = settled(read({"activity": "minor", "lives_in": "france"}, FACTS), date(2026, 11, 28))
    assert make_plan(answer).steps


@pytest.mark.parametrize(
    ("check", "step"),
    [("proofs_asked", "answer_the_check"), ("findings", "answer_the_findings"), ("closed", "contest_the_closing")],
)
def test_a_check_by_the_caisse_is_answered_first(check: str, step: str) -> None:
    resident = {
        "activity": "none", "nationality": "FR", "lives_in": "france", "in_france_since": date(2010, 1, 1),
        "other_cover": "none", "rights_open": True, "family_tie": "none", "residence_check": check,
    }  # fmt: skip
    plan = make_plan(assess(read(resident, FACTS), date(2026, 11, 28)))
    assert plan.answer.verdict == "covered"
    assert plan.steps[0].text.name == step
    assert plan.steps[0].on == date(2026, 11, 28)
    assert plan.steps[0].turn_to is not None


@pytest.mark.parametrize(
    ("standing", "document", "step"),
    [
        ("asked_for", "renewal_confirmation", "ask_receipt"),
        ("refused", "residence_card", "contest_refusal"),
        ("ended", "residence_card", "ask_renewal"),
    ],
)
def test_where_the_document_stands_tells_what_to_do_first_while_rights_are_kept(
    standing: str, document: str, step: str
) -> None:
    ended = {
        "activity": "none", "nationality": "CI", "lives_in": "france", "other_cover": "none", "rights_open": True,
        "family_tie": "none", "removal_order": False, "stay_standing": standing, "stay_document": document,
        "stay_document_until": date(2026, 9, 30),
    }  # fmt: skip
    plan = make_plan(assess(read(ended, FACTS), date(2026, 11, 28)))
    assert plan.answer.verdict is Verdict.KEPT
    assert plan.steps[0].text.name == step
