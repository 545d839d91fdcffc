"""Lines of text drawn as a scanner or a phone would give them: fonts, slant, noise, light, perspective, and damage."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Picture = NDArray[np.uint8]
Damage = Literal["", "blurred", "dark", "glare", "cut"]
WIDTH, HEIGHT = 1000, 1414
_OURS = ("sans-regular.ttf", "sans-bold.ttf")
_MACHINES = (
    "liberation/LiberationSans-Regular.ttf", "liberation/LiberationSerif-Regular.ttf", "dejavu/DejaVuSans.ttf",
    "dejavu/DejaVuSerif.ttf", "liberation/LiberationSansNarrow-Regular.ttf",
)  # fmt: skip
_DESKS = ((70, 52, 40), (58, 62, 70), (40, 58, 48))


def fonts() -> list[str]:
    """The fonts at hand: ours, and those of the machine that it has."""
    ours = [str(files("ouverture.adapters.pdf").joinpath("fonts", name)) for name in _OURS]
    return ours + [str(path) for name in _MACHINES if (path := Path("/usr/share/fonts/truetype", name)).is_file()]


def drawn(lines: tuple[str, ...], chance: Random) -> Picture:
    """A sheet with these lines, printed."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(sheet)
    face, top = chance.choice(fonts()), chance.randint(80, 160)
    for row, text in enumerate(lines):
        machine = "<<" in text
        size = 26 if machine else chance.randint(24, 30)
        font = ImageFont.truetype(fonts()[0] if machine else face, size)
        pen.text((60 if machine else chance.choice((70, 70, 90)), top), text, font=font, fill=(20, 20, 30))
        top += chance.randint(52, 72) if row + 1 < len(lines) and "<<" not in lines[row + 1] else 44
    return np.asarray(sheet).astype(np.uint8)


def scanned(sheet: Picture, chance: Random) -> Picture:
    """As a flatbed gives it: a little slant, a little grain."""
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), chance.uniform(-2.5, 2.5), 1)
    flat = cv2.warpAffine(sheet, turn, (WIDTH, HEIGHT), borderValue=(255, 255, 255)).astype(np.uint8)
    return _grain(flat, chance, chance.uniform(2, 9))


def photographed(sheet: Picture, chance: Random, *, cut: bool = False) -> Picture:
    """As a phone gives it: on a desk, in perspective, under a lamp to one side, held any way."""
    width, height = 1160, 1580
    margin = [(chance.uniform(25, 75), chance.uniform(25, 75)) for _ in range(4)]
    (a, b), (c, d), (e, f), (g, h) = margin
    corners = [[a, b], [width - c, d], [width - e, height - f], [g, height - h]]
    if cut:
        corners[2] = [width + 190, height + 150]
    source = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    warp = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    desk = chance.choice(_DESKS)
    seen = cv2.warpPerspective(sheet, warp, (width, height), borderValue=desk).astype(np.float32)
    lamp = np.linspace(chance.uniform(0.72, 0.85), chance.uniform(0.86, 0.94), width, dtype=np.float32)
    lit = _grain((seen * lamp[None, :, None]).clip(0, 255).astype(np.uint8), chance, chance.uniform(2, 7))
    return np.rot90(lit, chance.choice((0, 0, 0, 1, 2, 3))).astype(np.uint8)


def damaged(picture: Picture, damage: Damage, chance: Random) -> Picture:
    """The same with what keeps a page from being read. "cut" is made when the page is photographed."""
    if damage == "blurred":
        return cv2.GaussianBlur(picture, (0, 0), chance.uniform(4.5, 6)).astype(np.uint8)
    if damage == "dark":
        return (picture.astype(np.float32) * chance.uniform(0.18, 0.28)).astype(np.uint8)
    if damage == "glare":
        return _glare(picture, chance)
    return picture


def as_file(picture: Picture) -> bytes:
    """The picture as a JPEG."""
    _, written = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 78])
    return bytes(written)


def _grain(picture: Picture, chance: Random, strength: float) -> Picture:
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, strength, (*picture.shape[:2], 1))
    return (picture + noise).clip(0, 255).astype(np.uint8)


def _glare(picture: Picture, chance: Random) -> Picture:
    height, width = picture.shape[:2]
    x, y = int(width * chance.uniform(0.3, 0.6)), int(height * chance.uniform(0.2, 0.4))
    spot = np.zeros((height, width), np.float32)
    cv2.ellipse(spot, (x, y), (width // 5, height // 12), chance.uniform(0, 40), 0, 360, 1, -1)
    soft = cv2.GaussianBlur(spot, (0, 0), 18)[:, :, None]
    return (picture * (1 - soft) + 262 * soft).clip(0, 255).astype(np.uint8)
