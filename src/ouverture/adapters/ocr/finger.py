"""A finger that holds the sheet and hides an edge of it: something of the colour of skin that comes in there."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ouverture.adapters.ocr.recognising import Picture
from ouverture.evidence.checks import Place

_SIDE = 300
"""Pixels of the longer side on which it is looked for."""
_REDDER, _BLUER = (1.13, 2.0), (0.35, 0.95)
"""Of skin of any tone under any lamp, once the paper is taken for white: red and blue beside green."""
_DARKEST = 30
"""Of 255: darker, and colours are noise."""
_PAPER = (0.88, 1.14)
"""Red and blue beside green, of the paper itself."""
_LIT = 0.62
"""Of the paper's usual brightness: darker is no bare paper."""
_SMALLEST, _LARGEST = 0.004, 0.10
"""Of the sheet."""
_WIDEST = 0.12
"""Of the way around the sheet: a band printed along a side is wider, and so is the shadow of a desk."""
_REACHES = 0.03
"""Of the longer side, how far in it comes."""

Mask = NDArray[np.uint8]


def finger_on(page: Picture) -> Place | None:
    """Where a finger seems to lie; None without one, or where the sheet cannot be told from what lies behind."""
    scale = _SIDE / max(page.shape[:2])
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    paper, skin = _paper_and_skin(small)
    sheet = _hull(paper)
    if sheet is None:
        return None
    inside = cv2.morphologyEx(skin & sheet, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    edge = sheet - cv2.erode(sheet, np.ones((5, 5), np.uint8), borderValue=0)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inside.astype(np.uint8))
    for one in range(1, count):
        x, y, w, h, area = (int(each) for each in stats[one])
        along = float((edge[labels == one] > 0).sum()) / float(edge.sum())
        if _SMALLEST < area / sheet.sum() < _LARGEST and 0 < along < _WIDEST and min(w, h) > _REACHES * _SIDE:
            height, width = sheet.shape
            return Place(*(round(each, 4) for each in (x / width, y / height, (x + w) / width, (y + h) / height)))
    return None


def _paper_and_skin(small: Picture) -> tuple[Mask, Mask]:
    """What is bare paper, and what has the colour of skin beside the paper's own white."""
    seen = cv2.GaussianBlur(small, (0, 0), 1.5).astype(np.float32)
    bright = seen.max(axis=2)
    white = np.median(seen[bright >= np.percentile(bright, 70)], axis=0)
    blue, green, red = cv2.split(seen / np.maximum(white, 1.0))
    redder, bluer = red / np.maximum(green, 0.01), blue / np.maximum(green, 0.01)
    skin = _between(redder, _REDDER) & _between(bluer, _BLUER) & (bright > _DARKEST)
    paper = _between(redder, _PAPER) & _between(bluer, _PAPER) & (green > _LIT)
    return paper.astype(np.uint8), skin.astype(np.uint8)


def _between(values: NDArray[np.float32], limits: tuple[float, float]) -> NDArray[np.bool_]:
    return (values > limits[0]) & (values < limits[1])


def _hull(paper: Mask) -> Mask | None:
    """The sheet, with what lies over it; None when there is no sheet to speak of."""
    found, _ = cv2.findContours(paper, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(found, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < paper.size / 4:
        return None
    drawn = np.zeros_like(paper)
    cv2.fillConvexPoly(drawn, cv2.convexHull(largest), 1)
    return cv2.erode(drawn, np.ones((5, 5), np.uint8), borderValue=0).astype(np.uint8)
