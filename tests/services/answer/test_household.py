"""A household assessed together."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.law.answers import AnswerError
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.household import assess_household, read_household

TODAY = date(2026, 11, 23)
COUPLE = tomllib.loads(
    (Path(__file__).parents[3] / "examples" / "couple_arriving_together.toml").read_text(encoding="utf-8")
)


def answers(given: dict[str, Any]) -> dict[str, Answer]:
    """Each member's answer."""
    return assess_household(read_household(given), TODAY)


def without_work(partner: dict[str, Any]) -> dict[str, Any]:
    """The partner back in France without a job."""
    return {
        "activity": "none",
        "nationality": "FR",
        "postcode": partner["postcode"],
        "in_france_since": date(2026, 11, 1),
        "other_cover": "none",
        "family_tie": "spouse",
        "listed_benefit": False,
        "rights_open": False,
    }


def test_a_partner_who_starts_work_spares_the_other_the_wait() -> None:
    found = answers(COUPLE)
    assert found["partner"].ground is not None
    assert found["partner"].ground.name == "employee"
    assert found["person"].ground is not None
    assert found["person"].ground.name == "joins_insured_family"


def test_two_who_arrive_together_without_work_both_wait() -> None:
    couple = COUPLE | {"partner": without_work(COUPLE["partner"])}
    couple["person"] = couple["person"] | {"listed_benefit": False}
    found = answers(couple)
    assert {found["person"].verdict, found["partner"].verdict} == {"covered_later"}


def test_a_minor_follows_an_insured_parent_and_waits_for_an_uninsured_one() -> None:
    assert answers(COUPLE)["child 1"].verdict == "covered"
    couple = COUPLE | {"partner": without_work(COUPLE["partner"])}
    couple["person"] = couple["person"] | {"listed_benefit": False}
    assert answers(couple)["child 1"].verdict == "covered_later"


def test_a_fault_names_the_member_and_the_field() -> None:
    with pytest.raises(AnswerError) as refused:
        read_household({"partner": {"activty": "none"}})
    assert refused.value.field == "partner.activty"
    with pytest.raises(AnswerError) as refused:
        read_household({"person": {}, "cousin": {}})
    assert refused.value.field == "cousin"


@pytest.mark.parametrize(
    "given",
    [
        {"person": {}, "children": 5},
        {"person": {}, "children": None},
        {"person": {}, "children": {"activity": "minor"}},
        {"person": {}, "children": [5]},
        {"person": 5},
        {"partner": None},
    ],
)
def test_a_household_that_is_not_made_of_tables_is_refused_in_a_sentence(given: dict[str, Any]) -> None:
    with pytest.raises(AnswerError, match=r"write (a|one) table"):
        read_household(given)
