"""A nationality is that of a State, or none: a territory leads to its State, or to the words of the passport."""

import pytest

from ouverture.law.answers import AnswerError, read_one
from ouverture.law.facts import FACTS
from ouverture.law.facts.nations import birthplaces, nationalities, states_of_territories, to_ask
from ouverture.places.country import all_countries
from ouverture.places.memberships import EU_EEA_SWITZERLAND

NATIONALITY = FACTS["nationality"]
SAID_TO_BE_A_STATE = {"BQ", "CW", "SX"}
GIVES_ITS_OWN_PASSPORT = {"TW"}


@pytest.mark.parametrize("place", [c for c in all_countries() if c.status == "territory"], ids=lambda c: c.name.en)
def test_no_territory_is_offered_as_a_nationality(place: object) -> None:
    iso2 = str(getattr(place, "iso2", ""))
    assert (iso2 in nationalities()) is (iso2 in GIVES_ITS_OWN_PASSPORT)


def test_islands_that_the_list_of_countries_calls_states_are_not_offered_either() -> None:
    assert not SAID_TO_BE_A_STATE & nationalities().keys()


def test_one_may_still_be_born_in_a_territory() -> None:
    assert SAID_TO_BE_A_STATE | {"AX", "GL", "HK"} <= birthplaces().keys()


@pytest.mark.parametrize("territory", states_of_territories())
def test_a_territory_leads_to_its_state(territory: str) -> None:
    state = read_one(NATIONALITY, territory.lower())
    assert state == states_of_territories()[territory]
    assert state in nationalities()


@pytest.mark.parametrize("territory", ["SX", "AW", "CW", "BQ", "AX", "GL", "SJ", "RE"])
def test_the_people_of_these_islands_show_no_permit(territory: str) -> None:
    assert read_one(NATIONALITY, territory) in EU_EEA_SWITZERLAND


@pytest.mark.parametrize("territory", to_ask())
def test_where_only_the_passport_tells_it_is_asked_back(territory: str) -> None:
    with pytest.raises(AnswerError) as found:
        read_one(NATIONALITY, territory)
    assert found.value.field == "nationality"
    assert "passport" in found.value.text.en or "DK" in found.value.text.en


@pytest.mark.parametrize("word", ["none", "stateless", "Apatride", "XXA"])
def test_a_stateless_person_can_say_so(word: str) -> None:
    assert read_one(NATIONALITY, word) == "none"


def test_no_word_is_both_an_answer_and_refused() -> None:
    assert not nationalities().keys() & (states_of_territories().keys() | to_ask().keys())
    assert not states_of_territories().keys() & to_ask().keys()
