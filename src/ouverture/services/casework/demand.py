"""A demand of an office as it is kept, and where demands are kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple, Protocol

from ouverture.dossier.words import in_words
from ouverture.text import Text


class Demand(NamedTuple):
    """One demand of an office: the paper by name, what is asked in words, what will do instead, from and until when.

    ``name`` is what a request rests on; "" before it is kept. ``until`` None: no end is set.
    """

    office: str
    paper: str
    says: Text
    instead: Text
    since: date
    until: date | None
    declared_by: str
    name: str = ""

    @property
    def label(self) -> Text:
        """The paper as a list says it."""
        return in_words(self.paper)

    def holds(self, claimed_on: date) -> bool:
        """Whether it was published, and not ended, on the day a claim was sent."""
        return self.since <= claimed_on and (self.until is None or claimed_on <= self.until)


class Demands(Protocol):
    """Where the demands of offices are kept; nothing declared is ever taken out, only ended."""

    def of_office(self, office: str) -> tuple[Demand, ...]:
        """Every demand of an office, those that ended too, the last declared first."""

    def declare(self, demand: Demand, at: datetime) -> Demand:
        """Keep one; it comes back with its name."""

    def end(self, office: str, name: str, until: date) -> bool:
        """Set the last day of one that has none; False when there is no such demand."""


class NoDemands:
    """An installation where no office has declared anything."""

    def of_office(self, office: str) -> tuple[Demand, ...]:
        """None."""
        return ()

    def declare(self, demand: Demand, at: datetime) -> Demand:
        """It cannot be kept."""
        raise NotImplementedError

    def end(self, office: str, name: str, until: date) -> bool:
        """There is none."""
        return False
