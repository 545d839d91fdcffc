"""The blocks of the care sheet as a drawing of our own: one box a block, numbered like the list beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ouverture.wording.care_sheet.guide import Block, By

WIDTH = 340
"""Of the drawing, in its own units: a narrow phone shows them one to one."""

_GAP, _HEAD, _LINE, _FOOT = 6, 25, 19, 7
_HALF = 12
"""Where the number stands, from the top of its box."""


@dataclass(frozen=True)
class Line:
    """A line that the example writes, and where."""

    written: str
    y: int


@dataclass(frozen=True)
class Box:
    """A block where it is drawn. ``middle`` and ``base``: the height of its number's circle and of its words."""

    number: int
    paper: str
    by: By
    y: int
    height: int
    lines: tuple[Line, ...]

    @property
    def middle(self) -> int:
        """Of the circle."""
        return self.y + _HALF + 1

    @property
    def base(self) -> int:
        """Of the words beside the circle."""
        return self.y + _HALF + 5


@dataclass(frozen=True)
class Drawing:
    """The boxes from top to bottom."""

    boxes: tuple[Box, ...]

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        last = self.boxes[-1]
        return last.y + last.height + 2


def drawing(blocks: tuple[Block, ...]) -> Drawing:
    """The drawing of these blocks, in their order."""
    return Drawing(tuple(_boxes(blocks)))


def _boxes(blocks: tuple[Block, ...]) -> Iterator[Box]:
    y = 2
    for number, block in enumerate(blocks, start=1):
        height = _HEAD + _LINE * len(block.written) + _FOOT
        yield Box(number, block.paper, block.by, y, height, tuple(_lines(block.written, y)))
        y += height + _GAP


def _lines(written: tuple[str, ...], top: int) -> Iterator[Line]:
    for place, line in enumerate(written, start=1):
        yield Line(line.replace("[x]", "☒").replace("[ ]", "☐"), top + _HEAD + _LINE * place - 4)
