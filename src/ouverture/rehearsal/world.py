"""The virtual world: days that pass, orders that go to the office with all that goes wrong, and checks after each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from heapq import heappop, heappush
from random import Random
from typing import NamedTuple

from ouverture.dossier.duty import Obligation
from ouverture.dossier.file import File, evolve
from ouverture.dossier.invariants.every import OF_EVENT, broken_by, broken_state
from ouverture.dossier.invariants.expected import views_differ
from ouverture.dossier.invariants.refused import says_nothing
from ouverture.dossier.kernel import Asserter, Command, Events, Moment
from ouverture.dossier.machine import next_wake
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.one_look import in_one_look
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.rehearsal.office import Answer, InMemory, Office
from ouverture.rehearsal.settings import Settings
from ouverture.rehearsal.someone import Someone
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.ports import Order

Doing = Callable[[], object]
Hears = Callable[["World", Someone, Events], None]
FIRST_AGENT = "agent-1"
SECOND_AGENT = "agent-2"
_AUDIT_AFTER = 2
_AUDIT_AGAIN = 30


class Broken(NamedTuple):
    """One invariant broken in one file on one day, after which order."""

    day: date
    stream: str
    name: str
    says: str
    after: str


class World:
    """One history as it unfolds. Chance, the office and the settings are given; nothing else is outside."""

    def __init__(
        self,
        chance: Random,
        office: Office,
        settings: Settings,
        begins: date,
        off: frozenset[str],
        hears: Hears,
        elsewhere: Office | None = None,
        checked: bool = True,
    ) -> None:
        """``checked``: whether every invariant is looked at after every order, which is what a rehearsal is for."""
        self.chance = chance
        self.office = office
        self.elsewhere = elsewhere or InMemory(off)
        self.checked = checked
        self.settings = settings
        self.day = begins
        self.broken: list[Broken] = []
        self.events = 0
        self.orders: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self._off = off
        self._hears = hears
        self._agenda: list[tuple[int, int, Doing]] = []
        self._placed = 0
        self._queue: dict[str, Obligation | None] = {}
        self._told: dict[tuple[str, int], Events] = {}

    def happens(self, name: str) -> bool:
        """Whether what ``data/chances.toml`` calls ``name`` happens this time."""
        return self.chance.random() < self.settings.chances[name]

    def later(self, delay: str, doing: Doing) -> None:
        """Do something after a delay named in ``data/delays.toml``."""
        self.after(self.settings.delays[delay].draw(self.chance), doing)

    def after(self, days: int, doing: Doing) -> None:
        """Do something after so many days; what is placed first is done first."""
        self._placed += 1
        heappush(self._agenda, (self.day.toordinal() + days, self._placed, doing))

    def run(self, until: date, stop_when_broken: bool = False) -> None:
        """Let the days pass, to the end or to the first invariant broken."""
        last = until.toordinal()
        while self._agenda and self._agenda[0][0] <= last:
            ordinal, _, doing = heappop(self._agenda)
            if ordinal != self.day.toordinal():
                self.day = date.fromordinal(ordinal)
            in_one_look(doing)()
            if stop_when_broken and self.broken:
                return
        self.day = until

    def file(self, who: Someone) -> File:
        """What the file is now."""
        return self._office_of(who).file(who.stream)

    def events_of(self, who: Someone) -> Events:
        """Everything that happened in a file that is kept in memory; nothing of one that is in a journal."""
        office = self._office_of(who)
        return office.events(who.stream) if isinstance(office, InMemory) else ()

    def _office_of(self, who: Someone) -> Office:
        """A caisse outside this system has its own files: only the person's record is in ours."""
        return self.elsewhere if who.record else self.office

    def told_by(self, who: Someone, message: int) -> Events:
        """The events that a message carries; its number is the place of the first of them in the file's history."""
        return self._told.get((who.stream, message), ())

    def send(
        self,
        who: Someone,
        wanted: Command,
        by: Asserter | None = None,
        seen: int | None = None,
        agent: str = FIRST_AGENT,
    ) -> Answer | None:
        """Send an order as life does: the machine may stop before or after it, and the order may arrive twice.

        None when the machine stopped before: whoever sent it tries again the next day, under the same key. ``agent`` is
        who is signed in when the caisse acts.
        """
        return self._deliver(who, self._order(who, wanted, by, agent, seen))

    def send_surely(self, who: Someone, wanted: Command, by: Asserter | None = None) -> Answer:
        """Send an order on a day when nothing fails."""
        return self._carry_out(who, self._order(who, wanted, by, FIRST_AGENT))

    def _order(self, who: Someone, wanted: Command, by: Asserter | None, agent: str, seen: int | None = None) -> Order:
        who.sent += 1
        asserted = by or _usual(self.file(who), wanted)
        moment = Moment(self.day, asserted, agent if asserted == "caisse" else "")
        return Order(who.stream, wanted, moment, f"{who.stream}/{who.sent}", _noon(self.day), seen)

    def _deliver(self, who: Someone, order: Order) -> Answer | None:
        if self.happens("crash_before"):
            self.after(1, lambda: self._carry_out(who, today_of(order, self.day)))
            return None
        answer = self._carry_out(who, order)
        if self.happens("crash_after") or self.happens("sent_twice"):
            self._must_be_repeated(who, order, answer)
        return answer

    def _must_be_repeated(self, who: Someone, order: Order, first: Answer) -> None:
        """The same order again gives the same answer and writes nothing."""
        version = self.file(who).version
        again = self._office_of(who).send(order)
        if self.file(who).version != version:
            self._is_broken(who, "I10", "an order sent again was carried out twice", order.command)
        if isinstance(first, Done) and first.events and not (isinstance(again, Done) and again.repeated):
            self._is_broken(who, "I10", "an order sent again was not recognised", order.command)

    def _carry_out(self, who: Someone, order: Order) -> Answer:
        before = self.file(who)
        answer = self._office_of(who).send(order)
        kind = order.command.kind
        if isinstance(answer, Refusal):
            self.refused[answer.code] += 1
            for said in says_nothing(before, order.command, answer, self.day):
                self._is_broken(who, "I3", said, order.command)
        elif isinstance(answer, Changed):
            self.refused["changed"] += 1
        elif answer.events and not answer.repeated:
            self.orders[kind] += 1
            self.events += len(answer.events)
            self._follow(who, before, answer.events, order.command)
        return answer

    def _follow(self, who: Someone, before: File, events: Events, wanted: Command) -> None:
        """Check every invariant, put the file in the agent's queue, and let those who hear of it react."""
        after = self.file(who)
        if who.record:
            self._remember_what_letters_carry(who, before, events)
        if self.checked and not OF_EVENT.keys().isdisjoint(map(type, events)):
            self._check_each(who, before, events, wanted)
        self._queue[who.stream] = headline(after, self.day)
        self._check(who, after, wanted.kind)
        self._look_when_due(who, after)
        self._hears(self, who, events)

    def _check_each(self, who: Someone, before: File, events: Events, wanted: Command) -> None:
        """Check what single events may not do; and that they lead, one by one, to the file that was kept."""
        for happened in events:
            after = evolve(before, happened)
            for one in broken_by(before, happened, after):
                self._is_broken(who, *one, wanted)
            before = after
        if before != self.file(who):
            self._is_broken(who, "I9", "the events do not lead to the file that was kept", wanted)

    def _remember_what_letters_carry(self, who: Someone, before: File, events: Events) -> None:
        first = before.version + 1
        for happened in events:
            if isinstance(happened, MessageQueued):
                carried = tuple(events[place - first] for place in happened.causes if place >= first)
                self._told[who.stream, happened.message] = carried

    def hear(self, who: Someone) -> None:
        """Let those who hear of a file react to what it has become, whoever made it so."""
        file = self.file(who)
        self._queue[who.stream] = headline(file, self.day)
        self._look_when_due(who, file)
        self._hears(self, who, ())

    def _look_when_due(self, who: Someone, file: File) -> None:
        who.version = file.version
        wakes = who.next_look = next_wake(file, self.day, self._off)
        if wakes is not None:
            self.after(max(0, (wakes - self.day).days), lambda version=file.version: self._wake(who, version))  # type: ignore[misc]
        owed = obligations(file, self.day)
        if owed:
            first = min(one.due for one in owed)
            days = (first - self.day).days + _AUDIT_AFTER if first >= self.day else _AUDIT_AGAIN
            self.after(days, lambda version=file.version: self._audit(who, version))  # type: ignore[misc]

    def _wake(self, who: Someone, version: int) -> None:
        if who.version == version:
            who.next_look = None
            key = f"{who.stream}/wake/{self.day.isoformat()}/{version}"
            order = Order(who.stream, LookAgain(), Moment(self.day, "clock"), key, _noon(self.day))
            answer = self._carry_out(who, order)
            if isinstance(answer, Done) and not answer.events:
                self._queue[who.stream] = headline(self.file(who), self.day)
                self._look_when_due(who, self.file(who))

    def _audit(self, who: Someone, version: int) -> None:
        """A file in which nothing happens is checked all the same: silence is what we look for."""
        if who.version == version and who.next_look == self.day:
            self.after(0, lambda: self._audit(who, version))  # the worker passes first
        elif who.version == version:
            self._check(who, self.file(who), "nothing")
            self.after(_AUDIT_AGAIN, lambda: self._audit(who, version))

    def _check(self, who: Someone, file: File, after: str) -> None:
        if not self.checked:
            return
        for name, said in broken_state(file, self.day):
            self.broken.append(Broken(self.day, who.stream, name, said, after))
        for said in views_differ(self._queue.get(who.stream), file, self.day):
            self.broken.append(Broken(self.day, who.stream, "I7", said, after))

    def _is_broken(self, who: Someone, name: str, said: str, wanted: Command) -> None:
        self.broken.append(Broken(self.day, who.stream, name, said, wanted.kind))


def today_of(order: Order, day: date) -> Order:
    """The same order, sent again on another day: the key stays."""
    return Order(order.stream, order.command, order.at._replace(on=day), order.key, _noon(day), order.seen)


def _usual(file: File, wanted: Command) -> Asserter:
    if file.connected or wanted.may[0] not in ("caisse", "cnav"):
        return wanted.may[0]
    return "letter"


@lru_cache(maxsize=4096)
def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
