"""Sealed codes read where they stand: on a photograph held askew, and beside the text of a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import typst
import zxingcpp
from PIL import Image

from ouverture.adapters.ocr.codes import codes_on
from ouverture.adapters.ocr.reading import read_paper
from ouverture.adapters.ocr.recognising import Picture
from tests.numbers.test_sealed_code import BILL


@pytest.fixture(scope="module")
def sheet() -> Picture:
    """A sheet with a sealed code."""
    code = zxingcpp.create_barcode(BILL, zxingcpp.BarcodeFormat.DataMatrix)
    drawn = np.array(zxingcpp.write_barcode_to_image(code, scale=4))
    page = np.full((900, 700), 255, np.uint8)
    page[120 : 120 + drawn.shape[0], 90 : 90 + drawn.shape[1]] = drawn
    return page


def test_a_code_is_read_from_a_photograph_held_askew(sheet: Picture) -> None:
    turned = cv2.warpAffine(sheet, cv2.getRotationMatrix2D((350, 450), 12, 1), (700, 900), borderValue=(255, 255, 255))
    assert codes_on(cv2.cvtColor(turned, cv2.COLOR_GRAY2BGR).astype(np.uint8)) == (BILL,)


def test_a_code_is_read_beside_the_text_of_a_pdf(sheet: Picture, tmp_path: Path) -> None:
    Image.fromarray(sheet).save(tmp_path / "code.png")
    source = b'#image("/code.png", width: 120mm) Facture du 12 octobre 2026, Hannah Whitfield'
    options: dict[str, Any] = {"root": tmp_path}
    made: bytes = typst.compile(source, **options)
    (page,) = read_paper([made]).pages
    assert (page.source, page.codes) == ("text", (BILL,))


def test_a_page_without_a_code_has_none(sheet: Picture) -> None:
    assert codes_on(np.full((300, 300, 3), 255, np.uint8)) == ()
