"""The amounts stand beside the question about resources, and on the page, with their date."""

from datetime import date
from typing import Any

import pytest

from ouverture.cli.lines import answer_lines
from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.services.answer.amounts_beside import amounts_beside
from ouverture.services.answer.assess import assess

TODAY = date(2026, 11, 28)
WITHOUT_A_PERMIT: dict[str, Any] = {
    "activity": "none",
    "nationality": "GN",
    "lives_in": "france",
    "in_france_since": date(2025, 3, 1),
    "stay_document": "none",
    "irregular_since": date(2025, 3, 1),
    "other_cover": "none",
    "rights_open": False,
}


def test_the_free_ceiling_is_written_by_household_with_its_date() -> None:
    (said,) = amounts_beside("resources_under_c2s", {"postcode": "75011"}, TODAY)
    assert said.en == (
        "Yearly ceiling in mainland France since 1 April 2026, by the number of people in the household "
        "(1: €10,421, 2: €15,631, 3: €18,757, 4: €21,884) (to be checked: within a euro)."
    )


def test_the_postcode_chooses_the_ceiling_and_without_it_both_are_said() -> None:
    (far,) = amounts_beside("resources_under_c2s", {"postcode": "97400"}, TODAY)
    assert "overseas" in far.en
    assert "€11,599" in far.en
    assert len(amounts_beside("resources_under_c2s", {}, TODAY)) == 2


def test_the_rsa_and_the_aspa_are_written_for_a_european() -> None:
    rsa, aspa = amounts_beside("resources_reach_rsa", {}, TODAY)
    assert rsa.fr.startswith("RSA, une personne : 651,69")
    assert rsa.fr.endswith("Un foyer plus grand : montant non vérifié.")
    assert aspa.en == (
        "ASPA, one person: €12,523.14 a year since 1 January 2026; 2 people: €19,442.21. A larger home: "
        "amount not verified."
    )
    (earlier, _) = amounts_beside("resources_reach_rsa", {}, date(2025, 6, 1))
    assert "; 2 people: €969.78; 3 people: €1,163.74 (to be checked" in earlier.en


def test_a_day_without_an_amount_says_so_and_another_question_has_none() -> None:
    said = amounts_beside("resources_under_c2s", {"postcode": "75011"}, date(2016, 2, 1))
    assert "not held" in said[0].en
    assert amounts_beside("activity", {}, TODAY) == ()


@pytest.mark.parametrize(("resources", "postcode", "verdict"), [
    (11000, "97400", "state_medical_aid"), (11000, "75011", "not_covered"), (10000, "75011", "state_medical_aid"),
])  # fmt: skip
def test_the_postcode_reaches_the_ceiling_of_state_medical_aid(resources: int, postcode: str, verdict: str) -> None:
    given = WITHOUT_A_PERMIT | {"annual_resources": resources, "household_size": 1, "postcode": postcode}
    answer = assess(read(given, FACTS), TODAY)
    assert answer.verdict == verdict
    assert any("Yearly ceiling" in line for line in answer_lines(answer, "en"))


def test_the_question_carries_its_amounts() -> None:
    asked = assess(read(WITHOUT_A_PERMIT, FACTS), TODAY).to_json()["next_question"]
    assert asked["fact"] == "resources_under_c2s"
    assert len(asked["amounts"]) == 2
