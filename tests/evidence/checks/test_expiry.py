from datetime import date
from typing import Any

import pytest

from ouverture.evidence.checks import Finding, PaperRead, findings
from ouverture.numbers.travel_document import check_digit
from tests.evidence.checks.pages import case, page, paper
from tests.numbers.mrz.test_reading import TD3

TITLE = ("RÉPUBLIQUE FRANÇAISE", "TITRE DE SÉJOUR", "WHITFIELD Hannah")


def said(name: str, read: PaperRead, **more: Any) -> Finding:
    (found,) = (one for one in findings({name: read}, case(**more)) if one.check == "expiry")
    return found


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (("Date d'expiration : 03/04/2031",), "passed"),
        (("Valable jusqu'au 28/11/2026",), "passed"),
        (("Valable jusqu'au 27/11/2026",), "failed"),
        (("Fin de validité", "01/02/2026"), "failed"),
        (("Valable du 12/01/2025 au 11/01/2029",), "passed"),
        (("Délivré le 12/01/2025",), "inconclusive"),
    ],
)
def test_a_right_to_stay_is_in_date_on_the_day_of_the_claim(lines: tuple[str, ...], outcome: str) -> None:
    assert said("stay_document", paper(page(*TITLE, *lines))).outcome == outcome


def test_one_that_ended_after_the_claim_will_do_as_the_article_says() -> None:
    read = paper(page(*TITLE, "Valable jusqu'au 20/11/2026"))
    found = said("stay_document", read, claimed_on=date(2026, 11, 1), decided_on=date(2027, 1, 1))
    assert found.outcome == "passed"
    assert found.serves.startswith("CSS R111-3 II")
    assert "will do" in found.reason.en
    assert found.remedy is not None


def test_an_identity_document_out_of_date_is_for_somebody_to_judge_no_text_we_hold_fails_it() -> None:
    found = said("identity_document", paper(page("PASSPORT", *TD3)))
    assert found.outcome == "inconclusive"
    assert "does not say" in found.reason.en


def test_the_machine_readable_day_wins_over_other_days_on_the_page() -> None:
    line = TD3[1][:21] + "310403" + check_digit("310403") + TD3[1][28:43]
    line += check_digit(line[0:10] + line[13:20] + line[21:43])
    assert "3 April 2031" in said("identity_document", paper(page("Valid until 01/01/2020", TD3[0], line))).reason.en


def test_a_day_whose_check_digit_is_wrong_is_not_believed() -> None:
    read = paper(page("PASSPORT", TD3[0], TD3[1].replace("120415", "990415")))
    assert said("identity_document", read).outcome == "inconclusive"
    assert "cannot be read" in said("identity_document", read).reason.en
