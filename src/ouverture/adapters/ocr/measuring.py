"""How well the picture of a page can be seen: sharpness, light, contrast, glare, corners, size of the letters."""

from __future__ import annotations

from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from ouverture.adapters.ocr.finger import finger_on
from ouverture.adapters.ocr.recognising import Picture
from ouverture.evidence.checks import Line, Place, Quality

_USUAL_LETTER = 24
"""Pixels. A blur is judged against the letters it spreads: the same one hurts small letters more."""
_BURNT, _SMALLEST_GLARE, _LARGEST_GLARE = 252, 0.006, 0.35
_BRIGHTEST_PAPER = 243
"""Of 255: on brighter paper a burnt-out spot cannot be told from the paper itself."""
_BEHIND_AT_LEAST, _BEHIND_AT_MOST = 0.02, 0.7
_UNLIKE = 45
"""Of 255: how much darker than the sheet what lies behind it must be for its edges to be told."""
_MOST_LINES = 40


def measure(page: Picture, lines: tuple[Line, ...]) -> Quality:
    """The quality of an upright page whose lines were recognised."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(np.uint8)
    height, width = grey.shape
    crops = [crop for line in lines[:_MOST_LINES] if (crop := _crop(grey, line.place)).size]
    paper = _paper(grey, crops)
    letter = median([(line.place.bottom - line.place.top) * height for line in lines]) if lines else 0.0
    return Quality(
        width=width,
        height=height,
        sharp=_sharp(crops, letter),
        bright=round(paper / 255, 3),
        contrast=round(median([_contrast(crop) for crop in crops]), 3) if crops else 0.0,
        glare=_glare(grey, paper),
        cut=_cut(grey),
        letter=round(letter, 1),
        finger=finger_on(page),
    )


def _crop(grey: Picture, place: Place) -> Picture:
    height, width = grey.shape
    return grey[
        int(place.top * height) : int(place.bottom * height), int(place.left * width) : int(place.right * width)
    ]


def _paper(grey: Picture, crops: list[Picture]) -> float:
    """The paper's own brightness (0 to 255): around the letters, or of the brighter half without any."""
    if crops:
        return float(median([float(np.percentile(crop, 90)) for crop in crops]))
    return float(np.percentile(grey, 75))


def _contrast(crop: Picture) -> float:
    return float(np.percentile(crop, 92) - np.percentile(crop, 3)) / 255


def _sharp(crops: list[Picture], letter: float) -> float:
    """The steepest steps from ink to paper, as a share of a full step, for letters of the usual height."""
    steps = [_steepness(crop) for crop in crops if min(crop.shape) > 2]
    if not steps:
        return 0.0
    return round(min(1.0, median(steps) * letter / _USUAL_LETTER), 3)


def _steepness(crop: Picture) -> float:
    values = crop.astype(np.float32)
    across, down = np.abs(np.diff(values, axis=1)), np.abs(np.diff(values, axis=0))
    span = max(1.0, float(np.percentile(crop, 92) - np.percentile(crop, 3)))
    return float(max(np.percentile(across, 98), np.percentile(down, 98))) / span


def _glare(grey: Picture, paper: float) -> Place | None:
    """The largest burnt-out spot, on paper dark enough to tell."""
    if paper > _BRIGHTEST_PAPER:
        return None
    burnt = cv2.morphologyEx((grey >= _BURNT).astype(np.uint8), cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(burnt)
    height, width = grey.shape
    spots = [tuple(int(each) for each in stats[one]) for one in range(1, count)]
    large = [spot for spot in spots if _SMALLEST_GLARE < spot[4] / grey.size < _LARGEST_GLARE]
    if not large:
        return None
    x, y, w, h, _ = max(large, key=lambda spot: spot[4])
    return Place(round(x / width, 4), round(y / height, 4), round((x + w) / width, 4), round((y + h) / height, 4))


def _cut(grey: Picture) -> int | None:
    """How many corners of the picture show the sheet, where what lies behind it can be told from it.

    A whole sheet has something behind it at all four corners of the picture.
    """
    small: NDArray[np.uint8] = cv2.GaussianBlur(
        cv2.resize(grey, (200, 200), interpolation=cv2.INTER_AREA), (0, 0), 3
    ).astype(np.uint8)
    _, mask = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark, light = small[mask == 0], small[mask > 0]
    if not dark.size or not light.size or float(light.mean()) - float(dark.mean()) < _UNLIKE:
        return None
    behind = _reached_from_the_border(mask == 0)
    if not _BEHIND_AT_LEAST < behind.mean() < _BEHIND_AT_MOST:
        return None
    corners = (behind[:6, :6], behind[:6, -6:], behind[-6:, :6], behind[-6:, -6:])
    return sum(not corner.any() for corner in corners)


def _reached_from_the_border(dark: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The dark parts that touch the border of the picture: what lies behind the sheet, and no print on it."""
    _, labels = cv2.connectedComponents(dark.astype(np.uint8))
    border = np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1]))
    return np.isin(labels, np.unique(border[border > 0])) & dark
