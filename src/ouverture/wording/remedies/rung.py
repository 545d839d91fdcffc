"""One remedy and its place in time, and all of them in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ouverture.clock.counting import Counting
from ouverture.rules.rulebook import Certainty
from ouverture.text import Language, Text

Kind = Literal["refusal", "medical_refusal", "silence"]
"""What happened: a refusal was notified, a medical refusal was notified, or a claim was received and not answered."""

RungName = Literal["nudge", "complaint", "mediator", "cra", "cmra", "court", "rights_defender"]
State = Literal["open", "closed", "not_yet", "not_available"]


@dataclass(frozen=True)
class StepTaken:
    """A remedy already used, on the day it was received (the day it was sent, when nothing else is known).

    ``admissible_on``: the mediator's notice that the complaint is admissible. ``answered_on``: the day a rejection was
    notified, or the mediator's recommendations came. ``remedies_told``: whether that answer, or failing an answer the
    receipt of the appeal, said how and until when to go further.
    """

    name: RungName
    on: date
    admissible_on: date | None = None
    answered_on: date | None = None
    remedies_told: bool = True


@dataclass(frozen=True)
class CalendarEntry:
    """What a calendar would hold: a whole day, a title, a text."""

    title: Text
    day: date
    text: Text

    def to_json(self) -> dict[str, Any]:
        """The entry as plain values."""
        return {"title": self.title._asdict(), "day": self.day.isoformat(), "text": self.text._asdict()}


@dataclass(frozen=True)
class Rung:
    """One remedy on a day.

    ``opens_on``, ``closes_on``: first and last day, None where no text sets one or none can be counted yet.
    ``live_by``: the day to live by although no time runs (the notice did not say how to appeal). ``done_on``: when it
    was already used. ``effect``: what it does to the other remedies. ``letter``: None when there is nothing to write;
    where the time is over, the letter says so itself. ``counting``: how the last day was counted.
    """

    name: RungName
    label: Text
    state: State
    opens_on: date | None
    closes_on: date | None
    live_by: date | None
    done_on: date | None
    why: Text
    effect: Text
    basis: tuple[str, ...]
    certainty: Certainty
    letter: Text | None
    calendar: CalendarEntry | None
    counting: Counting | None

    def to_json(self) -> dict[str, Any]:
        """The rung as plain values, ISO days, keys in English."""
        return {
            "name": self.name,
            "label": self.label._asdict(),
            "state": self.state,
            "opens_on": _iso(self.opens_on),
            "closes_on": _iso(self.closes_on),
            "live_by": _iso(self.live_by),
            "done_on": _iso(self.done_on),
            "why": self.why._asdict(),
            "effect": self.effect._asdict(),
            "basis": list(self.basis),
            "certainty": self.certainty,
            "letter": self.letter._asdict() if self.letter else None,
            "calendar": self.calendar.to_json() if self.calendar else None,
            "counting": self.counting.to_json() if self.counting else None,
        }


@dataclass(frozen=True)
class Ladder:
    """Every remedy in the order in which they are climbed, and the doubts that weigh on them."""

    kind: Kind
    happened_on: date
    on: date
    rungs: tuple[Rung, ...]
    notes: tuple[Text, ...]

    def rung(self, name: RungName) -> Rung | None:
        """The rung of that name; None when it is not on this ladder (the CRA, after a medical refusal)."""
        return next((rung for rung in self.rungs if rung.name == name), None)

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The whole ladder in one language, a sentence or two a line."""
        return tuple(text.to(language) for text in self._texts())

    def _texts(self) -> Iterator[Text]:
        for rung in self.rungs:
            yield Text(f"{rung.label.fr}. {rung.why.fr}", f"{rung.label.en}. {rung.why.en}")
            yield rung.effect
        yield from self.notes

    def to_json(self) -> dict[str, Any]:
        """The ladder as plain values."""
        return {
            "kind": self.kind,
            "happened_on": self.happened_on.isoformat(),
            "on": self.on.isoformat(),
            "rungs": [rung.to_json() for rung in self.rungs],
            "notes": [note._asdict() for note in self.notes],
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
