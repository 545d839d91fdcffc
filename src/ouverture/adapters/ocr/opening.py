"""Files opened within limits: the pages of a PDF, with the text they carry, and pictures, held as they were taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

import cv2
import numpy as np

from ouverture.adapters.ocr.recognising import Picture
from ouverture.evidence.checks import Line, Place
from ouverture.text import Text

MOST_PAGES = 20
MOST_PIXELS = 60_000_000
_DOTS_PER_POINT = 200 / 72
_FEWEST_LETTERS = 20
"""A page with less text than this is a picture with a stamp on it: it is read as a picture."""


class Unreadable(Exception):
    """A file that cannot be opened; ``text`` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Opened:
    """A page: a picture of it, and its own text where it has one."""

    picture: Picture
    lines: tuple[Line, ...] = ()


NOT_A_PAPER = Text(
    "Ce fichier n'est ni un PDF ni une image que nous savons ouvrir. Envoyez un PDF, un JPEG ou un PNG.",
    "This file is neither a PDF nor a picture that we can open. Send a PDF, a JPEG or a PNG.",
)
LOCKED = Text(
    "Ce PDF demande un mot de passe. Enregistrez-en une copie sans mot de passe, ou photographiez la page.",
    "This PDF asks for a password. Save a copy without one, or photograph the page.",
)
TOO_LARGE = Text(
    "Cette image est trop grande pour être ouverte. Photographiez une page à la fois.",
    "This picture is too large to be opened. Photograph one page at a time.",
)
MORE_PAGES = Text(
    f"Seules les {MOST_PAGES} premières pages ont été lues. Envoyez les autres à part.",
    f"Only the first {MOST_PAGES} pages were read. Send the others separately.",
)


def pages_of(content: bytes) -> Iterator[Opened]:
    """The pages of one file; raises Unreadable. No more than MOST_PAGES are opened."""
    if content.lstrip()[:5] == b"%PDF-" or b"%PDF-" in content[:1024]:
        yield from _of_pdf(content)
    else:
        yield Opened(picture_of(content))


def picture_of(content: bytes) -> Picture:
    """A picture as it was held when it was taken; raises Unreadable before decoding what is too large."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as found:
            if found.width * found.height > MOST_PIXELS:
                raise Unreadable(TOO_LARGE)
            upright = ImageOps.exif_transpose(found).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as unknown:
        raise Unreadable(NOT_A_PAPER) from unknown
    return cv2.cvtColor(np.asarray(upright), cv2.COLOR_RGB2BGR).astype(np.uint8)


def _of_pdf(content: bytes) -> Iterator[Opened]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as broken:
        raise Unreadable(LOCKED if "password" in str(broken).lower() else NOT_A_PAPER) from broken
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        lines = tuple(_written_lines(page))
        has_text = sum(len(line.text) for line in lines) >= _FEWEST_LETTERS
        yield Opened(_drawn(page), lines if has_text else ())


def _drawn(page: object) -> Picture:
    width, height = page.get_size()  # type: ignore[attr-defined]
    scale = min(_DOTS_PER_POINT, (MOST_PIXELS / 4 / max(width * height, 1)) ** 0.5)
    drawn = page.render(scale=scale).to_numpy()  # type: ignore[attr-defined]
    picture = drawn if drawn.ndim == 3 else cv2.cvtColor(drawn, cv2.COLOR_GRAY2BGR)
    return np.ascontiguousarray(picture[:, :, :3]).astype(np.uint8)


def _written_lines(page: object) -> Iterator[Line]:
    """The text a page carries, its pieces on one height joined, from top to bottom."""
    width, height = page.get_size()  # type: ignore[attr-defined]
    pieces = sorted(_pieces(page), key=lambda piece: (-round(piece[0][3]), piece[0][0]))
    for _, row in groupby(pieces, key=lambda piece: round(piece[0][3])):
        parts = list(row)
        boxes = [box for box, _ in parts]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        place = Place(left / width, 1 - top / height, right / width, 1 - bottom / height)
        yield Line(" ".join(text for _, text in parts), Place(*(round(min(1.0, max(0.0, edge)), 4) for edge in place)))


def _pieces(page: object) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    text = page.get_textpage()  # type: ignore[attr-defined]
    for one in range(text.count_rects()):
        box = text.get_rect(one)
        if written := " ".join(text.get_text_bounded(*box).split()):
            yield box, written
