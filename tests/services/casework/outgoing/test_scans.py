"""The pages that the file holds stand in the pack, each on its sheet, behind the letter."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.services.casework.look import Look
from ouverture.services.casework.outgoing.pack import pack_of, papers_of
from ouverture.services.casework.outgoing.scans import scans_of
from ouverture.services.papers.pages import add
from ouverture.text import Text
from tests.adapters.pdf_checked import faults_of
from tests.adapters.vault.files import photograph
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE, house_in, opened
from tests.services.papers.with_pages import PAPER, ReaderTold, reading_house, seen

LOOK = Look(FILE, "own_file", DAY, NOON)


def test_the_pages_that_count_are_in_the_pack_under_the_name_of_their_paper(tmp_path: Path) -> None:
    house = opened(reading_house(house_in(tmp_path), ReaderTold()))
    add(house, SHE, seen(house), PAPER, [photograph("one"), photograph("two")], NOON)
    pages = scans_of(house, SHE, LOOK, seen(house))
    assert [one.says.fr for one in pages] == ["Relevé d'identité bancaire (RIB) d'un compte à votre nom"] * 2
    assert scans_of(house, AGENT, LOOK, seen(house, AGENT)) == (), "not given yet"
    pack = pack_of(papers_of(SHE, seen(house), {}), pages)
    made = papers_pdf(pack, Text("Dossier", "Pack"), Text("Pied", "Foot"), Text("Copie", "Copy"))
    assert faults_of(made, "fr") == []
    outline = [one.title for one in PdfReader(BytesIO(made)).outline if not isinstance(one, list)]
    assert "Page 2 : Relevé d'identité bancaire (RIB) d'un compte à votre nom" in outline
