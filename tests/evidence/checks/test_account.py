import pytest

from ouverture.evidence.checks import Finding, PaperRead, findings
from tests.evidence.checks.pages import GOOD, case, page, paper

HEAD = ("RELEVÉ D'IDENTITÉ BANCAIRE", "Titulaire : MME WHITFIELD HANNAH")


def said(read: PaperRead) -> Finding:
    (found,) = (one for one in findings({"bank_details": read}, case()) if one.check == "account")
    return found


@pytest.mark.parametrize(
    ("line", "outcome", "words"),
    [
        ("IBAN FR76 3000 6000 0112 3456 7890 189", "passed", "SEPA"),
        ("IBAN DE89 3704 0044 0532 0130 00", "passed", "SEPA"),
        ("IBAN GB29 NWBK 6016 1331 9268 19", "passed", "SEPA"),
        ("IBAN FR76 3000 6000 0112 3456 7890 188", "failed", "not right"),
        ("IBAN SA03 8000 0000 6080 1016 7519", "failed", "not of the SEPA area"),
        ("IBAN AL47 2121 1009 0000 0002 3569 8741", "inconclusive", "recently"),
        ("Compte 123", "inconclusive", "No IBAN"),
    ],
)
def test_an_account_is_well_formed_and_of_the_sepa_area(line: str, outcome: str, words: str) -> None:
    found = said(paper(page(*HEAD, line)))
    assert (found.outcome, words in found.reason.en) == (outcome, True)


def test_a_faulty_account_on_a_badly_read_picture_may_be_misread() -> None:
    read = paper(page(*HEAD, "IBAN FR76 3000 6000 0112 3456 7890 188", quality=GOOD, sure=0.9))
    assert said(read).outcome == "inconclusive"


def test_no_finding_repeats_the_number_of_the_account() -> None:
    found = said(paper(page(*HEAD, "IBAN FR76 3000 6000 0112 3456 7890 188")))
    assert "30006" not in found.reason.en + found.reason.fr
