import tomllib
from pathlib import Path
from typing import Any

import pytest
from stdnum.fr import nif

from ouverture.numbers.reading import read
from ouverture.numbers.tax import as_tax_number, passes_control

CASES = tomllib.loads((Path(__file__).parent / "data" / "tax_numbers.toml").read_text(encoding="utf-8"))["numbers"]


@pytest.mark.parametrize("case", CASES, ids=[case["number"] for case in CASES])
def test_a_tax_number_is_judged_by_its_first_digit_and_its_control(case: dict[str, Any]) -> None:
    candidate = as_tax_number(case["number"].replace(" ", ""))
    assert candidate is not None
    assert candidate.valid == case["valid"]
    assert [problem.code for problem in candidate.problems] == ([case["problem"]] if "problem" in case else [])


def test_the_control_agrees_with_an_independent_library() -> None:
    for number in range(1_000_000_000_000, 1_000_000_200_000, 97):
        assert passes_control(str(number)) == nif.is_valid(str(number))


def test_a_nir_whose_control_fails_is_no_tax_number() -> None:
    assert [found.kind for found in read("2910799404123").candidates] == ["nia_or_nir"]


def test_a_leading_zero_dropped_by_a_spreadsheet_is_recognised() -> None:
    candidate = next(found for found in read("123456789211").candidates if found.kind == "spi")
    assert not candidate.valid
    assert candidate.likely_slip is not None
    assert "0123456789211" in candidate.likely_slip.en


def test_swapped_digits_are_suggested() -> None:
    spi = next(found for found in read("0132456789211").candidates if found.kind == "spi")
    assert spi.likely_slip is not None
    assert "0123456789211" in spi.likely_slip.fr


def test_a_tax_number_is_kept_out_of_the_box_for_the_social_number() -> None:
    candidate = read("0123456789 211").candidates[0]
    assert "do not write it in the box" in candidate.not_yet.en
    assert candidate.printed == "01 23 456 789 211"
