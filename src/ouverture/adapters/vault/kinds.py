"""What a file is, from its content alone: a name and a type that came with it prove nothing."""

from __future__ import annotations

from typing import Literal

from ouverture.services.papers.vault_ports import CannotTake, Trouble

Kind = Literal["pdf", "jpeg", "png", "webp"]
HEAD = 1024
"""Bytes in which a PDF may begin: what readers of PDF allow."""
_PICTURES: tuple[tuple[bytes, Kind], ...] = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"))
_REFUSED: tuple[tuple[bytes, Trouble], ...] = (
    (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"), (b"II+\x00", "tiff"), (b"MM\x00+", "tiff"),
    (b"GIF8", "moving"), (b"BM", "drawing"), (b"PK\x03\x04", "archive"), (b"PK\x05\x06", "archive"),
    (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"), (b"{\\rtf", "office"), (b"MZ", "program"), (b"\x7fELF", "program"),
    (b"#!", "program"),
)  # fmt: skip
_OFFICE = (b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis")
"""What stands in the first bytes of an office document, which is an archive."""
_STILL = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


def kind_of(content: bytes) -> Kind:
    """The kind of a file that can be taken; raises CannotTake for every other, with what it is where that is known."""
    head = content[:HEAD]
    if not head.strip(b"\x00\t\r\n\f "):
        raise CannotTake("empty")
    for start, kind in _PICTURES:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in head and not _refused(head):
        return "pdf"
    raise CannotTake(_refused(head) or _words(head))


def _refused(head: bytes) -> Trouble | None:
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in _STILL else "moving"
    found = next((trouble for start, trouble in _REFUSED if head.startswith(start)), None)
    return "office" if found == "archive" and any(mark in head for mark in _OFFICE) else found


def _words(head: bytes) -> Trouble:
    """What a text is: a drawing and a page of the web are both written in words."""
    text = head.lower()
    if b"<svg" in text or b"<!doctype svg" in text:
        return "drawing"
    if b"<html" in text or b"<!doctype html" in text or b"<script" in text:
        return "web_page"
    return "drawing" if text.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") else "unknown"
