"""What is found in a decision letter, or why the text is no refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ouverture.clock.counting import Counting
from ouverture.text import Language, Text

ReasonGiven = Literal["given", "given_but_not_recognised", "not_given"]
RemediesTold = Literal["told", "incomplete", "another_way", "elsewhere", "absent"]
"""In full; the body or the time limit is missing; another body than the law's is named; on its back or on a sheet that
we were not given; nothing at all."""

Clock = Literal["runs", "does_not_run", "day_unknown", "not_held"]
"""``not_held``: our sources do not say where or until when such a decision is contested."""

LooksLike = Literal["nothing", "papers_asked", "receipt", "acceptance", "photo", "warning", "another_matter", "unknown"]


@dataclass(frozen=True)
class Reason:
    """A reason recognised: the words of the letter, what they mean, what can be answered, and on which text."""

    name: str
    label: Text
    written: str
    answer: Text
    articles: tuple[str, ...]
    rows: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The reason as plain values."""
        return {
            "name": self.name,
            "label": self.label._asdict(),
            "written": self.written,
            "answer": self.answer._asdict(),
            "articles": list(self.articles),
            "rows": list(self.rows),
        }


@dataclass(frozen=True)
class NextLetter:
    """A letter to write next: what it is, and its words, filled but for the signature."""

    name: str
    title: Text
    text: Text

    def to_json(self) -> dict[str, Any]:
        """The letter as plain values."""
        return {"name": self.name, "title": self.title._asdict(), "text": self.text._asdict()}


@dataclass(frozen=True)
class RefusalRead:
    """A refusal, read.

    ``decision``: its kind ("claim", "closing", "repayment", "medical", "board", "penalty"...). ``written``: the words
    that refuse. ``reasons``: those recognised; ``reason_written``: a reason given that is not. ``articles``: cited for
    the decision, those of the remedies left out. ``remedies``: what is said of how to contest. ``signed``: a name's
    quality stands at the end. ``counting``: the last day, or why no time runs; ``live_by``: the day to live by then.
    """

    decision: str
    label: Text
    written: str
    reason: ReasonGiven
    reasons: tuple[Reason, ...]
    reason_written: str | None
    articles: tuple[str, ...]
    remedies: RemediesTold
    signed: bool
    notified_on: date | None
    clock: Clock
    counting: Counting | None
    live_by: date | None
    explained: tuple[Text, ...]
    next_letters: tuple[NextLetter, ...]

    @property
    def due(self) -> date | None:
        """The last day to contest; None when no time runs or no day can be counted."""
        return self.counting.due if self.counting else None

    def sentences(self, language: Language) -> tuple[str, ...]:
        """What was found, in one language, a sentence or two a line."""
        return tuple(text.to(language) for text in self._texts())

    def _texts(self) -> Iterator[Text]:
        yield self.label
        yield from self.explained

    def to_json(self) -> dict[str, Any]:
        """The reading as plain values, ISO days, keys in English."""
        return {
            "refusal": True,
            "decision": self.decision,
            "label": self.label._asdict(),
            "written": self.written,
            "reason": self.reason,
            "reasons": [reason.to_json() for reason in self.reasons],
            "reason_written": self.reason_written,
            "articles": list(self.articles),
            "remedies": self.remedies,
            "signed": self.signed,
            "notified_on": _iso(self.notified_on),
            "clock": self.clock,
            "due": _iso(self.due),
            "live_by": _iso(self.live_by),
            "counting": self.counting.to_json() if self.counting else None,
            "explained": [text._asdict() for text in self.explained],
            "next_letters": [letter.to_json() for letter in self.next_letters],
        }


@dataclass(frozen=True)
class NotARefusal:
    """A text that refuses nothing we can see: what it looks like, and what to do."""

    looks_like: LooksLike
    says: Text

    def sentences(self, language: Language) -> tuple[str, ...]:
        """What it looks like, in one language."""
        return (self.says.to(language),)

    def to_json(self) -> dict[str, Any]:
        """The answer as plain values."""
        return {"refusal": False, "looks_like": self.looks_like, "says": self.says._asdict()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
