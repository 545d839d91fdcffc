"""What a check found on a paper: passed, failed or inconclusive, where, why, and what would put it right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from ouverture.evidence.reading.paper_read import Place
from ouverture.text import Text

Outcome = Literal["passed", "failed", "inconclusive"]
"""Inconclusive: somebody has to look. What could not be read is inconclusive, never passed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check on one paper, for the person at the moment of upload and for the agent alike.

    ``paper`` is the name under which the paper was given (a paper of ``evidence.papers``), ``page`` counts from 1, and
    ``place`` is where to look on it; each may be missing. ``reason`` says what was seen. ``remedy`` says what to do;
    None when there is nothing to do. ``serves`` is the article or source the check stands on. ``advice``: nobody may
    refuse the paper for it. ``repr`` shows neither names nor numbers.
    """

    check: str
    outcome: Outcome
    reason: Text
    serves: str
    remedy: Text | None = None
    paper: str = ""
    page: int | None = None
    place: Place | None = None
    advice: bool = False

    def __repr__(self) -> str:
        return f"Finding({self.check}, {self.outcome}, paper={self.paper!r}, page={self.page})"

    def on(self, paper: str) -> Finding:
        """The same finding, said of the paper given under this name."""
        return replace(self, paper=paper)

    def at(self, page: int | None, place: Place | None) -> Finding:
        """The same finding, seen on that page, at that place."""
        return replace(self, page=page, place=place)

    def to_json(self) -> dict[str, Any]:
        """The finding as plain values, keys in English."""
        return {
            "check": self.check,
            "outcome": self.outcome,
            "reason": self.reason._asdict(),
            "remedy": self.remedy._asdict() if self.remedy else None,
            "serves": self.serves,
            "paper": self.paper,
            "page": self.page,
            "place": [round(edge, 4) for edge in self.place] if self.place else None,
            "advice": self.advice,
        }


def finding_from_json(plain: dict[str, Any]) -> Finding:
    """The finding that ``to_json`` wrote."""
    return Finding(
        check=plain["check"],
        outcome=plain["outcome"],
        reason=Text(**plain["reason"]),
        serves=plain["serves"],
        remedy=Text(**plain["remedy"]) if plain["remedy"] else None,
        paper=plain["paper"],
        page=plain["page"],
        place=Place(*plain["place"]) if plain["place"] else None,
        advice=plain["advice"],
    )
