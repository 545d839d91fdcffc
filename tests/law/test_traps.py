"""The traps, held over every person at once: what must never come out, whatever the other answers are."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from ouverture.law.answers import known, read
from ouverture.law.consistency import derived
from ouverture.law.coverage import here, row_name, rows
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.rules.diagram import Diagram, outcome_diagram
from ouverture.rules.rulebook import Ground
from tests.law.case_files import cases

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
LONG_AGO = date(2010, 1, 1)
NEXT_YEAR = date(2027, 11, 23)
NOT_A_MINOR = [value for value in FACTS["activity"].options if value != "minor"]
WITHOUT_WORK = ("none", "studying", "pension", "seeking_work", "returned_volunteer")
TERRITORIES = ("mayotte", "new_caledonia", "french_polynesia", "saint_pierre_et_miquelon", "wallis_et_futuna")
RESIDENT: dict[str, Any] = {"lives_in": "france", "other_cover": "none", "rights_open": False}
AMERICAN: dict[str, Any] = {**RESIDENT, "activity": "none", "nationality": "US"}
IN_DATE: dict[str, Any] = {"stay_document_until": NEXT_YEAR}
ALONE: dict[str, Any] = {"family_tie": "none", "listed_benefit": False}


def names(**facts: Any) -> set[str]:
    """The grounds that can still decide for somebody of whom these facts are known."""
    return {ground.name for ground in _possible(**facts)}


def verdicts(**facts: Any) -> set[str]:
    """The verdicts that can still come out for somebody of whom these facts are known."""
    return {str(ground.outcome.verdict) for ground in _possible(**facts)}


def test_1_no_worker_ever_waits_three_months() -> None:
    assert "resident_waits" not in names(activity="working")


def test_1_no_minor_waits_three_months() -> None:
    assert "resident_waits" not in names(activity="minor")


@pytest.mark.parametrize("document", ["refugee", "subsidiary_protection", "temporary_protection"])
def test_1_nobody_protected_waits_three_months(document: str) -> None:
    arrived = AMERICAN | {"nationality": "SY", "in_france_since": YESTERDAY, "stay_document": document}
    assert verdicts(**arrived, **IN_DATE) == {"covered"}


@pytest.mark.parametrize("activity", ["returned_volunteer", "studying"])
def test_1_no_volunteer_and_no_enrolled_student_waits_three_months(activity: str) -> None:
    arrived = RESIDENT | {"activity": activity, "nationality": "FR", "in_france_since": YESTERDAY}
    assert verdicts(**arrived, **({"study_kind": "enrolled"} if activity == "studying" else {})) == {"covered"}


def test_2_an_adult_asylum_seeker_who_arrived_yesterday_waits() -> None:
    arrived = AMERICAN | ALONE | {"nationality": "AF", "in_france_since": YESTERDAY}
    assert names(**arrived, stay_document="asylum_certificate", **IN_DATE) == {"resident_waits"}


def test_2_a_child_of_asylum_seekers_does_not() -> None:
    assert names(activity="minor", minor_with="asylum", lives_in="france") == {"minor_asylum_or_refugee"}


def test_3_being_french_spares_no_wait() -> None:
    assert names(**RESIDENT, **ALONE, activity="none", nationality="FR", in_france_since=YESTERDAY) == {
        "resident_waits"
    }


def test_4_nobody_is_exempt_through_a_partner_who_is_not_insured() -> None:
    assert "joins_insured_family" not in names(relative_insured=False)


def test_4_the_tie_to_an_insured_partner_waives_no_regular_stay() -> None:
    joining = AMERICAN | {"family_tie": "spouse", "relative_insured": True, "stay_document": "none"}
    assert "covered" not in verdicts(**joining)


def test_5_form_s3705_is_for_minors_only() -> None:
    for activity in NOT_A_MINOR:
        assert "s3705" not in {ground.outcome.route for ground in _possible(activity=activity)}, activity


def test_6_the_length_of_residence_does_not_matter_to_an_exempt_family_member() -> None:
    joining = AMERICAN | {"family_tie": "spouse", "relative_insured": True, "stay_document": "residence_card"}
    assert "in_france_since" not in _matters(**joining, **IN_DATE)


def test_7_three_months_to_the_day_are_not_enough_on_any_day_of_four_years() -> None:
    french = RESIDENT | ALONE | {"activity": "none", "nationality": "FR"}
    for days in range(0, 4 * 366, 13):
        arrival = date(2023, 1, 1) + timedelta(days=days)
        last = _three_months_after(arrival)
        assert names(**french, in_france_since=arrival, on=last) == {"resident_waits"}, arrival
        assert names(**french, in_france_since=arrival, on=last + timedelta(days=1)) == {"resident"}, arrival


def test_8_six_and_nine_months_change_nothing_at_admission() -> None:
    for months in (4, 7, 10):
        arrival = TODAY - timedelta(days=31 * months)
        assert names(**RESIDENT, **ALONE, activity="none", nationality="FR", in_france_since=arrival) == {"resident"}


def test_9_a_document_that_ends_today_is_good_today() -> None:
    settled = AMERICAN | {"in_france_since": LONG_AGO, "stay_document": "residence_card"}
    assert verdicts(**settled, stay_document_until=TODAY) == {"covered"}


def test_10_open_rights_are_kept_for_six_months_whatever_else_is_true() -> None:
    settled = AMERICAN | {"rights_open": True, "stay_document": "residence_card", "removal_order": False}
    for until in (YESTERDAY, date(2026, 6, 30), date(2026, 5, 1)):
        assert verdicts(**settled, stay_document_until=until) == {"kept"}


def test_11_no_document_off_the_list_opens_residence_to_an_american() -> None:
    off_the_list = ("long_stay_visa_not_validated", "short_stay", "temporary_long_stay_visa", "online_confirmation")
    for document in off_the_list:
        for activity in WITHOUT_WORK:
            person = RESIDENT | {"activity": activity, "nationality": "US", "stay_document": document}
            assert "covered" not in verdicts(**person), (document, activity)


def test_13_neither_a_birth_certificate_nor_bank_details_are_facts_of_admission() -> None:
    read_by_rules = {fact.name for fact in rulebook().on(TODAY).program.facts}
    assert not {name for name in read_by_rules if "birth" in name or "rib" in name or "born" in name}


PAID_BY_ANOTHER_STATE = {"pension_from": "eu_eea_switzerland_uk", "seeking_kind": "came_to_look"}
"""No French pension and no French benefit: with one, France pays, even beside the pension of another State."""


def test_15_a_european_still_insured_at_home_is_never_admitted_by_residence() -> None:
    for activity in WITHOUT_WORK:
        person = {"activity": activity, "nationality": "SE", "lives_in": "france", "other_cover": "eu_scheme"}
        person |= PAID_BY_ANOTHER_STATE
        assert verdicts(**person) == {"served_for_another_state"}, activity


def test_15_a_european_below_the_resources_is_neither_admitted_nor_sent_away() -> None:
    poor = RESIDENT | ALONE | {"activity": "none", "nationality": "SE", "in_france_since": LONG_AGO}
    assert verdicts(**poor, eu_resident_five_years=False, resources_reach_rsa=False) == {"state_medical_aid"}


def test_15_no_residence_document_is_asked_of_a_european() -> None:
    for nationality in ("SE", "CH", "IS"):
        for activity in WITHOUT_WORK:
            assert "stay_document" not in _matters(activity=activity, nationality=nationality, lives_in="france")


def test_15_a_european_jobseeker_is_never_admitted_by_residence() -> None:
    alone = RESIDENT | ALONE | {"eu_resident_five_years": False}
    seeking = alone | {"activity": "seeking_work", "seeking_kind": "came_to_look", "nationality": "SE"}
    assert verdicts(**seeking) == {"not_covered"}


def test_16_the_holder_of_an_s1_is_never_a_member() -> None:
    for activity in WITHOUT_WORK:
        person = {"activity": activity, "lives_in": "france", "other_cover": "s1"} | PAID_BY_ANOTHER_STATE
        assert verdicts(**person) == {"served_for_another_state"}, activity


def test_17_the_swiss_choice_is_open_for_three_months_and_no_longer() -> None:
    worker = {"activity": "working", "work_kind": "abroad", "works_in": "switzerland", "lives_in": "france"}
    undecided = worker | {"nationality": "FR", "swiss_choice": "not_made"}
    assert verdicts(**undecided, swiss_choice_since=date(2026, 8, 23)) == {"choice"}
    assert verdicts(**undecided, swiss_choice_since=date(2026, 8, 22)) == {"served_for_another_state"}


@pytest.mark.parametrize("paper", ["a1", "treaty"])
def test_18_a_posted_worker_with_a_certificate_is_never_a_member(paper: str) -> None:
    posted = {"activity": "working", "work_kind": "posted", "posting_paper": paper, "lives_in": "france"}
    assert "covered" not in verdicts(**posted)


@pytest.mark.parametrize("kind", ["diplomat", "international_organisation"])
def test_18_officials_belong_to_whoever_sent_them(kind: str) -> None:
    assert verdicts(activity="working", work_kind=kind, lives_in="france") == {"other_scheme"}


@pytest.mark.parametrize("place", TERRITORIES)
def test_20_no_overseas_territory_with_its_own_scheme_is_france(place: str) -> None:
    for activity in (*WITHOUT_WORK, "minor"):
        assert verdicts(activity=activity, lives_in=place) == {"other_scheme"}, activity


def test_20_nobody_without_work_is_admitted_by_residence_in_monaco() -> None:
    for activity in ("none", "studying", "returned_volunteer"):
        assert verdicts(activity=activity, lives_in="monaco") == {"other_scheme"}, activity


def test_21_and_22_neither_the_local_scheme_nor_a_participation_is_a_condition() -> None:
    read_by_rules = {fact.name for fact in rulebook().on(TODAY).program.facts}
    assert not read_by_rules & {"works_in_alsace_moselle", "treaty_exempt", "annual_resources"}


def test_25_the_age_of_a_young_adult_is_no_condition() -> None:
    assert "born_on" not in {fact.name for fact in rulebook().on(TODAY).program.facts}


def test_26_detention_covers_whatever_else_is_true() -> None:
    assert names(activity="detained") == {"prison"}


def test_26_children_of_undocumented_parents_are_never_left_without() -> None:
    child = {"activity": "minor", "minor_with": "undocumented_parents", "lives_in": "france"}
    assert verdicts(**child) == {"state_medical_aid"}


def test_every_trap_is_in_a_case_or_in_the_law() -> None:
    told = {row_name(row) for case in cases() for row in case.rows} | here().keys()
    assert [row for row in rows() if "trap" in row and row not in told] == []


def _possible(on: date = TODAY, **facts: Any) -> list[Ground]:
    law, diagram = rulebook().on(on), _diagram(on)
    return [
        law.grounds[leaf] for leaf in diagram.leaves(diagram.residual(known(derived(read(facts, FACTS), on), FACTS)))
    ]


def _matters(**facts: Any) -> set[str]:
    diagram = outcome_diagram(rulebook().on(TODAY), TODAY)
    node = diagram.residual(known(derived(read(facts, FACTS), TODAY), FACTS))
    return {diagram.variables[level].fact.name for level in diagram.matters(node)}


@cache
def _diagram(on: date) -> Diagram:
    return outcome_diagram(rulebook().on(on), on, by_ground=True)


def _three_months_after(day: date) -> date:
    """The same day number three months later, or the month's last day: counted by walking, not by the clock's code."""
    month, year = (day.month + 3, day.year) if day.month <= 9 else (day.month - 9, day.year + 1)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, day.day)
