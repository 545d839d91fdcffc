"""A file from what the journal holds of it: from its first event, or on from where this process last met it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from ouverture.dossier.kernel import Event
from ouverture.dossier.older import SCHEMA, of_today
from ouverture.dossier.records import from_record
from ouverture.services.casework.ports import Journal, Line, Machine

State = TypeVar("State")


def event_of(line: Line) -> Event:
    """The event a line holds, whichever release wrote it; raises KeyError for a kind that never existed."""
    kind, said = line.kind, json.loads(line.body)
    if line.schema != SCHEMA:
        kind, said = of_today(line.schema, kind, said)
    return from_record(kind, said)


def fold(machine: Machine[State], stream: str, lines: Iterable[Line]) -> State:
    """The state of a file after all its lines."""
    state, evolve = machine.empty(stream), machine.evolve
    for line in lines:
        state = evolve(state, event_of(line))
    return state


class Met(NamedTuple, Generic[State]):
    """A file as the journal has it: its last line, None before the first; the keys of its orders; its state.

    ``erased``: its key was destroyed, and the state is what is left without what was sealed.
    """

    last: Line | None
    keys: set[str]
    state: State
    erased: bool = False

    @property
    def version(self) -> int:
        """How many events the file has."""
        return self.last.version if self.last else 0

    def after(self, last: Line, state: State) -> Met[State]:
        """The same file once an order has written its lines, up to ``last``."""
        self.keys.add(last.key)
        return Met(last, self.keys, state, self.erased)


class Recall(Generic[State]):
    """The ``most`` files that one process met last, so that an order need not read a file from its first event.

    The journal is asked again each time, from the last line remembered on. That line must still be there with the same
    hash: the chain then says that all before it is the same too. Another writer, or a journal put back from a copy, can
    make what is remembered useless, never wrong; a file that was erased is forgotten here too. Threads may share one.
    """

    def __init__(self, machine: Machine[State], most: int = 1000) -> None:
        self._machine = machine
        self._most = most
        self._met: dict[str, Met[State]] = {}
        self._turn = Lock()
        self._alone = False

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Inside, nobody but this process writes, and all it met are remembered: no file is asked for twice."""
        most, self._most, self._alone = self._most, sys.maxsize, True
        try:
            yield
        finally:
            self._most, self._alone = most, False

    def file(self, journal: Journal, stream: str) -> Met[State]:
        """A file as it is now."""
        known = self._met.get(stream)
        if known and self._alone:
            return known
        if known and known.last:
            found = journal.history(stream, known.last.version)
            first, *more = found.lines or (None,)
            if first and first.hash == known.last.hash and found.erased == known.erased:
                return self._met_again(known, more) if more else known
        found = journal.history(stream)
        return self._met_again(Met(None, set[str](), self._machine.empty(stream), found.erased), found.lines)

    def _met_again(self, known: Met[State], lines: Iterable[Line]) -> Met[State]:
        state, last = known.state, known.last
        for last in lines:
            known.keys.add(last.key)
            state = self._machine.evolve(state, event_of(last))
        met = Met(last, known.keys, state, known.erased)
        self.keep(met)
        return met

    def keep(self, met: Met[State]) -> None:
        """Remember a file as it was met."""
        if not met.last:
            return
        with self._turn:
            self._met.pop(met.last.stream, None)
            self._met[met.last.stream] = met
            while len(self._met) > self._most:
                del self._met[next(iter(self._met))]
