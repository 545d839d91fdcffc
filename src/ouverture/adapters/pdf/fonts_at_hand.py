"""The fonts that a paper may be set in: those of this package, then those of the machine; looked for once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import typst


@cache
def fonts_at_hand() -> typst.Fonts:
    """Every font, ours included: Latin with the marks of Europe and Vietnam, Greek, Cyrillic, Arabic."""
    return typst.Fonts(font_paths=[str(files(__package__).joinpath("fonts"))])
