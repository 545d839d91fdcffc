"""What an invariant is, how one is declared, and how all of them are checked after one append."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from ouverture.dossier.deadline import NotHeld
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Event, Events

Told = Iterator[str]
OfState = Callable[[File, date], Told]
OfEvent = Callable[[File, File, Event], Told]


class Violation(NamedTuple):
    """One invariant broken: its name ("I5") and what was found."""

    name: str
    says: str


class Invariant(NamedTuple):
    """One check. ``connected_only``: it binds a caisse on this system; one outside may do worse, and we record it."""

    name: str
    says: str
    connected_only: bool
    of_state: OfState | None = None
    of_event: OfEvent | None = None


OF_STATE: list[Invariant] = []
OF_EVENT: dict[type[Event], list[Invariant]] = {}
Scope = Literal["connected", "always"]


def of_state(name: str, scope: Scope = "connected") -> Callable[[OfState], OfState]:
    """Declare a check of the whole file on a day."""

    def declare(check: OfState) -> OfState:
        OF_STATE.append(Invariant(name, check.__doc__ or "", scope == "connected", of_state=check))
        return check

    return declare


def of_event(name: str, *kinds: type[Event], scope: Scope = "connected") -> Callable[[OfEvent], OfEvent]:
    """Declare a check of the file before and after each event of these kinds."""

    def declare(check: OfEvent) -> OfEvent:
        one = Invariant(name, check.__doc__ or "", scope == "connected", of_event=check)
        for kind in kinds:
            OF_EVENT.setdefault(kind, []).append(one)
        return check

    return declare


def broken_state(file: File, day: date) -> list[Violation]:
    """Every invariant of state that the file breaks on that day; a closed file owes nothing more."""
    if file.attachment.stage in ("none", "closed"):
        return []
    found: list[Violation] = []
    for one, check in _checks(file.attachment.mode == "connected", len(OF_STATE)):
        try:
            found += [Violation(one.name, said) for said in check(file, day)]
        except NotHeld:
            continue  # a term that our texts do not give is counted by hand: nothing says that it was broken
    return found


@cache
def _checks(connected: bool, declared: int) -> tuple[tuple[Invariant, OfState], ...]:
    """The checks of state that bind such a caisse; ``declared``: how many there were when it was asked."""
    return tuple((one, one.of_state) for one in OF_STATE if one.of_state and (connected or not one.connected_only))


def broken_by(before: File, happened: Event, after: File) -> list[Violation]:
    """Every invariant that one event breaks."""
    return [
        Violation(one.name, said)
        for one in OF_EVENT.get(type(happened), ())
        if (before.connected or not one.connected_only) and one.of_event
        for said in one.of_event(before, after, happened)
    ]


def broken(before: File, events: Events, evolve: Callable[[File, Event], File], day: date) -> list[Violation]:
    """Every invariant that one append breaks, event by event, then in the file it leaves."""
    found: list[Violation] = []
    for happened in events:
        after = evolve(before, happened)
        if type(happened) in OF_EVENT:
            found += broken_by(before, happened, after)
        before = after
    return found + broken_state(before, day)
