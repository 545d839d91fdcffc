"""A PDF written anew: its pages alone, without scripts, enclosed files, links that act, or who made it with what."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from ouverture.adapters.vault.limits import DOTS_AN_INCH, LONGEST_SIDE, MOST_PAGES
from ouverture.adapters.vault.pictures import page_of
from ouverture.services.papers.vault_ports import CannotTake, Clean, CleanPage

KEPT_OF_A_PAGE = frozenset({
    "/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group",
})  # fmt: skip
"""All that a page needs in order to be seen."""
NEVER_KEPT = (
    "/A", "/AA", "/AF", "/Annots", "/EF", "/EmbeddedFiles", "/JavaScript", "/JS", "/Launch", "/Metadata", "/OpenAction",
    "/OPI", "/PieceInfo", "/Ref", "/URI", "/LastModified",
)  # fmt: skip
"""What acts, encloses, or tells of the maker, wherever it stands. Names of fonts and of pictures are never these."""
OUTSIDE = ("/F", "/FFilter", "/FDecodeParms")
"""Of a stream: that its content is in another file."""
POINTS_AN_INCH = 72
WRONG = (
    pikepdf.PdfError, pikepdf.ForeignObjectError, pypdfium2.PdfiumError, LookupError, ValueError, AttributeError,
    TypeError, RuntimeError, ArithmeticError, OSError,
)  # fmt: skip
"""What the libraries raise for a file that is not what it says: they were made for sound ones."""
MOST_NESTED = 60
END, TAIL = b"%%EOF", 4096
"""How a PDF ends, and within how many last bytes."""


def pages_of_document(content: bytes) -> Clean:
    """The PDF made anew, and each page as a picture drawn from what was made. Raises CannotTake."""
    if END not in content[-TAIL:]:
        raise CannotTake("unreadable")  # half of a file would be taken for all of it
    try:
        made = _made_anew(content)
        return Clean(tuple(_drawn(made)), made)
    except pikepdf.PasswordError as problem:
        raise CannotTake("needs_password") from problem
    except WRONG as problem:
        raise CannotTake("unreadable") from problem


def _made_anew(content: bytes) -> bytes:
    with pikepdf.open(BytesIO(content), suppress_warnings=True) as given, pikepdf.new() as made:
        _check(given)
        _write_fields(given)
        given.flatten_annotations("screen")
        for page in given.pages:
            for name in set(page.obj.keys()) - KEPT_OF_A_PAGE:
                del page.obj[name]
            made.pages.append(page)
        for each in made.objects:
            _clean(each, MOST_NESTED)
        out = BytesIO()
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _write_fields(given: pikepdf.Pdf) -> None:
    """What was typed in a form is part of its page, also where the program that filled it in left it to be drawn."""
    if "/AcroForm" not in given.Root:
        return
    widgets = (one for page in given.pages for one in page.get("/Annots", ()) if one.get("/Subtype") == "/Widget")
    if any("/AP" not in one for one in widgets):
        given.Root.AcroForm.NeedAppearances = True
    given.generate_appearance_streams()


def _check(given: pikepdf.Pdf) -> None:
    pages = len(given.pages)
    if pages > MOST_PAGES:
        raise CannotTake("too_many_pages", MOST_PAGES)
    if not pages:
        raise CannotTake("unreadable")
    if given.Root.get("/NeedsRendering", False):
        raise CannotTake("form_only")


def _clean(each: Any, left: int) -> None:
    """Take out of an object, and of what stands in it, what is never kept; other objects come in their turn."""
    if left == 0:
        raise CannotTake("unreadable")
    if isinstance(each, pikepdf.Array):
        inner: list[Any] = list(each)
    elif isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
        _strip(each)
        inner = [each[name] for name in each.keys()]  # noqa: SIM118 - a PDF dictionary is no Mapping
    else:
        return
    for one in inner:
        if isinstance(one, (pikepdf.Array, pikepdf.Dictionary)) and not one.is_indirect:
            _clean(one, left - 1)


def _strip(each: Any) -> None:
    is_stream = isinstance(each, pikepdf.Stream)
    for name in (*NEVER_KEPT, *(OUTSIDE if is_stream else ())):
        if name in each:
            del each[name]
    if is_stream and _filters(each) == ["/DCTDecode"]:
        bare, parameters = _bare_jpeg(each.read_raw_bytes()), each.get("/DecodeParms")
        each.write(bare, filter=pikepdf.Name.DCTDecode, decode_parms=parameters)


def _filters(stream: Any) -> list[str]:
    found = stream.get("/Filter")
    if found is None:
        return []
    return [str(one) for one in found] if isinstance(found, pikepdf.Array) else [str(found)]


def _bare_jpeg(content: bytes) -> bytes:
    """A JPEG without the notes of the camera; what is no JPEG is left as it is, and drawn or not by others."""
    if content[:2] != b"\xff\xd8":
        return content
    kept, at = [b"\xff\xd8"], 2
    for start, end, mark in _segments(content):
        if not _is_a_note(mark):
            kept.append(content[start:end])
        at = end
    return b"".join((*kept, content[at:]))


def _is_a_note(mark: int) -> bool:
    """A comment, or what a program added: all but the two that say how colours are written."""
    return mark == 0xFE or (0xE1 <= mark <= 0xEF and mark != 0xEE)


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each segment before the dots begins and ends, and its mark."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] not in (0xDA, 0xD9):
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end > len(content):
            return
        yield at, end, content[at + 1]
        at = end


def _drawn(made: bytes) -> Iterator[CleanPage]:
    with pypdfium2.PdfDocument(made) as document:
        for page in document:
            longest = max(page.get_size())
            if longest <= 0:
                raise CannotTake("unreadable")
            scale = min(DOTS_AN_INCH / POINTS_AN_INCH, LONGEST_SIDE / longest)
            yield page_of(page.render(scale=scale).to_pil())
