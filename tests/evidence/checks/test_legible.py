import pytest

from ouverture.evidence.checks import PaperRead, Place, findings
from ouverture.text import Text
from tests.evidence.checks.pages import GOOD, case, page, paper

LINES = ("QUITTANCE DE LOYER", "Mois : août 2026", "Locataire : Hannah Whitfield", "Total payé : 620 €")


def outcomes(read: PaperRead) -> list[tuple[str, str]]:
    return [(one.outcome, one.reason.en) for one in findings({"lease": read}, case()) if one.check == "legible"]


def test_a_sharp_page_passes() -> None:
    assert outcomes(paper(page(*LINES, quality=GOOD))) == [("passed", "The whole page can be read.")]


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (GOOD._replace(sharp=0.1), "blurred"),
        (GOOD._replace(bright=0.2), "dark"),
        (GOOD._replace(contrast=0.1), "stands out"),
        (GOOD._replace(letter=7), "too small"),
        (GOOD._replace(cut=1), "corner"),
        (GOOD._replace(glare=Place(0.2, 0.2, 0.4, 0.4)), "reflection"),
    ],
)
def test_a_fault_that_was_seen_fails_and_says_what_to_do(seen: object, words: str) -> None:
    read = paper(page(*LINES, quality=seen))  # type: ignore[arg-type]
    (found,) = (one for one in findings({"lease": read}, case()) if one.check == "legible")
    assert found.outcome == "failed"
    assert words in found.reason.en
    assert found.remedy is not None


def test_a_reflection_says_where_it_is() -> None:
    place = Place(0.2, 0.2, 0.4, 0.4)
    read = paper(page(*LINES, quality=GOOD._replace(glare=place)))
    assert next(one.place for one in findings({"lease": read}, case()) if one.check == "legible") == place


def test_a_page_on_which_nothing_is_read_is_inconclusive_never_passed() -> None:
    assert outcomes(paper(page(quality=GOOD)))[0][0] == "inconclusive"


def test_a_page_whose_letters_are_guessed_is_inconclusive() -> None:
    assert outcomes(paper(page(*LINES, quality=GOOD, sure=0.5)))[0][0] == "inconclusive"


def test_a_paper_that_did_not_open_says_why() -> None:
    why = Text("Ce fichier est chiffré.", "This file is encrypted.")
    assert outcomes(PaperRead((), why)) == [("inconclusive", "This file is encrypted.")]
