"""Something found on a paper, with the page and the place where it stands; and what a check walks through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from ouverture.evidence.reading.paper_read import UNSURE_LINE, Line, PaperRead, Place, Read

What = TypeVar("What")


class Spot(NamedTuple):
    """A line of a paper: the page it stands on, and which line of it, from 0."""

    page: Read
    row: int

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.page.lines[self.row]


class Found(NamedTuple, Generic[What]):
    """``what`` was found, on the page of this number, at this place."""

    what: What
    page: int
    place: Place


def spots(read: PaperRead) -> Iterator[Spot]:
    """Every line that is more than a guess, page by page, from top to bottom."""
    for page in read.pages:
        for row, line in enumerate(page.lines):
            if line.sure >= UNSURE_LINE:
                yield Spot(page, row)
