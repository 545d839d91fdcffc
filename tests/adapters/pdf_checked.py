"""What every PDF that leaves must hold, read back from its bytes: the nearest to veraPDF that runs in these tests.

veraPDF is a Java program, not fetched here. Checked: the tree of tags and its marks, the language, the title and that
it is shown, the identifiers of PDF/UA-1 and PDF/A-2, every font embedded, a text behind every glyph, words for each
figure, no script, no file inside, nothing that runs, an outline, tables with headers.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

RUNS = frozenset(
    {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/OpenAction", "/AA"}
)
HEADINGS = frozenset({"/H1", "/H2", "/H3"})


def faults_of(made: bytes, language: str) -> list[str]:
    """What is wrong with a PDF, one short sentence each."""
    reader = PdfReader(BytesIO(made))
    root: Any = reader.trailer["/Root"]
    tags = list(_tags(root.get("/StructTreeRoot")))
    return [said for said, wrong in _checks(reader, root, tags, language) if wrong]


def _checks(reader: PdfReader, root: Any, tags: list[Any], language: str) -> Iterator[tuple[str, bool]]:
    meta = root["/Metadata"].get_object().get_data().decode()
    every = list(_objects(reader))
    fonts = [one for one in every if one.get("/Type") == "/FontDescriptor"]
    kinds = {one.get("/S") for one in tags}
    yield "not marked as tagged", not root.get("/MarkInfo", {}).get("/Marked")
    yield "no tree of tags", not tags
    yield "another language", root.get("/Lang") != language
    yield "no title", not (reader.metadata and reader.metadata.title)
    yield "the title is not shown", not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
    yield "no identifier of PDF/UA-1", "<pdfuaid:part>1<" not in meta
    yield "no identifier of PDF/A-2", "<pdfaid:part>2<" not in meta
    yield "no font embedded", not fonts
    yield "a font is not embedded", any(not {"/FontFile", "/FontFile2", "/FontFile3"} & one.keys() for one in fonts)
    yield "a font without its text", any("/ToUnicode" not in one for one in every if one.get("/Subtype") == "/Type0")
    yield "a figure without words", any(one.get("/S") == "/Figure" and not one.get("/Alt") for one in tags)
    yield "something in it runs", any(RUNS & one.keys() or one.get("/S") in RUNS for one in every)
    yield "no heading", not HEADINGS & kinds
    yield "no outline", "/Outlines" not in root
    yield "a table without headers", "/Table" in kinds and "/TH" not in kinds
    yield "a page of no order", any(page.get("/Tabs") not in (None, "/S") for page in reader.pages)


def _tags(node: Any) -> Iterator[Any]:
    """Every element of the tree of tags."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        yield from _tags(node.get("/K"))


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject):
            yield found
