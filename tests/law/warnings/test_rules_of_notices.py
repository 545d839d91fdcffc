"""The rules written for notices alone: each opens for somebody of the cases, and refuses somebody."""

import pytest

from ouverture.law.css.d160_14 import body_of_the_last_activity, body_of_the_parents
from ouverture.law.css.l160_1_1 import participation_due
from ouverture.law.css.l325_1 import local_scheme_by_work
from ouverture.law.css.l380_2 import no_work_pension_or_benefit
from ouverture.law.css.r762_8 import cfe_bridge
from ouverture.law.practice.label_resistance import label_may_meet_resistance
from ouverture.law.rulebook import rulebook
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Rule
from tests.law.case_files import TODAY
from tests.law.warnings.test_notices import CASES, person_of

RULES = (
    body_of_the_last_activity,
    body_of_the_parents,
    participation_due,
    local_scheme_by_work,
    no_work_pension_or_benefit,
    cfe_bridge,
    label_may_meet_resistance,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_opens_for_somebody_and_refuses_somebody(rule: Rule) -> None:
    truths = {
        Reading(person_of(case), rulebook().on(case.get("on", TODAY)), case.get("on", TODAY)).truth(rule.holds)
        for case in CASES
    }
    assert {True, False} <= truths


def test_the_participation_starts_on_the_last_day_of_2025() -> None:
    person = person_of(CASES[0])
    for day, due in (("2025-12-30", False), ("2025-12-31", True)):
        on = TODAY.fromisoformat(day)
        assert Reading(person, rulebook().on(on), on).truth(participation_due.holds) is due


def test_a_worker_owes_no_participation_even_when_exempt_by_treaty() -> None:
    person = {**person_of(CASES[0]), "activity": "working"}
    assert Reading(person, rulebook().on(TODAY), TODAY).truth(participation_due.holds) is False
