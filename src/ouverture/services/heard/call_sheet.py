"""A call, prepared from a file: the situation of its headline, the sheet filled; or from the situation alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.duty import Obligation, asked_again
from ouverture.dossier.file import File
from ouverture.dossier.obligations import headline, obligations
from ouverture.text import Text
from ouverture.wording.calls.aloud import grouped
from ouverture.wording.calls.sheet import Phone, Situation
from ouverture.wording.calls.shelf import asks, phones, situations, speech_of

NOTHING_OWED = "nothing_owed"
"""What the sheet of a file in which nobody owes anything serves: one not open yet, or closed."""


@dataclass(frozen=True)
class Caller:
    """What the caller has at hand, all of it optional. The number is said only if it is here; no ``repr`` shows it."""

    number: str = field(default="", repr=False)
    posted_on: date | None = None
    tracking: str = field(default="", repr=False)


NOBODY = Caller()


@dataclass(frozen=True)
class CallSheet:
    """A call sheet for one day. ``about`` names what the call is about in the file: a hold, a sheet, an exchange."""

    situation: Situation
    day: date
    speech: Text = field(repr=False)
    about: str = ""

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The lines that may be called, the usual one first."""
        return tuple(one for one in phones() if one.serves == self.situation.line)

    @property
    def asks(self) -> tuple[Text, ...]:
        """What to ask before hanging up."""
        return asks()


def situation_named(name: str) -> Situation | None:
    """The situation of that name, or None."""
    return next((one for one in situations() if one.name == name), None)


def sheet(situation: Situation, day: date, caller: Caller = NOBODY) -> CallSheet:
    """The sheet of a situation, without a file; raises NotANumber when the caller's number has another shape."""
    return CallSheet(situation, day, speech_of(situation, dict(_at_hand(caller))))


def sheet_for(file: File, day: date, caller: Caller = NOBODY) -> CallSheet:
    """The sheet for the headline of a file on that day; there is one for every file."""
    return _filled(file, headline(file, day), day, caller)


def sheets_for(file: File, day: date, caller: Caller = NOBODY) -> tuple[CallSheet, ...]:
    """One sheet for each thing a call could be about, that of the headline first."""
    first = headline(file, day)
    every = [_filled(file, one, day, caller) for one in (first, *obligations(file, day))]
    return tuple({(one.situation.name, one.about): one for one in every}.values())


def situation_of(file: File, owed: Obligation | None) -> Situation:
    """The situation that serves an obligation: the one for the stages the file is in, else the one for any stage."""
    act = asked_again(owed) if owed else NOTHING_OWED
    serving = [one for one in situations() if act in one.acts and _in_stages(file, one.when)]
    return max(serving, key=lambda one: len(one.when))


def _in_stages(file: File, when: Mapping[str, tuple[str, ...]]) -> bool:
    return all(getattr(file, part).stage in stages for part, stages in when.items())


def _filled(file: File, owed: Obligation | None, day: date, caller: Caller) -> CallSheet:
    situation = situation_of(file, owed)
    known = {**dict(_at_hand(caller)), **dict(_of_file(file, owed, day, caller))}
    return CallSheet(situation, day, speech_of(situation, known), owed.about if owed else "")


def _at_hand(caller: Caller) -> Iterator[tuple[str, Text]]:
    if caller.number:
        yield "number", Text(*[grouped(caller.number)] * 2)
    if caller.posted_on:
        yield "posted", day_in_words(caller.posted_on)
    if caller.tracking:
        yield "tracking", Text(*[caller.tracking] * 2)


def _of_file(file: File, owed: Obligation | None, day: date, caller: Caller) -> Iterator[tuple[str, Text]]:
    """What the file knows that helps the agent find it. A day that only we promised is not said to it."""
    if file.application.stage == "open" and not caller.posted_on:
        sent = "posted" if file.application.on_its_way else "received"
        yield sent, day_in_words(file.application.received_on)
    if owed is None:
        return
    if talked := file.exchange.named(owed.about):
        yield "called", day_in_words(talked.on)
    if name := _said_of_day(owed):
        yield name, day_in_words(owed.due)


def _said_of_day(owed: Obligation) -> str:
    if owed.basis == "our_promise":
        return ""
    if owed.basis == "declared_practice":
        return "announced"
    return "my_last_day" if owed.holder == "person" else "by_law"
