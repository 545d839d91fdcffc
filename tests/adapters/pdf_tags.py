"""The tree of tags of a PDF, and what PDF/UA-1 wants of it: read aloud, all is said once, in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT",
    "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
})  # fmt: skip
PARENTS = {
    "LI": {"L"}, "Lbl": {"LI", "TOCI", "Note", "BibEntry", "Figure", "Caption", "P"}, "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "TFoot": {"Table"}, "TOCI": {"TOC"},
}  # fmt: skip
"""Inside what an element may stand."""
CHILDREN = {
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
}  # fmt: skip
"""What alone may stand in an element."""
LEVELS = {f"H{level}": level for level in range(1, 7)}


class Tag:
    """One element: its standard type, its children, the marks of content it holds as (page, number)."""

    def __init__(self, node: Any, roles: Any, parent: str, page: Any) -> None:
        self.node, self.parent = node, parent
        self.written = str(node.S)[1:]
        self.kind = _role(self.written, roles)
        page = node.get("/Pg", page)
        self.children: list[Tag] = []
        self.marks: list[tuple[tuple[int, int], int]] = []
        self.objects: list[Any] = []
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                self.marks.append((page.objgen, int(kid)))
            elif kid.get("/Type") == "/MCR":
                self.marks.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                self.objects.append(kid.Obj)
            else:
                self.children.append(Tag(kid, roles, self.kind, page))

    def every(self) -> Iterator[Tag]:
        """This element and all under it, in the order in which they are read."""
        yield self
        for child in self.children:
            yield from child.every()

    def attribute(self, name: str) -> Any:
        """What its attributes say under a name; None when they do not."""
        given = self.node.get("/A", [])
        for one in given if isinstance(given, pikepdf.Array) else [given]:
            if isinstance(one, pikepdf.Dictionary) and name in one:
                return one[name]
        return None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is read in it."""
        return not any(
            one.marks or one.objects or "/ActualText" in one.node or "/Alt" in one.node for one in self.every()
        )


def _role(written: str, roles: Any) -> str:
    seen = set[str]()
    while written not in STANDARD and roles is not None and f"/{written}" in roles and written not in seen:
        seen.add(written)
        written = str(roles[f"/{written}"])[1:]
    return written


def tags_of(pdf: pikepdf.Pdf) -> list[Tag]:
    """The elements at the root of the tree; none when there is no tree."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return []
    kids: Any = root.get("/K", [])
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [Tag(one, root.get("/RoleMap"), "", None) for one in listed]


def faults_of_tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the tree, one short sentence each."""
    roots = tags_of(pdf)
    every = [tag for root in roots for tag in root.every()]
    if not every:
        yield "no tree of tags"
        return
    if [one.kind for one in roots] != ["Document"]:
        yield "the tree is not one document"
    for tag in every:
        yield from _of_one(tag)
    yield from _headings([LEVELS[tag.kind] for tag in every if tag.kind in LEVELS])
    if any(tag.kind == "H" for tag in every):
        yield "headings of two sorts"
    names = [str(tag.node.ID) for tag in every if "/ID" in tag.node]
    if len(names) != len(set(names)):
        yield "two elements with one identifier"


def _of_one(tag: Tag) -> Iterator[str]:
    if tag.kind not in STANDARD:
        yield f"a tag of no standard kind: {tag.written}"
    if tag.written in STANDARD and tag.written != tag.kind:
        yield f"a standard tag taken for another: {tag.written}"
    if tag.kind in PARENTS and tag.parent not in PARENTS[tag.kind]:
        yield f"{tag.kind} inside {tag.parent or 'nothing'}"
    if tag.kind in CHILDREN and any(child.kind not in CHILDREN[tag.kind] for child in tag.children):
        yield f"in {tag.kind} stands what may not"
    if tag.kind in CHILDREN and tag.marks:
        yield f"in {tag.kind} stands text outside its parts"
    if tag.kind in {"Figure", "Formula"} and not str(tag.node.get("/Alt", tag.node.get("/ActualText", ""))).strip():
        yield "a figure without words"
    if tag.kind == "Figure" and tag.attribute("/BBox") is None:
        yield "a figure without its place"
    if tag.kind == "TH" and str(tag.attribute("/Scope")) not in ("/Column", "/Row", "/Both"):
        yield "a heading of a table that does not say of what"
    if tag.kind == "Table":
        yield from _table(tag)
    if tag.kind in {*LEVELS, "LI", "LBody", "Link"} and tag.is_empty:
        yield f"an empty {tag.kind}"
    if "/Lang" in tag.node and not 2 <= len(str(tag.node.Lang)) <= 10:
        yield "a language that is none"


def _table(table: Tag) -> Iterator[str]:
    rows = [tag for tag in table.every() if tag.kind == "TR"]
    widths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in row.children) for row in rows}
    if len(widths) > 1 and not any(cell.attribute("/RowSpan") for row in rows for cell in row.children):
        yield "a table whose rows are of several widths"
    if not any(tag.kind == "TH" for tag in table.every()):
        yield "a table without headers"
    if rows and all(tag.is_empty for row in rows for tag in row.children if tag.kind == "TH"):
        yield "a table whose headers say nothing"


def _headings(levels: list[int]) -> Iterator[str]:
    if not levels:
        yield "no heading"
    elif levels[0] != 1:
        yield "the first heading is not of level 1"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "a level of headings is left out"
