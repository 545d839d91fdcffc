"""The words a paper, a requirement or a limit rests on: one text, its paragraph, and the rows of the facts files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ouverture.rules.rulebook import Certainty, Source

SURENESS: tuple[Certainty, ...] = ("H", "M", "L")
"""From sure to unsure."""


@dataclass(frozen=True)
class Citation:
    """A quote in force from ``since`` to the day before ``until``. ``certainty`` is that of our reading of it."""

    source: Source
    paragraph: str
    quote: str
    certainty: Certainty
    rows: tuple[str, ...]
    since: date
    until: date | None

    @property
    def name(self) -> str:
        """How lawyers write it: "CSS D160-2 II 3°"."""
        return f"{self.source.citation} {self.paragraph}".strip()

    def in_force(self, on: date) -> bool:
        """Whether it applies on that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def to_json(self) -> dict[str, Any]:
        """The citation as plain values."""
        return {
            "article": self.name,
            "quote": self.quote,
            "official": self.source.official,
            "version": self.source.version,
            "certainty": self.certainty,
            "rows": list(self.rows),
        }


def cite(
    source: Source, paragraph: str, quote: str, rows: str, certainty: Certainty = "H", since: str | None = None
) -> Citation:
    """A citation of a held text. ``rows`` of the facts files, separated by spaces ("A6 trap_6 after/E1").

    ``since`` (ISO) may be older than the wording held, when the facts give the date on which the substance began.
    """
    starts = date.fromisoformat(since) if since else source.since
    named = tuple(row.replace("_", " ") for row in rows.split())
    return Citation(source, paragraph, quote, certainty, named, starts, source.until)


def weakest(marks: Iterable[Certainty]) -> Certainty:
    """The least sure of several marks; "L" when there is none."""
    return max(marks, key=SURENESS.index, default="L")
