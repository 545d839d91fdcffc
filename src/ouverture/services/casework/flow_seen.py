"""What came into an office's work and left it, day by day, as a process has seen it go by: counts alone."""

from __future__ import annotations

from collections import Counter
from datetime import date
from threading import Lock
from typing import NamedTuple

from ouverture.services.casework.ports import Journal

ENTERED = ("deposited", "forwarded_application_received")
LEFT = ("application_granted", "application_refused", "silence_decided", "withdrawn", "forwarded")
MOST_EVENTS = 20_000
"""How far back the journal is read once; from then on only what is new is read."""
NEAR = 2_000
"""Events read again each time: with several writers, a place in the journal may be filled after a later one."""


class Flow(NamedTuple):
    """How many claims came on a day, and how many left."""

    entered: int
    left: int


class FlowSeen:
    """The counts of every office; threads of one process share it."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, date, bool]] = Counter()
        self._near: set[int] = set()
        self.upto = 0
        """The last place of the journal that was read."""
        self._turn = Lock()

    def on(self, office: str, day: date) -> Flow:
        """What came to this office and left it on a day, as the last reading of the journal has it."""
        with self._turn:
            return Flow(self._counts[office, day, True], self._counts[office, day, False])

    def look_again(self, journal: Journal) -> None:
        """Read what is new in the journal."""
        with self._turn:
            found = journal.passed((*ENTERED, *LEFT), max(0, self.upto - NEAR), MOST_EVENTS)
            for one in found:
                if one.position not in self._near:
                    self._counts[one.caisse, one.day, one.kind in ENTERED] += 1
            self._near = {one.position for one in found}
            self.upto = max([self.upto, *self._near])
