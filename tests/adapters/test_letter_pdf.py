"""Letters as PDFs: what is written in them is what comes out, in every script."""

from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from ouverture.adapters.pdf.legible import unshowable
from ouverture.adapters.pdf.letter import Typeset, letter_pdf
from tests.adapters.pdf_checked import faults_of

NAMES = ("Nguyễn Thị Hà", "Ağaoğlu Gül", "Łukasz Żak", "Çelik", "Œuvré Zoë", "محمد", "Ирина", "Ωμέγα")
LETTER = Typeset(
    "fr", NAMES, ("CPAM DE PARIS", "75948 PARIS CEDEX 19"), "le 8 janvier 2026", "Demande d’ouverture de droits",
    ("Madame, Monsieur,", "Deux lignes\nd’un même paragraphe."), "Pièces jointes", ("Passeport",),
)  # fmt: skip


def text_of(made: bytes) -> str:
    """What a reader takes out of the PDF, page after page."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))


@pytest.fixture(scope="module")
def made() -> bytes:
    return letter_pdf(LETTER)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_out_of_a_letter_as_it_was_written(made: bytes, name: str) -> None:
    assert name in text_of(made)
    assert name in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_every_line_of_a_letter_stands_alone_and_no_sign_of_the_template_is_printed(made: bytes) -> None:
    lines = text_of(made).splitlines()
    assert {"CPAM DE PARIS", "75948 PARIS CEDEX 19", "Deux lignes", "d’un même paragraphe."} <= set(lines)
    assert "\\" not in text_of(made)


def test_a_letter_passes_the_nearest_checks_to_those_of_pdf_ua_and_pdf_a(made: bytes) -> None:
    assert faults_of(made, "fr") == []


def test_the_check_of_a_pdf_finds_what_is_wrong(made: bytes) -> None:
    assert faults_of(made, "en") == ["another language"]
    spoilt = made.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<").replace(b"/MarkInfo", b"/MarkXxxx")
    assert set(faults_of(spoilt, "fr")) == {"not marked as tagged", "no identifier of PDF/UA-1"}


def test_the_letters_of_europe_and_of_vietnam_and_arabic_need_no_font_of_the_machine() -> None:
    assert not unshowable("".join(NAMES) + "ąčđěğħłňőřşťůźżāēīōūĳŋœ ễộựẵỹ ٣ پچژگ ЖЩЫЄЇ")
