"""Letters recognised on a picture, whichever way it was held: lines with their places on the upright page."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ouverture.evidence.checks import Line, Place

Picture = NDArray[np.uint8]
_LONGEST_SIDE = 1800
"""Pixels: letters of a page are then twenty high, which the recogniser reads as well as larger ones."""
_LOOKED_AT = 1120
"""Pixels of the longest side when lines are looked for: letters are then read at the full size."""
_TALL = 1.3
_GUESSED = 0.75
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Recognised:
    """The page upright, by how many degrees it was turned clockwise for that, and its lines from top to bottom."""

    picture: Picture
    turned: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    corners: NDArray[np.float32]
    text: str
    sure: float


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    threads = min(2, os.cpu_count() or 1)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": _LONGEST_SIDE,
            "Global.text_score": 0.3,
            "Det.limit_type": "max",
            "Det.limit_side_len": _LOOKED_AT,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def recognise(picture: Picture) -> Recognised:
    """The lines of a picture of a page. A page on its side or upside down is turned and read once more, at most."""
    page = _no_larger(picture)
    found = _look(page)
    turned = 0
    if _stands_on_its_side(found):
        page, turned = cv2.rotate(page, cv2.ROTATE_90_COUNTERCLOCKWISE).astype(np.uint8), 270
        found = _look(page)
    if found and _mark(found) < _GUESSED:
        other = cv2.rotate(page, cv2.ROTATE_180).astype(np.uint8)
        again = _look(other)
        if _mark(again) > _mark(found):
            page, turned, found = other, (turned + 180) % 360, again
    return Recognised(page, turned, _in_order(found, page.shape[1], page.shape[0]))


def _no_larger(picture: Picture) -> Picture:
    scale = _LONGEST_SIDE / max(picture.shape[:2])
    if scale >= 1:
        return picture
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)


def _look(page: Picture) -> list[_Found]:
    seen = _engine()(page)
    if seen.boxes is None:
        return []
    rows = zip(seen.boxes, seen.txts, seen.scores, strict=True)
    return [
        _Found(np.asarray(box, np.float32), str(text), float(score)) for box, text, score in rows if str(text).strip()
    ]


def _mark(found: list[_Found]) -> float:
    """How sure the recogniser is of the page: the usual mark of lines long enough to tell."""
    marks = [one.sure for one in found if len(one.text) >= _FEWEST_LETTERS]
    return median(marks) if marks else 0.0


def _sides(one: _Found) -> tuple[float, float]:
    across = float(np.linalg.norm(one.corners[1] - one.corners[0]))
    down = float(np.linalg.norm(one.corners[3] - one.corners[0]))
    return across, down


def _stands_on_its_side(found: list[_Found]) -> bool:
    """Whether most lines long enough to tell are taller than wide."""
    shapes = [_sides(one) for one in found if len(one.text) >= _FEWEST_LETTERS]
    return sum(down > _TALL * across for across, down in shapes) * 2 > len(shapes)


def _in_order(found: list[_Found], width: int, height: int) -> tuple[Line, ...]:
    """The lines from top to bottom along the slant of the page, then from left to right."""
    slant = median([_slant(one) for one in found]) if found else 0.0
    tall = median([_sides(one)[1] for one in found]) if found else 1.0

    def row(one: _Found) -> tuple[int, float]:
        x, y = one.corners.mean(axis=0)
        return round(float(y * np.cos(slant) - x * np.sin(slant)) / max(tall, 1.0)), float(x)

    return tuple(
        Line(one.text, _place(one.corners, width, height), round(one.sure, 3)) for one in sorted(found, key=row)
    )


def _slant(one: _Found) -> float:
    across = one.corners[1] - one.corners[0]
    return float(np.arctan2(across[1], across[0]))


def _place(corners: NDArray[np.float32], width: int, height: int) -> Place:
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Place(
        *(
            round(min(1.0, max(0.0, float(edge))), 4)
            for edge in (left / width, top / height, right / width, bottom / height)
        )
    )
