"""What every PDF that leaves must hold, read back from its bytes: the nearest to veraPDF that runs in these tests.

veraPDF is a Java program that no registry we use has. Rules of PDF/UA-1 and PDF/A-2 that a program can decide, checked
here, as far as our papers can break them: the tree of tags (``pdf_tags``: kinds, nesting, headings in order, tables,
lists, figures), each stroke tagged or set aside and each letter with its shape, width and text (``pdf_contents``), and
below the document itself: its language and title, its identifiers, what it says of itself twice said alike, its fonts
inside, its colours, nothing that runs, points outside or is enclosed. Not checked: what only an eye can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from tests.adapters.pdf_contents import faults_of_contents
from tests.adapters.pdf_tags import faults_of_tags

RUNS = frozenset(
    {
        "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/OpenAction", "/AA",
        "/XFA", "/AcroForm", "/Movie", "/Sound", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/NeedsRendering",
    }
)  # fmt: skip
NOT_TO_BE_KEPT = frozenset({"/Alternates", "/OPI", "/TR", "/HTO", "/PS", "/Ref", "/FFilter", "/FDecodeParms", "/Crypt"})
"""Names of what may look otherwise in thirty years, or stands elsewhere (PDF/A-2)."""
FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/RunLengthDecode", "/ASCIIHexDecode", "/ASCII85Decode"})
ANNOTATIONS = frozenset({"/Link"})
DEVICE_SPACES = frozenset({"/DeviceRGB", "/DeviceGray", "/DeviceCMYK"})
PRODUCER_DATES = {"xmp:CreateDate": "/CreationDate", "xmp:ModifyDate": "/ModDate"}


def faults_of(made: bytes, language: str) -> list[str]:
    """What is wrong with a PDF, one short sentence each."""
    with pikepdf.open(BytesIO(made)) as pdf:
        found = [
            *_of_document(pdf, made, language),
            *faults_of_tags(pdf),
            *faults_of_contents(pdf),
            *pdf.check_pdf_syntax(),
        ]
    return list(dict.fromkeys(found))


def _of_document(pdf: pikepdf.Pdf, made: bytes, language: str) -> Iterator[str]:
    root: Any = pdf.Root
    every = [one for one in pdf.objects if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream))]
    for said, wrong in (
        ("not marked as tagged", not root.get("/MarkInfo", {}).get("/Marked")),
        ("suspected not to be tagged well", bool(root.get("/MarkInfo", {}).get("/Suspects"))),
        ("another language", root.get("/Lang") != language),
        ("the title is not shown", not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")),
        ("no outline", "/Outlines" not in root),
        ("an outline of nothing", root.get("/Outlines", {}).get("/First") is None),
        ("something in it runs, or is enclosed", any(RUNS & _said_in(one) for one in every)),
        ("something in it may look otherwise later", any(NOT_TO_BE_KEPT & set(one.keys()) for one in every)),
        ("closed by a password", pdf.is_encrypted),
        ("no identifier of this file", "/ID" not in pdf.trailer),
        ("something before its head, or a head that mail would spoil", not _begins_well(made)),
        ("something after its end", not made.rstrip(b"\r\n").endswith(b"%%EOF")),
        ("a way of writing that is not to be kept", any(not _filters(one) <= FILTERS for one in every)),
    ):  # fmt: skip
        if wrong:
            yield said
    yield from _said_of_itself(pdf)
    yield from _fonts(every)
    yield from _colours(root, every)
    for page in pdf.pages:
        yield from _page(page.obj)


def _said_in(one: Any) -> set[str]:
    return {*one.keys(), *(str(one[name]) for name in ("/S", "/Type", "/Subtype") if name in one)}


def _filters(one: Any) -> set[str]:
    found = one.get("/Filter") if isinstance(one, pikepdf.Stream) else None
    if found is None:
        return set()
    return {str(each) for each in found} if isinstance(found, pikepdf.Array) else {str(found)}


def _begins_well(made: bytes) -> bool:
    first, second = made.split(b"\n", 2)[:2]
    return bool(re.fullmatch(rb"%PDF-1\.[0-7]", first)) and second[:1] == b"%" and all(b > 127 for b in second[1:5])


def _said_of_itself(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The metadata: identifiers of the standards, and the same title and days in both places where they are said."""
    if "/Metadata" not in pdf.Root:
        yield "no metadata"
        return
    if "/Filter" in pdf.Root.Metadata:
        yield "metadata that cannot be read as they are"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        told = {name: said.get(name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "dc:title")}
        days = {name: said.get(name) for name in PRODUCER_DATES}
    if told["pdfuaid:part"] != "1":
        yield "no identifier of PDF/UA-1"
    if told["pdfaid:part"] != "2" or told["pdfaid:conformance"] not in ("A", "B", "U"):
        yield "no identifier of PDF/A-2"
    title = str(pdf.docinfo.get("/Title", ""))
    if not title:
        yield "no title"
    if told["dc:title"] != title:
        yield "two titles"
    for name, other in PRODUCER_DATES.items():
        if days[name] and other in pdf.docinfo and _digits(str(days[name])) != _digits(str(pdf.docinfo[other])):
            yield "two days of making"


def _digits(day: str) -> str:
    return re.sub(r"\D", "", day)[:14]


def _fonts(every: list[Any]) -> Iterator[str]:
    inside = [one for one in every if one.get("/Type") == "/FontDescriptor"]
    if not inside:
        yield "no font embedded"
    if any(not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()) for one in inside):
        yield "a font is not embedded"
    if any("/ToUnicode" not in one for one in every if one.get("/Subtype") == "/Type0"):
        yield "a font without its text"
    if any(one.get("/Type") == "/Font" and one.get("/Subtype") == "/Type3" for one in every):
        yield "a font that is drawn by orders"


def _colours(root: Any, every: list[Any]) -> Iterator[str]:
    intents = [one for one in root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "no one says what its colours are"
        return
    parts = int(intents[0].DestOutputProfile.get("/N", 0))
    pictures = [one for one in every if one.get("/Subtype") == "/Image"]
    spaces = {str(one.get("/ColorSpace")) for one in pictures if isinstance(one.get("/ColorSpace"), pikepdf.Name)}
    if "/DeviceCMYK" in spaces and parts != 4:
        yield "a picture in colours of no known printer"
    if any(one.get("/Interpolate") for one in pictures):
        yield "a picture that is smoothed by whoever shows it"


def _page(page: Any) -> Iterator[str]:
    if page.get("/Tabs", "/S") != "/S":
        yield "a page of no order"
    if "/StructParents" not in page:
        yield "a page whose content leads to no tag"
    for one in page.get("/Annots", []):
        if one.get("/Subtype") not in ANNOTATIONS:
            yield "something on the page that is no link"
        elif not str(one.get("/Contents", "")).strip() or "/StructParent" not in one:
            yield "a link without words"
