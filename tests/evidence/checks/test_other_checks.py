"""The kind of paper, the machine-readable lines, the validation of a visa, the photo."""

from datetime import date
from typing import Any

import pytest

from ouverture.evidence.checks import PaperRead, Place, Portrait, findings, photo_findings
from tests.evidence.checks.pages import case, page, paper
from tests.numbers.mrz.test_reading import MRV_A, TD3


def outcome(check: str, name: str, read: PaperRead, **more: Any) -> str:
    (found,) = (one for one in findings({name: read}, case(**more)) if one.check == check)
    return found.outcome


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("RELEVÉ D'IDENTITÉ BANCAIRE", "IBAN FR76"), "passed"),
        (("QUITTANCE DE LOYER", "août 2026"), "failed"),
        (("RELEVÉ DE COMPTE n° 10", "IBAN FR76"), "inconclusive"),
        (("Recette du clafoutis",), "inconclusive"),
    ],
)
def test_a_paper_is_the_one_it_was_given_as(lines: tuple[str, ...], expected: str) -> None:
    assert outcome("right_kind", "bank_details", paper(page(*lines))) == expected


def test_machine_readable_lines_are_proved_by_their_digits() -> None:
    assert outcome("machine_lines", "identity_document", paper(page(*TD3))) == "passed"
    misread = paper(page(TD3[0], TD3[1].replace("740812", "740912")))
    assert outcome("machine_lines", "identity_document", misread) == "inconclusive"


@pytest.mark.parametrize(
    ("born_on", "expected"), [("1974-08-12", "passed"), ("1974", "passed"), ("1974-12-08", "failed")]
)
def test_the_birth_date_is_that_of_the_file(born_on: str, expected: str) -> None:
    assert outcome("birth_date", "identity_document", paper(page(*TD3)), born_on=born_on) == expected


def test_a_long_stay_visa_goes_with_its_validation() -> None:
    visa = page("VISA", *MRV_A)
    validation = page("Confirmation de la validation de votre visa", "de long séjour", "OFII", number=2)
    assert outcome("validated", "validated_visa", paper(visa, validation)) == "passed"
    assert outcome("validated", "validated_visa", paper(visa)) == "failed"
    assert outcome("validated", "validated_visa", paper(visa, page(number=2))) == "inconclusive"


FACE = Portrait(700, 900, (0.80, 0.84, 0.88), 0.02, 0.3, 1, Place(0.25, 0.12, 0.75, 0.87))


@pytest.mark.parametrize(
    ("portrait", "failed"),
    [
        (FACE, set()),
        (FACE._replace(width=900), {"photo_size"}),
        (FACE._replace(background=(0.99, 0.99, 0.99)), {"photo_background"}),
        (FACE._replace(background=(0.3, 0.3, 0.3)), {"photo_background"}),
        (FACE._replace(uneven=0.3), {"photo_background"}),
        (FACE._replace(colourful=0.01), {"photo_colour"}),
        (FACE._replace(face=Place(0.4, 0.3, 0.6, 0.6)), {"photo_face"}),
        (FACE._replace(faces=2, face=None), set()),
        (FACE._replace(faces=None, face=None), set()),
    ],
)
def test_a_photo_is_measured_against_the_standard_and_all_of_it_is_advice(portrait: Portrait, failed: set[str]) -> None:
    found = photo_findings(portrait)
    assert {one.check for one in found if one.outcome == "failed"} == failed
    assert all(one.advice for one in found)
    assert all(one.remedy for one in found if one.outcome == "failed")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Année universitaire 2026/2027", "passed"),
        ("Academic year 2026-27", "passed"),
        ("Année universitaire 2025 - 2026", "inconclusive"),
        ("Année scolaire 2024/2025", "failed"),
        ("Année universitaire 2027–2028", "inconclusive"),
        ("Fait à Lyon, le 4 octobre 2024", "inconclusive"),
        ("Tel. 2024/2030", "inconclusive"),
    ],
)
def test_an_enrolment_certificate_is_for_the_year_of_the_claim(written: str, expected: str) -> None:
    """Claimed in November 2026. The certificate of a year that was over passed."""
    assert outcome("school_year", "enrolment_certificate", paper(page("CERTIFICAT DE SCOLARITÉ", written))) == expected


def test_a_certificate_of_two_years_counts_for_the_later_one_and_the_day_is_that_of_the_claim() -> None:
    both = paper(page("CERTIFICAT DE SCOLARITÉ", "2025/2026 : 1re année", "2026/2027 : 2e année"))
    assert outcome("school_year", "enrolment_certificate", both) == "passed"
    earlier = paper(page("CERTIFICAT DE SCOLARITÉ", "Année 2025/2026"))
    assert outcome("school_year", "enrolment_certificate", earlier, claimed_on=date(2026, 6, 30)) == "passed"
