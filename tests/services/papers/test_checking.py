from collections.abc import Sequence
from datetime import date

from ouverture.dossier.file import File
from ouverture.evidence.checks import PaperRead, Portrait
from ouverture.services.papers.checking import case_of, check_photo, pre_flight, read_and_check
from ouverture.text import Text
from tests.evidence.checks.pages import case, page, paper

LINES = ("QUITTANCE DE LOYER", "Mois : août 2026", "Locataire : Hannah Whitfield", "Total payé : 620 €")


class FixedReader:
    """Gives the same paper whatever it is given."""

    def __init__(self, read: PaperRead) -> None:
        self.given = read

    def read(self, files: Sequence[bytes]) -> PaperRead:
        return self.given

    def portrait(self, picture: bytes) -> Portrait | None:
        return None


def test_a_paper_is_read_and_checked_in_one_step() -> None:
    read, found = read_and_check(FixedReader(paper(page(*LINES))), [b"%PDF"], "proof_of_address", case())
    assert len(read.pages) == 1
    assert {one.paper for one in found} == {"proof_of_address"}


def test_a_paper_that_does_not_open_passes_no_check() -> None:
    broken = PaperRead((), Text("Ce fichier ne s'ouvre pas.", "This file does not open."))
    _, found = read_and_check(FixedReader(broken), [b"x"], "lease", case())
    assert found
    assert all(one.outcome == "inconclusive" for one in found)


def test_the_whole_file_is_checked_paper_by_paper() -> None:
    found = pre_flight({"lease": paper(page(*LINES)), "proof_of_address": paper(page(*LINES))}, case())
    assert [one.paper for one in found if one.check == "legible"] == ["lease", "proof_of_address"]


def test_a_file_nobody_has_written_in_supposes_nothing() -> None:
    known = case_of(File(), date(2026, 11, 28))
    assert (known.person.birth, known.decided_on, known.claimed_on) == ("", None, date(2026, 11, 28))


def test_a_photo_that_does_not_open_has_no_advice() -> None:
    assert check_photo(FixedReader(paper()), b"x") is None
