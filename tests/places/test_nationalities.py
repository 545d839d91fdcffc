import pytest

from ouverture.places.country import all_countries
from ouverture.places.nationalities import nations_named
from ouverture.places.shelf import rows_of

STATES = [country for country in all_countries() if country.status == "current_state"]
ISLANDS_UNDER_A_STATE = {"BQ", "CW", "SX"}
WITHOUT_A_WORD_OF_THEIR_OWN = {"VA", "KN", "LC", "VC", "AG", "SB", "SZ"}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("américaine", {"US"}),
        ("AMÉRICAIN", {"US"}),
        ("British", {"GB"}),
        ("brésilienne", {"BR"}),
        ("nigérien", {"NE"}),
        ("nigérian", {"NG"}),
        ("congolais", {"CD", "CG"}),
        ("Ohio", {"US"}),
        ("Maroc", {"MA"}),
        ("martien", set()),
        ("", set()),
    ],
)
def test_a_nationality_is_read_in_french_and_english(said: str, codes: set[str]) -> None:
    assert {country.iso2 for country in nations_named(said)} == codes


def test_nearly_every_state_has_a_word_for_its_people() -> None:
    worded = {row["iso2"] for row in rows_of("nationality_words.csv")}
    states = {str(country.iso2) for country in STATES}
    assert states - worded == ISLANDS_UNDER_A_STATE | WITHOUT_A_WORD_OF_THEIR_OWN


def test_no_word_for_a_people_is_the_name_of_another_country() -> None:
    for row in rows_of("nationality_words.csv"):
        for word in row["words"].split(";"):
            assert row["iso2"] in {country.iso2 for country in nations_named(word)}, word
