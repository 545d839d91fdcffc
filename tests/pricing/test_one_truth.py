"""The figures that other rooms show are those of the tables: one truth."""

import pytest

from ouverture.pricing.care import ADULT, Line, Pathway, Patient
from ouverture.pricing.formula import price
from ouverture.wording.care_sheet.guide import guide

SHOWN: list[tuple[Pathway, int]] = [("in", ADULT), ("out", ADULT), ("in", 10)]
"""The examples of the guide to the care sheet, in their order: with a médecin traitant, without, a child of ten."""


@pytest.mark.parametrize(("place", "shown"), list(enumerate(SHOWN)))
def test_the_examples_beside_the_care_sheet_are_the_formulas(place: int, shown: tuple[Pathway, int]) -> None:
    pathway, age = shown
    example = guide().amounts[place]
    one = price(Line("gp", example.since, example.paid, pathway=pathway, patient=Patient(age)))
    assert (one.repaid, one.line.fee) == (example.repaid, example.paid)


def test_every_example_is_compared() -> None:
    assert len(guide().amounts) == len(SHOWN)
