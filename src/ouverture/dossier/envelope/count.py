"""The count of the pages: what came in is attached, returned, destroyed on record, or to be sorted (I6)."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ouverture.dossier.envelope.events import Fate
from ouverture.dossier.file import File


class Count(NamedTuple):
    """How many pages came in, and where each is."""

    came_in: int
    attached: int
    returned: int
    destroyed: int
    moved: int
    unsorted: int

    @property
    def balances(self) -> bool:
        """Whether no page is lost, and none is counted twice."""
        return self.came_in == self.attached + self.returned + self.destroyed + self.moved + self.unsorted


def unsorted(file: File) -> tuple[tuple[str, str], ...]:
    """The pages nobody has sorted yet, as (envelope, page), the oldest envelope first."""
    return tuple((one.envelope, page) for one in file.envelope.items for page in one.unsorted)


def count(file: File) -> Count:
    """The count of the pages of a file; O(pages)."""
    fates: Counter[Fate] = Counter(page.fate for one in file.envelope.items for page in one.pages)
    return Count(
        file.envelope.pages_in,
        fates["attached"],
        fates["returned"],
        fates["destroyed"],
        fates["moved"],
        fates["unsorted"],
    )
