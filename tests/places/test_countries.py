import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.places import countries
from ouverture.places.place_error import PlaceError
from ouverture.places.shelf import rows_in

CASES = rows_in((Path(__file__).parent / "data" / "country_cases.csv").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["said"])
def test_a_country_is_found_by_any_name_code_or_language(case: dict[str, str]) -> None:
    country = countries.find(case["said"])
    assert (country.iso2 or "") == case["iso2"]
    assert country.name.en == case["name_en"]


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Congo", {"Congo - Kinshasa", "Congo - Brazzaville"}),
        ("Virgin Islands", {"British Virgin Islands", "U.S. Virgin Islands"}),
        ("99308", {"British Indian Ocean Territory", "Zanzibar"}),
        ("99161", {"Guernsey", "Isle of Man", "Jersey"}),
    ],
)
def test_words_that_fit_several_countries_are_listed_not_resolved(said: str, choices: set[str]) -> None:
    with pytest.raises(PlaceError, match="Say which") as refusal:
        countries.find(said)
    assert {choice.en for choice in refusal.value.choices} == choices
    assert {country.name.en for country in countries.search(said)} == choices


def test_an_unknown_country_is_met_with_close_names() -> None:
    with pytest.raises(PlaceError, match=r"Did you mean: Morocco") as refusal:
        countries.find("Maorc")
    assert "Maroc" in refusal.value.text.fr
    assert countries.search("Maorc") == ()


def test_an_empty_country_is_refused_too() -> None:
    with pytest.raises(PlaceError, match="not recognised"):
        countries.find("  ")


def test_past_states_name_their_successors() -> None:
    assert countries.find("Tchécoslovaquie").successors == ("CZ", "SK")
    assert len(countries.find("URSS").successors) == 15
    assert "XK" in countries.find("Yugoslavia").successors
    assert countries.find("Yougoslavie").insee_codes == ("99121",)
    assert countries.find("RDA").status == "former"


def test_every_birthplace_code_of_the_list_leads_somewhere() -> None:
    codes = {code for country in countries.all_countries() for code in country.insee_codes}
    assert len(codes) == 246
    assert all(countries.search(code) for code in codes)


def test_codes_of_older_practice_are_kept_beside_the_present_one() -> None:
    assert countries.find("Jersey").insee_codes == ("99161", "99132")
    assert countries.find("Niue").insee_codes == ("99521", "99502")


def test_212_birthplace_codes_are_sure_and_34_are_less() -> None:
    certainty = {code: country.certainty for country in countries.all_countries() for code in country.insee_codes[:1]}
    assert sum(word == "high" for word in certainty.values()) == 212
    assert len(certainty) == 246


def test_every_country_finds_itself_by_its_names() -> None:
    for country in countries.all_countries():
        for name in country.name:
            assert country in countries.search(name), name


def test_every_successor_is_a_country() -> None:
    for country in countries.all_countries():
        assert [countries.by_iso2(iso2).iso2 for iso2 in country.successors] == list(country.successors)


def test_a_country_is_plain_json_and_full_sentences() -> None:
    country = countries.find("Corée")
    assert json.loads(json.dumps(country.to_json()))["successors"] == ["KP", "KR"]
    assert "ancien État" in country.sentences("fr")[0]
    assert countries.find("Serbie").sentences("en")[1].startswith("Code 99121")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_anything_pasted_gets_a_country_or_one_sentence(said: str) -> None:
    try:
        sentences = countries.find(said).sentences("fr")
    except PlaceError as refusal:
        sentences = tuple(refusal.text)
    assert sentences
    assert all(sentences)
