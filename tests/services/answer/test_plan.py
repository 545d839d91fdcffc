"""The plan that follows from an answer."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import Plan, make_plan, sending_day

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 11, 23)


def plan(name: str, **changed: object) -> Plan:
    """The plan of an example, with some facts changed."""
    given = tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")) | changed
    return make_plan(assess(read(given, FACTS), TODAY))


def days(made: Plan) -> dict[str, date | None]:
    """The day of each step."""
    return {step.text.name: step.on for step in made.steps}


def test_a_person_covered_at_once_sends_today_and_counts_from_today() -> None:
    dated = days(plan("american_spouse_paris"))
    assert dated["send_by_post_or_hand"] == TODAY
    assert dated["silence"] == date(2027, 1, 23)
    assert dated["appeal"] == date(2027, 3, 23)


def test_a_person_who_waits_prepares_today_and_sends_on_the_day_rights_can_start() -> None:
    made = plan("american_visitor_alone")
    dated = days(made)
    assert dated["gather_papers"] == TODAY
    assert dated["send_by_post_or_hand"] == date(2027, 1, 11) == sending_day(made.answer)
    assert dated["silence"] == date(2027, 3, 11)


@pytest.mark.parametrize("day", [TODAY, date(2017, 10, 15)])
def test_a_pupil_whose_rights_are_open_claims_nothing_again(day: date) -> None:
    pupil = {"activity": "minor", "minor_with": "parents_abroad", "nationality": "VN", "lives_in": "france"}
    said = {**pupil, "other_cover": "none", "rights_open": True, "had_number": True}
    made = make_plan(assess(read(said, FACTS), day))
    assert list(days(made)) == ["certificate_of_open_rights", "nothing_to_do"]
    assert (made.papers.papers, made.where) == ((), None)
    assert "go on" in str(made.papers.nothing)


def test_the_swiss_choice_has_its_last_day() -> None:
    assert days(plan("swiss_cross_border_worker"))["swiss_choice"] == date(2027, 2, 2)


@pytest.mark.parametrize("since", [date(2020, 3, 1), date(2026, 11, 1)])
@pytest.mark.parametrize(
    "job",
    [
        {"activity": "working", "work_kind": "abroad", "works_in": "switzerland"},
        {"activity": "pension", "pension_from": "switzerland"},
    ],
)
def test_who_chose_france_is_not_told_to_choose_before_a_day_that_may_be_past(since: date, job: dict[str, str]) -> None:
    said = {**job, "nationality": "FR", "lives_in": "france", "other_cover": "none", "swiss_choice": "france"}
    chosen = days(make_plan(assess(read({**said, "swiss_choice_since": since}, FACTS), TODAY)))
    assert chosen["swiss_choice_made"] == TODAY
    assert "swiss_choice" not in chosen


def test_an_old_number_is_reactivated_and_a_first_one_is_a_waiting_number() -> None:
    assert {"fill_s1106_with_old_number", "number_reactivated"} <= days(plan("american_spouse_paris")).keys()
    assert {"fill_s1106", "number_new"} <= days(plan("american_spouse_paris", had_number=False)).keys()


def test_the_address_comes_with_the_postcode_and_its_absence_is_said() -> None:
    made = plan("american_spouse_paris")
    assert made.where is not None
    assert made.where.candidates[0].caisse.name == "CPAM de Paris"
    without = plan("american_spouse_paris", postcode="unknown")
    assert without.where is None
    assert without.where_missing is not None


def test_a_plan_for_an_unsettled_answer_promises_nothing() -> None:
    made = plan("nothing_known")
    assert [step.text.name for step in made.steps] == ["care_now"]
    assert made.where is None


def test_the_participation_of_2025_is_a_warning_that_blocks_nothing() -> None:
    made = plan("american_spouse_paris")
    warned = [shown for shown in made.notices if "CSS L160-1-1" in {c.source.citation for c in shown.notice.cites}]
    assert warned
    assert made.answer.verdict == "covered"


def test_three_months_of_bills_may_not_be_asked_of_the_spouse() -> None:
    limits = {
        limit.limit.name: {c.name for c in limit.articles}
        for limit in plan("american_spouse_paris").papers.not_to_be_asked
    }
    assert any("D160-2" in article for articles in limits.values() for article in articles)
    assert "three_months_of_family" in limits


@pytest.mark.parametrize(
    "work",
    [
        {"work_kind": "agricultural"},
        {"work_kind": "military"},
        {"work_kind": "minister_of_religion"},
        {"work_kind": "special_scheme", "special_scheme": "sncf"},
    ],
    ids=lambda work: str(work["work_kind"]),
)
def test_the_file_of_a_fund_of_a_trade_is_sent_to_no_cpam(work: dict[str, object]) -> None:
    given = {"activity": "working", "nationality": "FR", "lives_in": "france", "postcode": "13200"} | work
    made = make_plan(assess(read(given, FACTS), TODAY))
    assert made.where is None
    assert not made.asks_postcode
    assert "S1106" not in " ".join(step.text.detail.en for step in made.steps)


@pytest.mark.parametrize("territory", ["mayotte", "pacific_or_spm"])
def test_a_worker_whose_open_rights_are_those_of_a_territory_is_registered_here(territory: str) -> None:
    """S74 to S76: a scheme of its own; a job here is declared to the CPAM's (CSS L111-2-2)."""
    moved = {"activity": "working", "work_kind": "employee", "nationality": "FR", "lives_in": "france"}
    made = make_plan(assess(read({**moved, "other_cover": territory, "rights_open": True}, FACTS), TODAY))
    assert "employer_declares" in days(made)
    assert "rights_already_open_at_work" not in days(made)
    assert made.papers.papers


def test_who_lost_a_job_here_and_has_no_open_rights_shows_the_job_first() -> None:
    lost = {"activity": "seeking_work", "seeking_kind": "after_french_job", "nationality": "IT", "lives_in": "france"}
    said = {**lost, "other_cover": "none", "rights_open": False, "family_tie": "none", "eu_resident_five_years": False}
    made = make_plan(
        assess(read({**said, "in_france_since": "2026-07-15", "resources_reach_rsa": False}, FACTS), TODAY)
    )
    names = list(days(made))
    assert names.index("show_the_past_job") < names.index("lodge_ame")


def test_open_rights_beside_an_appointment_are_looked_up_before_anything_is_claimed() -> None:
    said = {"activity": "none", "nationality": "CN", "lives_in": "france", "other_cover": "none", "rights_open": True}
    made = make_plan(assess(read({**said, "stay_document": "appointment", "family_tie": "none"}, FACTS), TODAY))
    assert "open_rights_beside_another_paper" in days(made)


@pytest.mark.parametrize(
    "said",
    [
        {"activity": "none", "stay_document": "residence_card", "stay_document_until": "2016-02-10"},
        {"activity": "working", "work_kind": "employee", "stay_document": "special_card"}
        | {"stay_document_until": "2016-12-31"},
    ],
)
def test_who_has_open_rights_fills_in_no_form_that_opens_them(said: dict[str, object]) -> None:
    person = {"nationality": "MA", "lives_in": "france", "other_cover": "none", "rights_open": True}
    made = make_plan(assess(read({**person, **said}, FACTS), date(2016, 3, 31)))
    assert made.answer.verdict == "disputed"
    assert not any(name.startswith("fill_s1106") for name in days(made))


def test_no_paper_is_explained_to_a_worker_who_has_none_to_send() -> None:
    at_work = {"activity": "working", "work_kind": "employee", "nationality": "US", "lives_in": "france"}
    permit = {"stay_document": "residence_card", "stay_document_until": "2028-01-01", "born_in": "US"}
    made = make_plan(assess(read({**at_work, **permit, "rights_open": True}, FACTS), TODAY))
    assert made.papers.papers == ()
    assert [shown.notice.name for shown in made.notices if shown.notice.about == "papers"] == []
