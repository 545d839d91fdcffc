"""How a Latin name may stand in machine-readable lines: ICAO Doc 9303 part 3, section 6, which leaves some choice."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

_CHOICES = {
    "Ä": ("AE", "A"), "Å": ("AA", "A"), "Æ": ("AE",), "Ö": ("OE", "O"), "Ø": ("OE",), "Œ": ("OE",),
    "Ü": ("UE", "UXX", "U"),
    "Ñ": ("N", "NXX"), "ß": ("SS",), "ẞ": ("SS",), "Đ": ("D",), "Ð": ("D",), "Ł": ("L",), "Þ": ("TH",), "İ": ("I",),
    "Ħ": ("H",), "Ĳ": ("IJ",), "Ŋ": ("N",), "Ŧ": ("T",), "ĸ": ("K",), "I": ("I",),
}  # fmt: skip
"""Letters with a transliteration of their own; "UXX", "NXX" and the bare letter are the choices the table leaves."""
_MOST_FORMS = 64
_LETTERS = re.compile(r"[A-Z]")


def mrz_forms(name: str) -> frozenset[str]:
    """Every way the name may be written, in capitals, words apart: "Müller" gives MUELLER, MUXXLLER and MULLER.

    Apostrophes are left out, hyphens part words. Letters outside the Latin alphabet give nothing: "".
    """
    words = re.split(r"[\s\-]+", unicodedata.normalize("NFC", name.replace("ß", "ẞ")).upper().strip())
    choices = [_of_letter(letter) for letter in " ".join(words)]
    forms = 1
    for at, choice in enumerate(choices):
        forms *= len(choice)
        if forms > _MOST_FORMS:
            choices[at:] = [one[:1] for one in choices[at:]]
            break
    return frozenset("".join(parts) for parts in product(*choices))


def _of_letter(letter: str) -> tuple[str, ...]:
    if letter in _CHOICES:
        return _CHOICES[letter]
    bare = "".join(_LETTERS.findall(unicodedata.normalize("NFKD", letter).upper()))
    return (" ",) if letter == " " else (bare,)
