"""A photograph made anew: turned as it was held, without position, device, author or anything that is no dot."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from ouverture.adapters.vault.kinds import Kind
from ouverture.adapters.vault.limits import LEAST_SIDE, LONGEST_SIDE, MOST_DOTS, SMALL_SIDE
from ouverture.services.papers.vault_ports import CannotTake, CleanPage

QUALITY, SMALL_QUALITY = 85, 70
_FORMATS: dict[Kind, str] = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}

Image.MAX_IMAGE_PIXELS = 4 * MOST_DOTS
"""Pillow's own guard stands behind ours."""


def page_of_photograph(content: bytes, kind: Kind) -> CleanPage:
    """The photograph as a page; raises CannotTake before it is opened when it has too many dots, or too few."""
    try:
        with Image.open(BytesIO(content), formats=[_FORMATS[kind]]) as photograph:
            width, height = photograph.size
            if width * height > MOST_DOTS:
                raise CannotTake("too_many_dots", MOST_DOTS // 1_000_000)
            if max(width, height) < LEAST_SIDE:
                raise CannotTake("too_small", LEAST_SIDE)
            photograph.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return page_of(ImageOps.exif_transpose(photograph))
    except Image.DecompressionBombError as problem:
        raise CannotTake("too_many_dots", MOST_DOTS // 1_000_000) from problem
    except (OSError, ValueError, SyntaxError) as problem:
        raise CannotTake("unreadable") from problem


def page_of(picture: Image.Image) -> CleanPage:
    """A picture as a page: in colour on white, no larger than is kept, and the same small."""
    plain = _on_white(picture)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    small = plain.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    return CleanPage(_written(plain, QUALITY), _written(small, SMALL_QUALITY), *plain.size)


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def _written(picture: Image.Image, quality: int) -> bytes:
    picture.info = {}  # a comment would be carried over
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()
