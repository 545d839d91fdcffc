"""The count of the sheets: what came in is attached, returned, destroyed on record, or to be sorted (I6)."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ouverture.dossier.envelope.events import Fate
from ouverture.dossier.file import File


class Count(NamedTuple):
    """How many sheets came in, and where each is."""

    came_in: int
    attached: int
    returned: int
    destroyed: int
    unsorted: int

    @property
    def balances(self) -> bool:
        """Whether no sheet is lost, and none is counted twice."""
        return self.came_in == self.attached + self.returned + self.destroyed + self.unsorted


def unsorted(file: File) -> tuple[tuple[str, str], ...]:
    """The sheets nobody has sorted yet, as (envelope, sheet), the oldest envelope first."""
    return tuple((one.envelope, sheet) for one in file.envelope.items for sheet in one.unsorted)


def count(file: File) -> Count:
    """The count of the sheets of a file; O(sheets)."""
    fates: Counter[Fate] = Counter(sheet.fate for one in file.envelope.items for sheet in one.sheets)
    return Count(file.envelope.sheets_in, fates["attached"], fates["returned"], fates["destroyed"], fates["unsorted"])
