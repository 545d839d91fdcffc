"""Playing a scenario: each step through the machine, every day between two steps, and what she is told by each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ouverture.dossier.duty import Obligation
from ouverture.dossier.exchange.events import ExchangeRecorded
from ouverture.dossier.file import File, evolve
from ouverture.dossier.invariants.every import Violation, broken
from ouverture.dossier.kernel import SEEN_FROM_OUTSIDE, Asserter, Command, Event, Events
from ouverture.dossier.machine import NOTHING_OFF, Appended, run
from ouverture.dossier.messages.decisions import ConfirmDelivery
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.obligations import headline
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.telling import letter, said
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.rehearsal.story.cast import cast
from ouverture.rehearsal.story.step import Scenario, Step
from ouverture.text import Text

_ONE_DAY = timedelta(days=1)
_DAYS_AFTER = 20


class Told(NamedTuple):
    """What she is told: a message of this system, or what she saw or heard and wrote down."""

    way: str
    words: Text
    message: MessageQueued | None = None


class Append(NamedTuple):
    """What one command gave. ``refusal`` when it gave none; ``broken`` are the invariants it broke."""

    command: Command
    events: Events
    refusal: Refusal | None
    told: tuple[Told, ...]
    broken: tuple[Violation, ...]


class Played(NamedTuple):
    """A step with its appends, and the headline before and after. Without a step: what a day brought by itself."""

    on: date
    step: Step | None
    appends: tuple[Append, ...]
    before: Obligation | None
    after: Obligation | None

    @property
    def events(self) -> Events:
        """The events of all its appends."""
        return tuple(one for each in self.appends for one in each.events)


class Run(NamedTuple):
    """A scenario played to its end."""

    played: tuple[Played, ...]
    file: File

    @property
    def broken(self) -> tuple[Violation, ...]:
        """Every invariant broken after any append."""
        return tuple(one for _, each in self.appends for one in each.broken)

    @property
    def appends(self) -> Iterator[tuple[date, Append]]:
        """Every append with the day on which it was written."""
        return ((one.on, each) for one in self.played for each in one.appends)


def replay(scenario: Scenario, off: frozenset[str] = NOTHING_OFF) -> Run:
    """Play the steps in their order, each day between them, and some days after the last.

    ``off`` names policies that are switched off, for tests only.
    """
    player = _Player(off)
    day = scenario[0].on
    for step in scenario:
        while day < step.on:
            day += _ONE_DAY
            player.morning(day)
        player.take(step)
    for _ in range(_DAYS_AFTER):
        day += _ONE_DAY
        player.morning(day)
    return Run(tuple(player.played), player.file)


class _Player:
    """The file as it grows."""

    def __init__(self, off: frozenset[str]) -> None:
        self._off = off
        self.file = File()
        self.played: list[Played] = []
        self._history: list[Event] = []

    def take(self, step: Step) -> None:
        """Do what the step does."""
        before = headline(self.file, step.on)
        appends = tuple(self._append(wanted, step.on, step.by, step.agent) for wanted in step.does)
        self.played.append(Played(step.on, step, appends, before, headline(self.file, step.on)))

    def morning(self, day: date) -> None:
        """Messages are read, and what the day makes due is done."""
        before = headline(self.file, day)
        appends = [self._append(read, day, "post") for read in self._to_read(day)]
        appends.append(self._append(LookAgain(), day, "clock"))
        if any(each.events or each.broken for each in appends):
            self.played.append(Played(day, None, tuple(appends), before, headline(self.file, day)))

    def _to_read(self, day: date) -> list[ConfirmDelivery]:
        on_their_way = self.file.messages.on_their_way
        return [ConfirmDelivery(one.message) for one in on_their_way if cast().after(one.since, "message") <= day]

    def _append(self, wanted: Command, day: date, by: Asserter, agent: str = "") -> Append:
        before, outcome = self.file, run(self.file, wanted, day, by, self._off, agent if by == "caisse" else "")
        if not isinstance(outcome, Appended):
            return Append(wanted, (), outcome, (Told("refusal", outcome.says),), ())
        self.file = outcome.file
        self._history += outcome.events
        told = tuple(self._told(outcome.events, day))
        return Append(wanted, outcome.events, None, told, tuple(broken(before, outcome.events, evolve, day)))

    def _told(self, events: Events, day: date) -> Iterator[Told]:
        for one in events:
            if isinstance(one, MessageQueued):
                causes = [self._history[place - 1] for place in one.causes]
                yield Told(one.channel, letter(causes, self.file, day), one)
            elif one.concerns_person and (one.by in SEEN_FROM_OUTSIDE or isinstance(one, ExchangeRecorded)):
                yield Told(one.by, said(one))
