"""A finger over an edge of the sheet is seen, whatever its tone and the desk; none is seen where there is none."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import pytest

from ouverture.adapters.ocr.finger import finger_on
from ouverture.evidence.checks import Line, PaperRead, Place, Quality, Read, findings
from tests.evidence.checks.pages import GOOD, case
from tests.papers_drawn import scans
from tests.papers_drawn.scans import Picture

ROWS = ("QUITTANCE DE LOYER", "Loyer du mois de septembre 2026", "Locataire : Hannah Whitfield")
TONES = ((90, 56, 37), (141, 85, 36), (205, 150, 125), (241, 194, 125), (255, 219, 172))
DESKS = ((150, 110, 70), (60, 90, 120))
TOPS = {"left": (0.0, 0.5), "right": (1.0, 0.4), "bottom": (0.5, 1.0)}


def photographed(desk: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch) -> Picture:
    """A sheet on a desk, as a phone sees it, small."""
    monkeypatch.setattr(scans, "_DESKS", (desk,))
    page = scans.photographed(scans.drawn(ROWS, Random(3)), Random(3))
    return cv2.resize(page, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA).astype(np.uint8)


def held(page: Picture, tone: tuple[int, int, int], side: str) -> Picture:
    """The same with a fingertip over that side."""
    height, width = page.shape[:2]
    middle = (int(TOPS[side][0] * width), int(TOPS[side][1] * height))
    mask = np.zeros((height, width), np.float32)
    cv2.ellipse(mask, middle, (width // 7, height // 14) if side != "bottom" else (width // 14, height // 8), 8, 0, 360,
                1, -1)  # fmt: skip
    soft = cv2.GaussianBlur(mask, (0, 0), 3)[:, :, None]
    return (page * (1 - soft) + np.array(tone, np.float32) * soft).clip(0, 255).astype(np.uint8)


@pytest.mark.parametrize("desk", DESKS)
def test_a_finger_of_any_tone_is_seen_and_a_sheet_without_one_has_none(
    desk: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = photographed(desk, monkeypatch)
    assert finger_on(_as_read(page)) is None
    missed = [(tone, side) for tone in TONES for side in TOPS if finger_on(_as_read(held(page, tone, side))) is None]
    assert len(missed) <= 1, missed


def _as_read(page: Picture) -> Picture:
    """Under a warm lamp, and in the order of colours of the reader."""
    lit = (page * np.array((1, 0.93, 0.82), np.float32)).clip(0, 255).astype(np.uint8)
    return cv2.cvtColor(lit, cv2.COLOR_RGB2BGR).astype(np.uint8)


@pytest.mark.parametrize("quality", [GOOD, GOOD._replace(finger=Place(0, 0.4, 0.1, 0.5))])
def test_a_page_with_a_finger_is_to_be_looked_at_and_never_refused_for_it(quality: Quality) -> None:
    lines = tuple(Line(row, Place(0.1, 0.1, 0.9, 0.2)) for row in ROWS)
    read = PaperRead((Read(1, lines, "picture", quality),))
    (found,) = (one for one in findings({"proof_of_address": read}, case()) if one.check == "legible")
    assert found.outcome == ("inconclusive" if quality.finger else "passed")
    assert found.place == quality.finger
