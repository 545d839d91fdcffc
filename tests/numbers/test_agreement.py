from datetime import date
from typing import Any

import pytest

from ouverture.numbers.agreement import agreement, check
from ouverture.numbers.nir import build

ANNA = "2910799404123 37"
TODAY = date(2026, 11, 23)


def about(nir: str, **declared: Any) -> list[str]:
    return [disagreement.about for disagreement in check(nir, on=TODAY, **declared)]


def test_a_number_that_agrees_says_nothing() -> None:
    assert check(ANNA, born_on=date(1991, 7, 14), sex="woman", place="99404") == ()
    assert check(ANNA) == ()


@pytest.mark.parametrize("place", ["99404", "US", "usa", "United States", "États-Unis", "etats unis", "ETATS-UNIS"])
def test_a_country_is_understood_by_code_and_by_name(place: str) -> None:
    assert check(ANNA, place=place) == ()


def test_each_disagreement_is_explained_in_both_languages() -> None:
    found = check(ANNA, born_on=date(1990, 8, 1), sex="man", place="Japan", on=TODAY)
    assert [disagreement.about for disagreement in found] == ["sex", "year", "month", "place"]
    assert all(disagreement.says.fr and disagreement.says.en and disagreement.certain for disagreement in found)
    assert set(found[0].to_json()) == {"about", "certain", "fr", "en"}


def test_an_american_date_is_recognised_as_day_and_month_swapped() -> None:
    (swapped,) = check(ANNA, born_on=date(1991, 3, 7))
    assert "American dates" in swapped.says.en


@pytest.mark.parametrize("month", [20, 31, 36, 43, 49, 50, 99])
def test_a_month_above_twelve_never_contradicts_the_declared_month(month: int) -> None:
    number = build(sex=2, year=91, month=month, place="99404", order=5)
    for declared in range(1, 13):
        assert check(number, born_on=date(1991, declared, 5), sex="woman", place="US") == ()


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("1580592043011 96", "Algérie"),
        ("2610396021007 35", "Tunisia"),
        ("1650620033045 39", "Bastia"),
        ("1650620033045 39", "2B033"),
        ("1600475050017", "Nanterre"),
        ("1600475050017", "92050"),
        ("2880275056031 32", "75105"),
        ("2000175101001 01", "Paris"),
        ("1600475056017", "France"),
        ("1850399115017", "Czechia"),
        ("1850399141017", "DE"),
        ("1850399101017", "99158"),
        ("2010497411250 42", "La Réunion"),
        ("1990698735007 77", "Polynésie française"),
    ],
)
def test_a_place_agrees_with_what_it_became(number: str, place: str) -> None:
    assert about(number, place=place) == []


@pytest.mark.parametrize(
    ("number", "place", "certain"),
    [
        (ANNA, "France", True),
        (ANNA, "Canada", True),
        ("2880275056031 32", "Lyon", True),
        ("1850399121017", "Croatie", False),
        ("1580592043011 96", "France", False),
        ("1600475999017", "Nanterre", False),
        ("1800413999017", "Marseille", False),
        (ANNA, "Ruritania", False),
    ],
)
def test_a_place_that_differs_says_whether_our_tables_can_settle_it(number: str, place: str, certain: bool) -> None:
    (found,) = check(number, place=place, on=TODAY)
    assert (found.about, found.certain) == ("place", certain)


def test_the_declared_year_chooses_between_suburb_and_former_algeria() -> None:
    number = "1100692050011"
    assert about(number, born_on=date(2010, 6, 1), place="Nanterre") == []
    assert about(number, born_on=date(1910, 6, 1), place="Algeria") == []
    assert about(number, born_on=date(2010, 6, 1), place="Algeria") == ["place"]


def test_an_unreadable_number_is_the_answer_and_not_an_exception() -> None:
    for text in ("", "hello", "2911399404123 36", "7112312345678"):
        found = check(text, born_on=date(1991, 7, 14))
        assert {disagreement.about for disagreement in found} == {"number"}
        assert found[0].says.fr


def standings(nir: str, **declared: Any) -> list[tuple[str, str]]:
    return [(one.about, one.standing) for one in agreement(nir, on=TODAY, **declared).compared]


def test_each_field_is_said_to_agree_or_not() -> None:
    told = agreement(ANNA, born_on=date(1991, 7, 14), sex="woman", place="US", on=TODAY)
    assert [(one.about, one.standing) for one in told.compared] == [
        ("sex", "agrees"), ("year", "agrees"), ("month", "agrees"), ("place", "agrees"),
    ]  # fmt: skip
    assert not told.contradicts
    assert not told.to_check
    assert all(told.sentences("fr"))


def test_the_number_of_another_person_contradicts_the_birth_date_in_the_file() -> None:
    told = agreement("2 60 07 20 033 011 90", born_on=date(1985, 3, 14), on=TODAY)
    assert told.contradicts
    assert told.differing == ("year", "month")
    assert told.to_json()["contradicts"] is True


def test_nothing_declared_is_nothing_compared() -> None:
    assert agreement(ANNA).compared == ()
    assert standings(ANNA, sex="woman") == [("sex", "agrees")]


def test_a_month_that_is_not_known_is_silent() -> None:
    number = build(sex=2, year=91, month=36, place="99404", order=5).fifteen
    assert standings(number, born_on=date(1991, 3, 5)) == [("year", "agrees"), ("month", "silent")]


def test_an_unreadable_number_contradicts() -> None:
    told = agreement("2910799404123 38", born_on=date(1991, 7, 14))
    assert told.contradicts
    assert told.differing == ("number",)


@pytest.mark.parametrize(
    ("place", "born_on", "to_check"),
    [
        ("97127", date(2007, 7, 14), False),
        ("97127", date(2007, 7, 15), True),
        ("97801", date(2007, 7, 14), True),
        ("97801", date(2007, 7, 15), False),
        ("98511", date(2011, 3, 30), False),
        ("98511", date(2011, 3, 31), True),
        ("97611", date(2011, 3, 30), True),
        ("2A004", date(1975, 12, 31), True),
        ("2A004", date(1976, 1, 1), False),
        ("92050", date(1967, 12, 31), True),
        ("75050", date(1968, 1, 1), True),
    ],
)
def test_a_code_is_held_against_the_very_day_of_birth(place: str, born_on: date, to_check: bool) -> None:
    number = build(sex=1, year=born_on.year % 100, month=born_on.month, place=place, order=5, on=TODAY).fifteen
    told = agreement(number, born_on=born_on, on=TODAY)
    assert told.to_check is to_check
    assert not told.contradicts


def test_place_and_code_of_before_and_after_are_one_ground() -> None:
    number = build(sex=1, year=90, month=5, place="97127", order=5, on=TODAY).fifteen
    assert standings(number, place="97801") == [("place", "agrees")]
    assert standings(number, place="Saint-Martin")[0][1] in {"agrees", "to_check"}
