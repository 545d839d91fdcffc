"""A face drawn here, of nobody: an identity photo for pictures and for the measures of a photo."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 700, 900
GREY_WALL, WHITE_WALL = (205, 212, 220), (253, 253, 253)


def identity_photo(wall: tuple[int, int, int] = GREY_WALL) -> bytes:
    """A JPEG of 35 by 45 proportions, the face facing, before a wall of that colour."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), wall)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((110, 790, 590, 1250), fill=(46, 74, 98))
    draw.rectangle((290, 700, 410, 840), fill=(196, 140, 104))
    draw.ellipse((165, 70, 535, 640), fill=(72, 44, 32))
    draw.ellipse((195, 140, 505, 760), fill=(222, 170, 130))
    draw.pieslice((180, 90, 520, 420), 180, 360, fill=(72, 44, 32))
    for middle in (275, 425):
        draw.rectangle((middle - 52, 388, middle + 52, 402), fill=(70, 46, 34))
        draw.ellipse((middle - 40, 425, middle + 40, 465), fill=(245, 240, 235))
        draw.ellipse((middle - 18, 424, middle + 18, 466), fill=(40, 28, 22))
        draw.ellipse((middle - 48, 408, middle + 48, 426), fill=(176, 124, 92))
    draw.polygon(((350, 450), (318, 570), (382, 570)), fill=(206, 150, 112))
    draw.ellipse((318, 556, 336, 574), fill=(130, 84, 62))
    draw.ellipse((364, 556, 382, 574), fill=(130, 84, 62))
    draw.ellipse((285, 632, 415, 662), fill=(158, 76, 72))
    written = BytesIO()
    nearer = picture.crop((40, 30, 660, 827)).resize((WIDTH, HEIGHT))
    nearer.filter(ImageFilter.GaussianBlur(4)).save(written, "JPEG", quality=88)
    return written.getvalue()
