"""The check of the PDFs that leave finds what is planted in one that was sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.text import Text
from tests.adapters.pdf_checked import faults_of
from tests.adapters.test_letter_pdf import LETTER

Spoil = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def sound() -> bytes:
    return papers_pdf([LETTER], LETTER.title, Text("Pied", "Foot"), Text("Copie", "Reading copy"))


def test_a_sound_one_has_no_fault(sound: bytes) -> None:
    assert faults_of(sound, "fr") == []


def elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    return (one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == kind)


def first(pdf: pikepdf.Pdf, kind: str) -> Any:
    return next(elements(pdf, kind))


def rename(kind: str, other: str) -> Spoil:
    return lambda pdf: first(pdf, kind).__setitem__("/S", Name(other))


def without(kind: str, name: str) -> Spoil:
    return lambda pdf: first(pdf, kind).__delitem__(name)


def on_the_page(before: bytes, after: bytes = b"") -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.obj.Contents = pdf.make_stream(before + page.obj.Contents.read_bytes() + after)

    return spoil


def of_a_font(change: Callable[[Any], None]) -> Spoil:
    return lambda pdf: change(next(iter(pdf.pages[0].obj.Resources.Font.values())))


def without_its_first_width(font: Any) -> None:
    font.DescendantFonts[0].W = Array([1, Array([7])])


def without_its_texts(font: Any) -> None:
    font.ToUnicode.write(b"/CMapName /none def")


def taken_from_the_tree(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    del document.K[0]


def a_link(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def another_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another"


SPOILT: dict[str, tuple[Spoil, str]] = {
    "heading": (rename("/H2", "/H4"), "a level of headings is left out"),
    "first heading": (rename("/H1", "/H2"), "the first heading is not of level 1"),
    "list": (rename("/L", "/Div"), "LI inside Div"),
    "list item": (rename("/LBody", "/P"), "in LI stands what may not"),
    "cell": (rename("/TD", "/P"), "in TR stands what may not"),
    "row": (lambda pdf: first(pdf, "/TR").__setitem__("/K", Array([])), "a table whose rows are of several widths"),
    "unknown": (rename("/P", "/Verse"), "a tag of no standard kind: Verse"),
    "figure": (without("/Figure", "/Alt"), "a figure without words"),
    "scope": (without("/TH", "/A"), "a heading of a table that does not say of what"),
    "untagged": (on_the_page(b"q 0 0 9 9 re f Q "), "content neither tagged nor set aside"),
    "open": (on_the_page(b"", b" /Artifact BMC"), "content left open"),
    "nobody's": (on_the_page(b"/P <</MCID 999>> BDC EMC "), "content that no tag names"),
    "left out": (taken_from_the_tree, "content that no tag names"),
    "ink": (on_the_page(b"0 0 0 1 k "), "a colour of no known printer"),
    "width": (of_a_font(without_its_first_width), "a letter of another width than its font says"),
    "text": (of_a_font(without_its_texts), "a letter without its text"),
    "no font": (of_a_font(lambda font: font.DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")),
                "a font is not embedded"),
    "link": (a_link, "a link without words"),
    "script": (a_script, "something in it runs, or is enclosed"),
    "title": (another_title, "two titles"),
    "colours": (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "no one says what its colours are"),
    "language": (lambda pdf: pdf.Root.__setitem__("/Lang", "en"), "another language"),
    "tree": (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "no tree of tags"),
    "marked": (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "not marked as tagged"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), SPOILT.values(), ids=SPOILT)
def test_what_is_planted_is_found(sound: bytes, spoil: Spoil, said: str) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        spoil(pdf)
        out = BytesIO()
        pdf.save(out)
    assert said in faults_of(out.getvalue(), "fr")
