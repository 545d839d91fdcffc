import tomllib
from pathlib import Path
from typing import Any

import pytest

from ouverture.numbers.post import as_postal_number, s10_check_digit
from ouverture.numbers.reading import read

TABLE = tomllib.loads((Path(__file__).parent / "data" / "postal_numbers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["check_digits"], ids=[row["eight"] for row in TABLE["check_digits"]])
def test_the_check_digit_follows_the_s10_table(row: dict[str, Any]) -> None:
    weighted = sum(weight * int(digit) for weight, digit in zip((8, 6, 4, 2, 3, 5, 9, 7), row["eight"], strict=True))
    assert weighted == row["sum"]
    assert s10_check_digit(row["eight"]) == row["check"]


@pytest.mark.parametrize("row", TABLE["numbers"], ids=[row["number"] for row in TABLE["numbers"]])
def test_an_international_number_is_judged_by_its_check_digit(row: dict[str, Any]) -> None:
    (candidate,) = read(row["number"]).candidates
    assert (candidate.kind, candidate.valid) == ("s10", row["valid"])


def test_a_registered_item_and_its_country_are_named() -> None:
    candidate = as_postal_number("RA876543216US")
    assert candidate is not None
    assert candidate.parts[0].says.en == "registered item"
    assert "United States" in candidate.parts[-1].says.en


def test_a_wrong_check_digit_says_the_right_one_and_the_likely_swap() -> None:
    candidate = as_postal_number("RB123456875FR")
    assert candidate is not None
    assert "it would be" in candidate.problems[0].says.en
    assert candidate.likely_slip is not None
    assert "RB123456785FR" in candidate.likely_slip.en


def test_only_the_shape_of_a_national_number_is_claimed() -> None:
    candidate = as_postal_number("1A12345678901")
    assert candidate is not None
    assert candidate.kind == "registered_national"
    assert "not known to us" in candidate.notes[0].says.en
    assert candidate.printed == "1A 123 456 7890 1"


def test_an_unknown_country_is_said_and_not_refused() -> None:
    candidate = as_postal_number("RB123456785ZZ")
    assert candidate is not None
    assert candidate.valid
    assert "not in our table" in candidate.parts[-1].says.en


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("RB123456785FR", "s10"),
        ("VV123456785FR", "s10"),
        ("CP123456785FR", "post_other"),
        ("EE123456785FR", "post_other"),
        ("LX123456785FR", "post_other"),
        ("1A12345678901", "registered_national"),
        ("2C12345678901", "registered_national"),
        ("6A12345678901", "post_other"),
        ("8R12345678901", "post_other"),
    ],
)
def test_parcels_and_tracked_letters_are_not_registered_letters(number: str, kind: str) -> None:
    candidate = as_postal_number(number)
    assert candidate is not None
    assert candidate.kind == kind
    assert ("does not prove" in candidate.not_yet.en) == (kind == "post_other")
