"""How well a page is seen, on sheets drawn here: no letter is recognised."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import pytest

from ouverture.adapters.ocr.measuring import measure
from ouverture.evidence.checks import Line, PaperRead, Place, Quality, Read, findings
from tests.evidence.checks.pages import case
from tests.papers_drawn.scans import HEIGHT, WIDTH, Damage, Picture, damaged, drawn, photographed

ROWS = (
    "QUITTANCE DE LOYER",
    "Loyer du mois de septembre 2026",
    "Locataire : Hannah Whitfield",
    "Total payé : 600,00 €",
)


def lines_of(page: Picture) -> tuple[Line, ...]:
    """The rows of dark ink of an upright page, as a reader would place them."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    height, width = grey.shape
    inside = grey[height // 20 : height // 2, width // 10 : width * 2 // 3]
    inked = (inside < inside.max() * 0.6).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inked.astype(int), [0]))))
    rows = [
        (a + height // 20 - 3, b + height // 20 + 3) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 8
    ]
    return tuple(Line("Loyer du mois", Place(0.1, a / height, 0.5, b / height), 0.99) for a, b in rows)


def seen(page: Picture) -> Quality:
    lines = lines_of(page)
    assert lines
    return measure(page, lines)


def verdict(quality: Quality) -> str:
    read = PaperRead((Read(1, tuple(Line(row, Place(0, 0, 1, 1), 0.99) for row in ROWS), "picture", quality),))
    (found,) = (one for one in findings({"proof_of_address": read}, case()) if one.check == "legible")
    return f"{found.outcome}: {found.reason.en}"


def upright_photo(chance: Random, *, cut: bool = False) -> Picture:
    """A sheet on a desk; turned until it stands upright, as the reader would."""
    page = photographed(drawn(ROWS, chance), chance, cut=cut)
    return next(turned for turned in (np.rot90(page, k).astype(np.uint8) for k in range(4)) if _is_upright(turned))


def _is_upright(page: Picture) -> bool:
    height, width = page.shape[:2]
    upper = cv2.cvtColor(page[height // 12 : height // 3, width // 10 : width // 2], cv2.COLOR_RGB2GRAY)
    return height > width and float((upper < upper.max() * 0.4).mean()) > 0.005


def test_a_scanned_sheet_is_sharp_bright_and_has_no_edge_to_judge() -> None:
    quality = seen(drawn(ROWS, Random(1)))
    assert (quality.width, quality.height) == (WIDTH, HEIGHT)
    assert verdict(quality) == "passed: The whole page can be read."
    assert quality.cut is None


@pytest.mark.parametrize("seed", [2, 5])
def test_a_sheet_whole_on_a_desk_passes(seed: int) -> None:
    quality = seen(upright_photo(Random(seed)))
    assert quality.cut == 0
    assert verdict(quality).startswith("passed")


@pytest.mark.parametrize(("damage", "words"), [("blurred", "blurred"), ("dark", "dark"), ("glare", "reflection")])
def test_what_hides_a_page_is_seen(damage: Damage, words: str) -> None:
    page = upright_photo(Random(4)) if damage != "blurred" else drawn(ROWS, Random(4))
    spoilt = damaged(page, damage, Random(6))
    quality = measure(spoilt, lines_of(page))
    assert verdict(quality).startswith("failed")
    assert words in verdict(quality)
    assert (quality.glare is not None) == (damage == "glare")


def test_a_corner_outside_the_picture_is_counted() -> None:
    quality = seen(upright_photo(Random(7), cut=True))
    assert quality.cut == 1
    assert "corner" in verdict(quality)
