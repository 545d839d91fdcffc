"""What has not begun, what ends before it begins, and what is begun already: the answer and the plan say so."""

from datetime import date
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import Plan, make_plan

TODAY = date(2026, 11, 23)
STUDENT = {
    "activity": "studying", "study_kind": "enrolled", "nationality": "BR", "lives_in": "france", "other_cover": "none",
    "rights_open": False, "stay_document": "long_stay_visa_validated", "stay_document_until": "2027-08-31",
    "course_started_on": "2027-01-12",
}  # fmt: skip
NEW_HERE = {
    "activity": "none", "nationality": "US", "lives_in": "france", "in_france_since": "2026-11-01",
    "other_cover": "none", "stay_document": "residence_card", "stay_document_until": "2026-12-31",
    "rights_open": False, "family_tie": "none", "listed_benefit": False,
}  # fmt: skip
AT_WORK = {"activity": "working", "work_kind": "employee", "nationality": "FR", "lives_in": "france"}
CHILD = {"activity": "minor", "minor_with": "insured_adult", "lives_in": "france", "nationality": "US"}


def plan(**facts: Any) -> Plan:
    """The plan of a person of these facts."""
    return make_plan(assess(read(facts, FACTS), TODAY))


def names(made: Plan) -> list[str]:
    """The names of the steps of a plan."""
    return [step.text.name for step in made.steps]


def test_a_course_of_next_month_covers_nobody_today_and_care_comes_first() -> None:
    made = plan(**STUDENT)
    assert made.answer.starts_on == date(2027, 1, 12)
    assert made.answer.headline.en.endswith("Not before 12 January 2027.")
    assert names(made)[0] == "care_now"


def test_a_course_that_has_begun_says_nothing_of_a_day_to_come() -> None:
    made = plan(**{**STUDENT, "course_started_on": "2026-09-07"})
    assert "Not before" not in made.answer.headline.en
    assert "care_now" not in names(made)


def test_a_document_that_ends_before_the_three_months_makes_the_answer_unsure() -> None:
    answer = plan(**NEW_HERE).answer
    assert (answer.verdict, answer.starts_on, answer.certainty) == ("covered_later", date(2027, 2, 2), "M")
    assert [one.fact.name for one in answer.supposes] == ["stay_document_until"]
    assert plan(**{**NEW_HERE, "stay_document_until": "2027-02-02"}).answer.supposes == ()


@pytest.mark.parametrize("name", ["work_started_on", "in_france_since"])
def test_a_day_still_to_come_is_answered_with_what_to_ask_instead(name: str) -> None:
    with pytest.raises(AnswerError, match="do the assessment again on the day"):
        assess(read({**AT_WORK, name: "2027-01-10"}, FACTS), TODAY)


def test_who_is_insured_already_is_not_sent_a_form_for_a_job() -> None:
    insured, unknown = plan(**AT_WORK, rights_open=True), plan(**AT_WORK)
    assert names(insured) == ["rights_already_open_at_work"]
    assert insured.papers.papers == ()
    assert "employer_declares" in names(unknown)
    assert "application_form" in {line.paper.name for line in unknown.papers.papers}


def test_a_minister_is_sent_to_their_fund_and_not_to_a_private_insurer() -> None:
    made = plan(**{**AT_WORK, "work_kind": "minister_of_religion"})
    assert names(made) == ["register_with_the_scheme"]


@pytest.mark.parametrize("lives_in", ["eu_eea_switzerland", "elsewhere"])
def test_who_lives_abroad_is_sent_to_no_caisse_of_their_home(lives_in: str) -> None:
    at_work, idle = plan(**{**AT_WORK, "lives_in": lives_in}), plan(**{**AT_WORK, "activity": "none"} | {
        "lives_in": lives_in, "work_kind": None, "other_cover": "none"})  # fmt: skip
    assert at_work.answer.verdict == "covered"
    assert "of your home" not in at_work.answer.to_json()["body"]["en"]
    assert {step.turn_to.en for step in at_work.steps if step.turn_to} == {at_work.answer.to_json()["body"]["en"]}
    assert names(idle) == ["cover_where_you_live"]


def test_a_minor_is_told_the_day_of_the_eighteenth_birthday() -> None:
    tomorrow = plan(**CHILD, born_on="2008-11-24").answer.changes()
    assert [(change.on, change.of_age is not None) for change in tomorrow] == [(date(2026, 11, 24), True)]
    assert "18" in tomorrow[0].says.fr
    assert plan(**CHILD, born_on="2015-11-24").answer.changes() == ()


def test_only_whom_the_age_spares_a_permit_is_told_of_one_at_18() -> None:
    young = {**AT_WORK, "nationality": "ML", "born_on": "2009-06-01", "stay_document": "none"}
    assert [change.on for change in plan(**young).answer.changes()] == [date(2027, 6, 1)]
    assert plan(**{**young, "lives_in": "mayotte"}).answer.changes() == ()


def test_a_worker_whose_rights_the_caisse_decided_to_close_is_told_to_contest_it() -> None:
    closed = names(plan(**AT_WORK, rights_open=True, residence_check="closed"))
    assert "contest_the_closing" in closed
    assert "rights_already_open_at_work" not in closed


def test_a_child_of_29_february_still_a_minor_on_28_february_is_18_the_day_after_at_the_latest() -> None:
    child = {"activity": "minor", "minor_with": "insured_adult", "nationality": "FR", "lives_in": "france"}
    on = date(2026, 2, 28)
    changes = assess(read({**child, "born_on": "2008-02-29"}, FACTS), on).changes()
    assert [change.on for change in changes] == [date(2026, 3, 1)]
