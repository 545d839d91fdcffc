"""Where orders go in a rehearsal: memory, or the real service and its journal. The world sees no difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ouverture.dossier.file import File
from ouverture.dossier.invariants.same_person import numbers_of
from ouverture.dossier.kernel import Event, Events
from ouverture.dossier.machine import NOTHING_OFF, run
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.carry_out import NUMBER_TAKEN, Changed, Done
from ouverture.services.casework.ports import Order

Answer = Done | Changed | Refusal


class Office(Protocol):
    """Carries out orders, each once."""

    def send(self, order: Order) -> Answer:
        """Carry out an order; the same key again is answered as the first time and writes nothing."""

    def file(self, stream: str) -> File:
        """What the file is now."""


class InMemory:
    """Files in memory, with what the journal guarantees: each key once, the version seen, one person a number."""

    def __init__(self, off: frozenset[str] = NOTHING_OFF) -> None:
        self._off = off
        self._files: dict[str, File] = {}
        self._history: dict[str, list[Event]] = {}
        self._done: dict[str, Done] = {}
        self._holder_of: dict[str, str] = {}

    def send(self, order: Order) -> Answer:
        """Carry out an order."""
        stream = order.stream
        if (earlier := self._done.get(order.key)) is not None:
            return earlier._replace(repeated=True)
        before = self._files.get(stream) or File()
        if order.seen is not None and order.seen != before.version:
            return Changed(stream, before.version, ())
        outcome = run(before, order.command, order.at.on, order.at.by, self._off, order.at.who)
        if isinstance(outcome, Refusal):
            return outcome
        if before.number != outcome.file.number and self._taken(stream, outcome.file):
            return NUMBER_TAKEN
        done = Done(stream, outcome.file.version, outcome.events)
        if outcome.events:
            self._files[stream] = outcome.file
            self._history.setdefault(stream, []).extend(outcome.events)
            self._done[order.key] = done
        return done

    def _taken(self, stream: str, after: File) -> bool:
        mine = tuple(numbers_of(after))
        if any(self._holder_of.get(number, stream) != stream for number in mine):
            return True
        self._holder_of.update(dict.fromkeys(mine, stream))
        return False

    def file(self, stream: str) -> File:
        """What the file is now; an empty file when nobody opened it."""
        return self._files.get(stream) or File()

    def events(self, stream: str) -> Events:
        """Everything that happened in a file."""
        return tuple(self._history.get(stream, ()))

    def histories(self) -> Iterator[tuple[str, Events]]:
        """Every file with its events, in the order of their names."""
        for stream in sorted(self._history):
            yield stream, tuple(self._history[stream])
