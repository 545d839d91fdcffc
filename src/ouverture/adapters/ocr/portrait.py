"""A picture of a face measured: its background, its colours, how high the face is. Nobody is recognised."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from ouverture.adapters.ocr.opening import Unreadable, picture_of
from ouverture.adapters.ocr.recognising import Picture
from ouverture.evidence.checks import Place, Portrait

_SIDE = 600
_BROWS_TO_CHIN = 0.78
"""The detector frames a face from the middle of the forehead to the chin; that is about this share of chin to crown."""


def portrait_of(content: bytes) -> Portrait | None:
    """What can be measured on the picture; None when it cannot be opened."""
    try:
        picture = picture_of(content)
    except Unreadable:
        return None
    height, width = picture.shape[:2]
    small = cv2.resize(picture, None, fx=_SIDE / height, fy=_SIDE / height, interpolation=cv2.INTER_AREA).astype(
        np.uint8
    )
    behind = _behind(small)
    red, green, blue = (round(float(np.median(behind[:, one])) / 255, 3) for one in (2, 1, 0))
    faces = _faces(small)
    return Portrait(
        width=width,
        height=height,
        background=(red, green, blue),
        uneven=round(float(behind.std(axis=0).mean()) / 255, 3),
        colourful=_colourful(small),
        faces=None if faces is None else len(faces),
        face=_chin_to_crown(faces[0], small) if faces and len(faces) == 1 else None,
    )


def _behind(small: Picture) -> NDArray[np.float32]:
    """What stands behind the head: strips along the top and the upper sides."""
    height, width = small.shape[:2]
    band, side = max(1, height // 25), max(1, width // 14)
    strips = (small[:band], small[: height // 3, :side], small[: height // 3, -side:])
    return np.concatenate([strip.reshape(-1, 3) for strip in strips]).astype(np.float32)


def _colourful(small: Picture) -> float:
    saturation = cv2.cvtColor(small, cv2.COLOR_BGR2HSV)[:, :, 1]
    return round(float(np.percentile(saturation, 75)) / 255, 3)


@cache
def _detector() -> cv2.CascadeClassifier | None:
    """The detector that comes inside the package; None in a release that has none."""
    data = Path(cv2.__file__).parent / "data" / "haarcascade_frontalface_alt2.xml"
    return cv2.CascadeClassifier(str(data)) if data.is_file() else None


def _faces(small: Picture) -> list[tuple[int, int, int, int]] | None:
    detector = _detector()
    if detector is None:
        return None
    grey = cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    found = detector.detectMultiScale(grey, scaleFactor=1.05, minNeighbors=6, minSize=(_SIDE // 6, _SIDE // 6))
    return [(int(x), int(y), int(w), int(h)) for x, y, w, h in found]


def _chin_to_crown(face: tuple[int, int, int, int], small: Picture) -> Place:
    x, y, w, h = face
    height, width = small.shape[:2]
    top = max(0.0, y + h - h / _BROWS_TO_CHIN)
    return Place(
        round(x / width, 4), round(top / height, 4), round((x + w) / width, 4), round(min(1.0, (y + h) / height), 4)
    )
