"""Two-dimensional codes on a picture: what they say, as it is written."""

from __future__ import annotations

from importlib.util import find_spec

import cv2

from ouverture.adapters.ocr.recognising import Picture

MOST_CODES, LONGEST = 4, 4000
"""Of one page, and signs of one code: more is no paper's."""


def codes_on(picture: Picture) -> tuple[str, ...]:
    """Every square code on the picture, whichever way it was held; none where the decoder is not installed."""
    if find_spec("zxingcpp") is None:
        return ()
    import zxingcpp

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.DataMatrix, zxingcpp.BarcodeFormat.QRCode])
    found = zxingcpp.read_barcodes(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), formats=formats)
    return tuple(one.bytes.decode("latin-1") for one in found[:MOST_CODES] if 0 < len(one.bytes) <= LONGEST)
