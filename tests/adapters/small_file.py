"""The smallest domain with the shape of the real one: it opens, takes notes, is given numbers, closes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from ouverture.dossier.kernel import Command, Event, Moment, command, event
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.ports import HeldNumber, Indexed, Machine, Order, Outgoing, Owed, Standing
from ouverture.text import Text

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER_KEY = b"a key for tests, known to everybody"


class SmallFile(NamedTuple):
    person: str
    stage: str = "none"
    notes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@event
class SmallFileOpened(Event):
    name: str


@event
class SmallNoteAdded(Event):
    note: str


@event
class SmallNumberGiven(Event):
    number: str


@event
class SmallFileClosed(Event):
    pass


@command
class OpenSmallFile(Command):
    name: str


@command
class AddSmallNote(Command):
    note: str


@command
class GiveSmallNumber(Command):
    number: str


@command
class CloseSmallFile(Command):
    pass


def evolve(state: SmallFile, happened: Event) -> SmallFile:
    match happened:
        case SmallFileOpened():
            return state._replace(stage="open")
        case SmallNoteAdded(note=note):
            return state._replace(notes=(*state.notes, note))
        case SmallNumberGiven(number=number):
            return state._replace(numbers=(*state.numbers, number))
        case _:
            return state._replace(stage="closed")


def run(state: SmallFile, wanted: Command, at: Moment) -> tuple[SmallFile, tuple[Event, ...]] | Refusal:
    if (state.stage == "none") is not isinstance(wanted, OpenSmallFile):
        return Refusal("not_now", Text("Pas maintenant.", "Not now."), "caisse")
    events = _decide(state, wanted, at)
    for happened in events:
        state = evolve(state, happened)
    return state, events


def _decide(state: SmallFile, wanted: Command, at: Moment) -> tuple[Event, ...]:
    match wanted:
        case OpenSmallFile(name=name):
            return SmallFileOpened(at, name), SmallNoteAdded(at, f"Receipt for {name}")
        case AddSmallNote(note=note):
            return () if note in state.notes else (SmallNoteAdded(at, note),)
        case GiveSmallNumber(number=number):
            return (SmallNumberGiven(at, number),)
        case _:
            return (SmallFileClosed(at),)


def numbers(state: SmallFile) -> frozenset[HeldNumber]:
    *old, live = state.numbers or (None,)
    held = {HeldNumber(state.person, number, "alias") for number in old if number}
    if live:
        held.add(HeldNumber(state.person, live, "live"))
    return frozenset(held)


def standing(state: SmallFile, day: date) -> Standing:
    if state.stage != "open":
        return Standing(day, None, (), numbers(state), indexed(state))
    owed = Owed("read the notes", "", "caisse", "751", day + timedelta(30), "our_promise")
    return Standing(day, day + timedelta(20), (owed,), numbers(state), indexed(state))


def indexed(state: SmallFile) -> frozenset[Indexed]:
    return frozenset(("number", number) for number in state.numbers)


def outgoing(happened: Event) -> Outgoing | None:
    match happened:
        case SmallFileOpened(name=name):
            return Outgoing("letter", happened.on, {"name": name, "wording": "receipt"}, message=1)
        case _:
            return None


def telling(state: SmallFile, message: Outgoing, told: tuple[Event, ...]) -> Outgoing:
    return message._replace(words=Text(f"Reçu pour {state.person}", f"Receipt for {state.person}"))


SMALL = Machine(SmallFile, evolve, run, standing, numbers, indexed, outgoing, telling)


def order(stream: str, wanted: Command, key: str, seen: int | None = None) -> Order:
    return Order(stream, wanted, Moment(DAY, "caisse"), key, NOON, seen)
