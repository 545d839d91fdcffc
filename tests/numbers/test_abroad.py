"""Numbers of other countries: told as such when their own control fits, beside a French reading that also holds."""

from random import Random

import pytest

from ouverture.numbers.abroad import as_foreign_numbers
from ouverture.numbers.candidate import Candidate
from ouverture.numbers.reading import read


def foreign(text: str) -> list[Candidate]:
    return [candidate for candidate in read(text).candidates if candidate.kind == "foreign"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("1985031412382", "Luxembourg"),
        ("1985 0314 123 82", "Luxembourg"),
        ("756.9217.0769.85", "Switzerland"),
        ("7569217076985", "Switzerland"),
        ("85.07.30-033 28", "Belgium"),
        ("12345678Z", "Spain"),
        ("X-2482300-W", "Spain"),
        ("RSSMRA85T10A562S", "Italy"),
        ("36 574 261 809", "Germany"),
        ("15 070649 C 103", "Germany"),
        ("A123456780", "Germany"),
        ("AB 12 34 56 C", "United Kingdom"),
        ("QQ123456C", "United Kingdom"),
        ("943 476 5870", "United Kingdom"),
        ("536-90-4399", "United States"),
        ("123-45-6789", "United States"),
        ("my SSN is 536-90-4399.", "United States"),
        ("046 454 286", "Canada"),
        ("TREM 8503 1419", "Québec"),
        ("1234567T", "Ireland"),
    ],
)
def test_a_number_of_another_country_is_named(text: str, country: str) -> None:
    (candidate,) = foreign(text)
    assert country in candidate.parts[0].says.en
    assert candidate.notes[0].code == "foreign_not_french"
    assert "do not write it in the box" in candidate.not_yet.en


def test_a_luxembourg_number_that_is_also_a_french_one_is_said_to_be_both() -> None:
    reading = read("1985031412382")
    assert {candidate.kind for candidate in reading.candidates} == {"nia_or_nir", "foreign"}
    assert reading.question is not None
    assert "14 March 1985" in " ".join(reading.sentences("en"))
    assert "14 mars 1985" in " ".join(reading.sentences("fr"))


def test_a_belgian_number_tells_the_day_of_birth() -> None:
    assert "30 July 1985" in foreign("85.07.30-033 28")[0].parts[1].says.en


@pytest.mark.parametrize(
    "text", ["123-45-6789", "756.9217.0769.85", "85.07.30-033 28", "046-454-286", "536-90-4399", "12345678Z"]
)
def test_a_number_of_another_country_is_not_a_professional_s(text: str) -> None:
    assert {candidate.kind for candidate in read(text).candidates} == {"foreign"}


@pytest.mark.parametrize("text", ["123456789", "751234567", "732 829 320 00074", "732 829 320", "01 23 45 67 89"])
def test_nine_digits_without_their_groups_are_not_said_to_be_american(text: str) -> None:
    assert all("United States" not in candidate.parts[0].says.en for candidate in foreign(text))


@pytest.mark.parametrize(
    "wrong",
    ["1985031412383", "1985131412382", "7569217076984", "85073003329", "RSSMRA85T10A562T", "12345678A", "X2482300A",
     "36574261808", "15070649C104", "A123456781", "GB123456C", "9434765871", "TREM85991419"],
)  # fmt: skip
def test_a_control_that_does_not_fit_is_no_foreign_number(wrong: str) -> None:
    assert as_foreign_numbers(wrong, wrong) == []


def test_a_french_number_with_its_key_is_never_a_foreign_one() -> None:
    rng = Random(20261128)
    for _ in range(300):
        thirteen = (
            f"{rng.choice('12')}{rng.randrange(100):02d}{rng.randrange(1, 13):02d}99404{rng.randrange(1, 999):03d}"
        )
        assert foreign(f"{thirteen}{97 - int(thirteen) % 97:02d}") == []
