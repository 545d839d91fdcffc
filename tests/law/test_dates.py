"""The same person asked on two days: old days get the old law, and the day before a change is still the day before."""

from datetime import date, timedelta
from typing import Any

import pytest

from ouverture.law.answers import known, read
from ouverture.law.consistency import derived
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import evaluator

RESIDENT: dict[str, Any] = {
    "activity": "none",
    "lives_in": "france",
    "other_cover": "none",
    "rights_open": False,
    "family_tie": "none",
    "listed_benefit": False,
}
ASYLUM = RESIDENT | {"nationality": "AF", "stay_document": "asylum_certificate"}
STUDENT = RESIDENT | {"activity": "studying", "study_kind": "enrolled", "nationality": "CN"}
BRITON = RESIDENT | {"nationality": "GB", "stay_document": "none", "resources_reach_rsa": True}
EXPIRED = RESIDENT | {"nationality": "TN", "rights_open": True, "removal_order": False}
PENSIONER = {"activity": "pension", "pension_from": "france", "lives_in": "elsewhere", "other_cover": "none"}


def ground(facts: dict[str, Any], on: date) -> str:
    proof = evaluator(rulebook().on(on), on).prove(known(derived(read(facts, FACTS), on), FACTS))
    return proof.ground.name if proof else "unknown"


def arrived(days: int, on: date, facts: dict[str, Any]) -> dict[str, Any]:
    """The same person, settled so many days before, with papers for a year more."""
    ahead = {"stay_document_until": on + timedelta(days=365)} if facts.get("stay_document", "none") != "none" else {}
    return facts | {"in_france_since": on - timedelta(days=days)} | ahead


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2019, 6, 1), "asylum_seeker_before_2020"),
        (date(2019, 12, 31), "asylum_seeker_before_2020"),
        (date(2020, 1, 1), "resident_waits"),
        (date(2020, 6, 1), "resident_waits"),
    ],
)
def test_an_adult_asylum_seeker_of_one_month(on: date, wanted: str) -> None:
    assert ground(arrived(30, on, ASYLUM), on) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2017, 10, 1), "student_scheme"),
        (date(2018, 8, 31), "student_scheme"),
        (date(2018, 9, 1), "student"),
        (date(2019, 10, 1), "student"),
    ],
)
def test_a_student_of_one_month(on: date, wanted: str) -> None:
    student = STUDENT | {"stay_document": "long_stay_visa_validated"}
    assert ground(arrived(30, on, student), on) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2020, 12, 31), "european_with_means"),
        (date(2021, 1, 1), "urgent_care_only"),
    ],
)
def test_a_briton_with_means_and_no_document(on: date, wanted: str) -> None:
    assert ground(arrived(200, on, BRITON) | {"irregular_since": on}, on) == wanted


@pytest.mark.parametrize(
    ("ended", "on", "wanted"),
    [
        (date(2020, 11, 14), date(2021, 5, 31), "rights_kept"),
        (date(2020, 11, 14), date(2021, 6, 1), "urgent_care_only"),
        (date(2020, 11, 15), date(2021, 2, 1), "rights_kept"),
        (date(2019, 12, 31), date(2020, 12, 31), "rights_kept_twelve_months"),
        (date(2019, 12, 31), date(2021, 1, 1), "urgent_care_only"),
        (date(2020, 1, 1), date(2020, 7, 31), "rights_kept"),
        (date(2020, 1, 1), date(2020, 8, 1), "urgent_care_only"),
        (date(2016, 12, 31), date(2017, 2, 26), "rights_kept_unclear"),
        (date(2016, 12, 31), date(2017, 2, 27), "rights_kept_twelve_months"),
    ],
)
def test_a_document_that_ended_before_or_under_the_new_text(ended: date, on: date, wanted: str) -> None:
    expired = EXPIRED | {"stay_document": "residence_card", "stay_document_until": ended, "irregular_since": on}
    assert ground(expired, on) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2023, 4, 27), "urgent_care_only"),
        (date(2023, 4, 28), "rights_kept"),
    ],
)
def test_the_forty_five_days_exist_since_28_april_2023(on: date, wanted: str) -> None:
    """A document of September 2022: its sixth month ended on 31 March 2023."""
    expired = EXPIRED | {"stay_document": "residence_card", "stay_document_until": date(2022, 9, 10)}
    assert ground(expired | {"irregular_since": on}, on) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2019, 12, 29), "state_medical_aid"),
        (date(2019, 12, 30), "urgent_care_only"),
    ],
)
def test_three_months_for_state_medical_aid_ran_from_arrival_until_the_end_of_2019(on: date, wanted: str) -> None:
    person = RESIDENT | {"nationality": "TN", "stay_document": "none", "resources_under_c2s": True}
    assert ground(arrived(200, on, person) | {"irregular_since": on - timedelta(days=30)}, on) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2020, 2, 29), "resident_waits"),
        (date(2020, 4, 1), "covid_return"),
        (date(2021, 4, 1), "covid_return"),
        (date(2021, 4, 2), "resident_waits"),
    ],
)
def test_a_frenchman_back_for_two_weeks_around_the_covid_waivers(on: date, wanted: str) -> None:
    assert ground(arrived(14, on, RESIDENT | {"nationality": "FR"}), on) == wanted


def test_the_law_of_a_day_is_made_once() -> None:
    assert rulebook().on(date(2024, 6, 1)) is rulebook().on(date(2024, 6, 2))


def test_the_law_changes_on_every_day_of_change_and_not_between() -> None:
    changes = rulebook().changes
    laws = [rulebook().on(day) for day in changes]
    assert len({id(law) for law in laws}) == len(changes)
    for day, following in zip(changes[1:], laws[:-1], strict=True):
        assert rulebook().on(day - timedelta(days=1)) is following
