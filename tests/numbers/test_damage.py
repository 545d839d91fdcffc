import pytest

from ouverture.numbers.damage import damage, masked_digits
from ouverture.numbers.reading import read


@pytest.mark.parametrize("text", ["1.87E+14", "1,87E+14", "1.87e14", "2E+14", " 1.87E+14 ", '="1.87E+14"'])
def test_a_power_of_ten_is_a_number_that_lost_its_digits(text: str) -> None:
    (candidate,) = read(text).candidates
    assert candidate.kind == "damaged"
    assert "digits of 15 remain" in candidate.problems[0].says.en
    assert candidate.notes[0].code == "damaged_was_nir"
    assert candidate.likely_slip is not None
    assert "spreadsheet" in candidate.likely_slip.en


def test_a_power_of_ten_with_all_its_digits_is_read() -> None:
    (candidate,) = read("1.85039940401735E+14").candidates
    assert candidate.valid
    assert "power_of_ten_complete" in {note.code for note in candidate.notes}


@pytest.mark.parametrize(
    ("text", "code"), [("2.91E+12", "damaged_was_thirteen"), ("3.00060000112346E+22", "damaged_was_rib")]
)
def test_the_length_says_what_the_number_may_have_been(text: str, code: str) -> None:
    assert read(text).candidates[0].notes[0].code == code


def test_a_registered_letter_with_an_e_is_no_power_of_ten() -> None:
    assert damage("1E12345678901").damaged is None
    assert read("1E12345678901").candidates[0].kind == "registered_national"


def test_a_column_of_hashes_is_recognised() -> None:
    assert read("########").candidates[0].problems[0].code == "damaged_hashes"


def test_masked_digits_are_told_but_stars_around_a_number_do_no_harm() -> None:
    assert read("1 85 ** ** *** *** **").candidates[0].problems[0].code == "damaged_masked"
    assert read("**1 85 03 99 404 017 35**").candidates[0].valid
    assert masked_digits("a * b") is None
