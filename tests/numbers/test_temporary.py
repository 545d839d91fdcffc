import pytest

from ouverture.numbers.reading import read
from ouverture.numbers.temporary import as_temporary_number


def test_an_old_provisional_number_names_the_caisse_that_made_it() -> None:
    candidate = as_temporary_number("8175112345678")
    assert candidate is not None
    says = {part.field: part.says.en for part in candidate.parts}
    assert says["sex"].startswith("a woman")
    assert "Paris" in says["caisse"]
    assert "no key" in says["order"]


def test_a_closed_caisse_is_named_with_the_one_that_followed() -> None:
    candidate = as_temporary_number("7168112345678")
    assert candidate is not None
    assert "CPAM Colmar, closed since" in candidate.parts[2].says.en


def test_old_provisional_numbers_ended_and_the_person_is_told_what_to_ask() -> None:
    candidate = read("7112312345678").candidates[0]
    assert "31 décembre 2022" in candidate.opens.fr
    assert "Ask your caisse" in candidate.not_yet.en


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("7912312345678", "creation_refused"),
        ("5012312345678", "creation_refused"),
        ("711231234567812", "temporary_has_no_key"),
    ],
)
def test_a_digit_out_of_its_layout_is_refused_with_a_reason(number: str, problem: str) -> None:
    candidate = as_temporary_number(number)
    assert candidate is not None
    assert not candidate.valid
    assert problem in {found.code for found in candidate.problems}


def test_other_first_digits_are_not_of_this_kind() -> None:
    assert as_temporary_number("1112312345678") is None
