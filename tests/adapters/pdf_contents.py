"""What is drawn on the pages of a PDF: each stroke tagged or set aside, each letter with its shape, width and text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from tests.adapters.pdf_tags import tags_of

DRAWS = frozenset(
    {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "INLINE IMAGE"}
)
FOR_A_PRINTER = frozenset({"k", "K"})
NO_TEXT = frozenset({"\x00", "\ufeff", "\ufffe", "\ufffd"})
UNIT = 1000


def faults_of_contents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the drawing, one short sentence each."""
    listed = [mark for root in tags_of(pdf) for tag in root.every() for mark in tag.marks]
    if len(listed) != len(set(listed)):
        yield "a piece of content that is read twice"
    used: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    marks: set[tuple[tuple[int, int], int]] = set()
    for page in pdf.pages:
        drawing = _Drawing(page.obj)
        yield from drawing.faults()
        marks |= {(page.obj.objgen, each) for each in drawing.marks}
        for font, codes in drawing.used.values():
            used.setdefault(font.objgen, (font, set()))[1].update(codes)
    if marks - set(listed):
        yield "content that no tag names"
    if set(listed) - marks:
        yield "a tag of content that is not there"
    for font, codes in used.values():
        yield from _of_font(font, codes)


class _Drawing:
    """One page drawn: the marks of its content and the codes that each font writes."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.marks: set[int] = set()
        self.used: dict[str, tuple[Any, set[int]]] = {}
        self._font = ""

    def faults(self) -> Iterator[str]:
        inside: list[str] = []
        for step in pikepdf.parse_content_stream(self.page):
            name = str(step.operator)
            if name in ("BDC", "BMC"):
                inside.append(self._begun(step.operands))
            elif name == "EMC":
                inside.pop()
            elif name == "Tf":
                self._font = str(step.operands[0])
            elif name in ("Tj", "TJ"):
                self._write(step.operands[0])
            if name in DRAWS and not any(inside):
                yield "content neither tagged nor set aside"
            if "artifact" in inside and "tagged" in inside:
                yield "content both tagged and set aside"
            if name in FOR_A_PRINTER:
                yield "a colour of no known printer"
        if inside:
            yield "content left open"

    def _begun(self, operands: Any) -> str:
        if operands[0] == "/Artifact":
            return "artifact"
        if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
            self.marks.add(int(operands[1].MCID))
            return "tagged"
        return ""

    def _write(self, shown: Any) -> None:
        font = self.page.Resources.Font[self._font]
        codes = self.used.setdefault(self._font, (font, set()))[1]
        for piece in shown if isinstance(shown, pikepdf.Array) else [shown]:
            if isinstance(piece, pikepdf.String):
                raw = bytes(piece)
                codes |= {int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)}


def _of_font(font: Any, codes: set[int]) -> Iterator[str]:
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        yield "a font that is not written by its glyphs"
        return
    if 0 in codes:
        yield "a letter without a shape"
    texts = _texts(font)
    if codes - texts.keys():
        yield "a letter without its text"
    if any(not texts[code] or NO_TEXT & set(texts[code]) for code in codes & texts.keys()):
        yield "a letter whose text is none"
    inner = font.DescendantFonts[0]
    said, drawn = _widths(inner), _drawn(inner)
    if drawn and any(code >= len(drawn) for code in codes):
        yield "a letter that its font does not have"
    if drawn and any(
        abs(said.get(code, int(inner.get("/DW", UNIT))) - drawn[code]) > 1 for code in codes if code < len(drawn)
    ):
        yield "a letter of another width than its font says"


def _texts(font: Any) -> dict[int, str]:
    """The text of each code, by the table that goes with the font."""
    found: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(font.ToUnicode):
        if str(step.operator) in ("endbfchar", "endbfrange"):
            size = 2 if str(step.operator) == "endbfchar" else 3
            for at in range(0, len(step.operands), size):
                first, *rest = step.operands[at : at + size]
                found |= _row(int.from_bytes(bytes(first), "big"), rest)
    return found


def _row(first: int, rest: list[Any]) -> dict[int, str]:
    if len(rest) == 1:
        return {first: bytes(rest[0]).decode("utf-16-be", "replace")}
    last = int.from_bytes(bytes(rest[0]), "big")
    if isinstance(rest[1], pikepdf.Array):
        return {first + at: bytes(one).decode("utf-16-be", "replace") for at, one in enumerate(rest[1])}
    start = bytes(rest[1]).decode("utf-16-be", "replace")
    return {code: start[:-1] + chr(ord(start[-1]) + code - first) for code in range(first, last + 1)}


def _widths(inner: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    row = list(inner.get("/W", []))
    while row:
        first = int(row.pop(0))
        second = row.pop(0)
        if isinstance(second, pikepdf.Array):
            found |= {first + at: float(width) for at, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(row.pop(0)))
    return found


def _drawn(inner: Any) -> list[float]:
    """The width of each glyph as the font inside the PDF has it; none for a font that cannot be opened apart."""
    program = inner.FontDescriptor.get("/FontFile2")
    if program is None:
        return []
    with TTFont(BytesIO(program.read_bytes()), lazy=True) as opened:
        scale = UNIT / opened["head"].unitsPerEm
        metrics = opened["hmtx"].metrics
        return [metrics[name][0] * scale for name in opened.getGlyphOrder()]
