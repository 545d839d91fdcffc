from datetime import date
from typing import Any

import pytest

from ouverture.numbers.agreement import check
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
