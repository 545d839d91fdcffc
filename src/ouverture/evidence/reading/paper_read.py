"""What a reader gives of a paper: its pages, the lines written on them and where, and how well they can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ouverture.text import Text

Source = Literal["text", "picture"]
"""Where the lines come from: the text that a PDF carries, or letters recognised on a picture."""
UNSURE_LINE = 0.6
"""Below this a recognised line is a guess (0 to 1, the recogniser's own mark): no check rests on it."""


class Place(NamedTuple):
    """A rectangle on a page held upright, as fractions of its width and height (0 to 1), from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: Place) -> Place:
        """The smallest rectangle that holds both."""
        return Place(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )  # fmt: skip


class Line(NamedTuple):
    """A line of a page. ``sure``: 1 for the text of a PDF, the recogniser's mark (0 to 1) for a picture."""

    text: str
    place: Place
    sure: float = 1.0


class Quality(NamedTuple):
    """How a picture of a page is seen, measured once upright.

    ``sharp``: how quickly ink turns to paper at the edges of its letters (0 blurred, 1 sharp). ``bright``: the paper's
    own brightness (0 black, 1 white). ``contrast``: between paper and ink (0 to 1). ``glare``: the burnt-out spot that
    hides what was written, None without one. ``cut``: corners of the sheet outside the picture (0 to 4), None when its
    edges cannot be told from what lies behind. ``letter``: the height of a usual line, in pixels. ``finger``: what
    seems to be one, over an edge of the sheet.
    """

    width: int
    height: int
    sharp: float
    bright: float
    contrast: float
    glare: Place | None
    cut: int | None
    letter: float
    finger: Place | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """One page, upright. ``turned``: by how many degrees it was turned clockwise for that. ``codes``: what its
    two-dimensional codes say, as they are.
    """

    number: int
    lines: tuple[Line, ...]
    source: Source
    quality: Quality | None = None
    turned: int = 0
    codes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Read(page {self.number}, {len(self.lines)} lines, {self.source})"


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A paper as it was read. ``trouble`` says why there is nothing, or not everything, to read; None when all was."""

    pages: tuple[Read, ...]
    trouble: Text | None = None


class Portrait(NamedTuple):
    """What was measured on a picture of a face, upright.

    ``background``: red, green and blue of what is behind the head (0 to 1), and ``uneven`` how much it varies (0 to 1).
    ``colourful``: how far from grey the picture is (0 to 1). ``faces``: how many were found, None when no detector is
    at hand; ``face``: from chin to crown, when one was found.
    """

    width: int
    height: int
    background: tuple[float, float, float]
    uneven: float
    colourful: float
    faces: int | None
    face: Place | None
