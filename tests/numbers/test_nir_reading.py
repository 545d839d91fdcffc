import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.numbers.candidate import Candidate
from ouverture.numbers.reading import read

CASES = tomllib.loads((Path(__file__).parent / "data" / "social_numbers.toml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 23)


def social(text: str) -> Candidate:
    """The one candidate that is not a tax number."""
    (candidate,) = (found for found in read(text, on=TODAY).candidates if found.kind != "spi")
    return candidate


def named(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["id"] for case in cases])


@named(CASES["valid"])
def test_a_valid_number_says_sex_year_month_and_place(case: dict[str, Any]) -> None:
    candidate = social(case["number"])
    says = {part.field: part.says.en for part in candidate.parts}
    assert (candidate.kind, candidate.valid, candidate.problems) == ("nia_or_nir", True, ())
    assert says["sex"] == f"a {case['sex']}"
    assert all(str(year) in says["year"] for year in case["years"])
    assert (says["month"] == "not a month of the calendar") == (case["month"] == 0)
    assert case["place"] in says["place"]
    if "note" in case:
        assert case["note"] in {note.code for note in candidate.notes}


@named(CASES["faulty"])
def test_a_faulty_number_says_what_is_wrong_and_the_likely_slip(case: dict[str, Any]) -> None:
    candidate = social(case["number"])
    assert (candidate.kind, candidate.valid) == (case["kind"], False)
    problem = next(problem for problem in candidate.problems if problem.code == case["problem"])
    assert case.get("says", "") in problem.says.en
    slip = candidate.likely_slip.en if candidate.likely_slip else ""
    assert case["slip"] in slip if "slip" in case else not slip


@named(CASES["old"])
def test_an_old_number_is_told_apart_from_a_nir(case: dict[str, Any]) -> None:
    candidate = social(case["number"])
    assert (candidate.kind, candidate.valid) == (case["kind"], case["valid"])
    assert case["note"] in {note.code for note in candidate.notes}


def test_the_literal_x18_of_the_sources_is_fifteen_digits_and_valid() -> None:
    assert social("29107994041233 7").valid


def test_the_key_part_says_right_or_wrong() -> None:
    assert social("185039940401735").parts[-1].says.en == "control key, right"
    assert social("185039940401736").parts[-1].says.fr == "clé de contrôle, fausse"


def test_a_centenarian_and_a_newborn_share_their_digits_and_both_are_said() -> None:
    year = social("2 20 03 99 404 017").parts[1].says
    assert "2020" in year.fr
    assert "1920" in year.en
    assert "1920" not in read("2 85 03 99 404 017", on=TODAY).candidates[0].parts[1].says.en


def test_a_department_of_paris_suburbs_is_algeria_for_the_older_reader_and_both_are_said() -> None:
    place = social("1 10 06 92 050 011").parts[3].says.en
    assert "Nanterre" in place
    assert "(if born in 2010) or" in place
    assert "Algeria" in place


def test_no_swapped_digits_are_suggested_when_they_lead_to_another_fault() -> None:
    # 19 91 turned to 1 99 1... would need month 00: whatever is suggested must itself be sound.
    for text in ("291079940413237", "185039940407135", "158059204301169"):
        slip = social(text).likely_slip
        assert slip is None or "Perhaps" in slip.en
