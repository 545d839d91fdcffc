"""Letters as PDFs: what is written in them is what comes out, in every script."""

from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from ouverture.adapters.pdf.legible import unshowable
from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.services.casework.outgoing.paper import (
    Block,
    Code,
    Heading,
    Items,
    Label,
    Paper,
    Paragraph,
    Parties,
    Rows,
    Signature,
)
from ouverture.text import Text
from tests.adapters.pdf_checked import faults_of

NAMES = ("Nguyễn Thị Hà", "Ağaoğlu Gül", "Łukasz Żak", "Çelik", "Œuvré Zoë", "محمد", "Ирина", "Ωμέγα")
SAID = Text("Dit en français.\nSur deux lignes.", "Said in English.\nOn two lines.")
BLOCKS: tuple[Block, ...] = (
    Parties(NAMES, ("CPAM DE PARIS", "75948 PARIS CEDEX 19"), Text("le 8 janvier 2026", "8 January 2026")),
    Heading(SAID), Paragraph(SAID), Items((SAID,), ticks=True), Rows((SAID, SAID), ((SAID, Text("", "")),)),
    Code("ouverture:file:abc", SAID), Signature((SAID, SAID)), Label(("CPAM DE PARIS",)),
)  # fmt: skip
LETTER = Paper("cover", Text("Demande d’ouverture de droits", "Claim for cover"), BLOCKS)


def text_of(made: bytes) -> str:
    """What a reader takes out of the PDF, page after page."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))


@pytest.fixture(scope="module")
def made() -> bytes:
    return papers_pdf([LETTER], LETTER.title, Text("Pied", "Foot"), Text("Copie", "Reading copy"))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_out_of_a_letter_as_it_was_written(made: bytes, name: str) -> None:
    assert name in text_of(made)
    assert name in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_every_line_of_a_letter_stands_alone_and_no_sign_of_the_template_is_printed(made: bytes) -> None:
    lines = text_of(made).splitlines()
    assert {"CPAM DE PARIS", "75948 PARIS CEDEX 19", "Dit en français.", "Sur deux lignes."} <= set(lines)
    assert "\\" not in text_of(made)


def test_a_letter_passes_the_nearest_checks_to_those_of_pdf_ua_and_pdf_a(made: bytes) -> None:
    assert faults_of(made, "fr") == []


def test_the_check_of_a_pdf_finds_what_is_wrong(made: bytes) -> None:
    assert faults_of(made, "en") == ["another language"]
    spoilt = made.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<").replace(b"/MarkInfo", b"/MarkXxxx")
    assert set(faults_of(spoilt, "fr")) == {"not marked as tagged", "no identifier of PDF/UA-1"}


def test_the_letters_of_europe_and_of_vietnam_and_arabic_need_no_font_of_the_machine() -> None:
    assert not unshowable("".join(NAMES) + "ąčđěğħłňőřşťůźżāēīōūĳŋœ ễộựẵỹ ٣ پچژگ ЖЩЫЄЇ")
