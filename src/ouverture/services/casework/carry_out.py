"""One command, start to end: read the file, decide, write everything at once, or say why not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.one_look import in_one_look
from ouverture.dossier.records import sealed_fields, to_record
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.far_moments import too_far
from ouverture.services.casework.ports import (
    Entry,
    Erased,
    History,
    Journal,
    Line,
    Machine,
    NumberTaken,
    Order,
    Outgoing,
    Overtaken,
    Page,
    Standing,
)
from ouverture.services.casework.recall import Met, Recall, event_of
from ouverture.text import Text

State = TypeVar("State")

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode

NUMBER_TAKEN = Refusal(
    "number_taken",
    Text(
        "Ce numéro est déjà celui d'une autre personne, ou cette personne en a déjà un. Rien n'a été enregistré.",
        "This number is already another person's, or this person already has one. Nothing was recorded.",
    ),
    "caisse",
)


ERASED = Refusal(
    "file_erased",
    Text(
        "Ce dossier a été effacé : plus rien ne peut y être écrit.",
        "This file was erased: nothing more can be written in it.",
    ),
    "caisse",
)


class Done(NamedTuple):
    """The command is in the journal, durably. ``repeated``: it was there already, under the same key."""

    stream: str
    version: int
    events: tuple[Event, ...]
    repeated: bool = False


class Changed(NamedTuple):
    """Nothing was done: since the version the sender was looking at, these lines were written."""

    stream: str
    version: int
    since: tuple[Line, ...]


class KeyReused(ValueError):
    """The same idempotency key was sent with another command."""


@in_one_look
def handle(
    journal: Journal, machine: Machine[State], order: Order, recall: Recall[State] | None = None
) -> Done | Changed | Refusal:
    """Carry out an order; every answer of "done" is durable before it is given.

    An order sent again is answered as the first time and writes nothing. ``recall`` spares a process that carries out
    many orders reading each file from its first event. Raises KeyReused when the key was used in this file for another
    command.
    """
    cause = cause_of(journal, order.command)
    files = recall or Recall(machine, most=0)
    while True:
        file = files.file(journal, order.stream)
        if order.key in file.keys:
            return _earlier(journal.history(order.stream), order.key, cause)
        if order.seen is not None and order.seen != file.version:
            history = journal.history(order.stream)
            return Changed(order.stream, history.version, history.after(order.seen))
        if file.erased:
            return ERASED
        if refused := too_far(order, file.last):
            return refused
        decided = machine.run(file.state, order.command, order.at)
        if isinstance(decided, Refusal):
            return decided
        state, events = decided
        now = machine.standing(state, order.at.on)
        if not events:
            # Nothing happened, but a day has passed: what the queue says of the file may have changed with it.
            journal.keep_standing(order.stream, file.version, now)
            return Done(order.stream, file.version, ())
        messages = tuple(_messages(journal, machine, order.stream, file.version, state, events))
        try:
            last = journal.append(_page(machine, order, file, cause, events, now, messages))
        except Overtaken:
            continue  # decided on a file that is no more: decide again on what it has become
        except NumberTaken:
            return NUMBER_TAKEN
        except Erased:
            return ERASED
        files.keep(file.after(last, state))
        return Done(order.stream, last.version, events)


def cause_of(journal: Journal, command: Command) -> str:
    """A command's name, and a digest of all it asks, so that one key cannot stand for two commands."""
    return f"{command.kind}:{journal.fingerprint(repr(command))}"


def _earlier(history: History, key: str, cause: str) -> Done:
    lines = [line for line in history.lines if line.key == key]
    if lines[0].cause != cause:
        raise KeyReused(f'the key "{key}" was used for {lines[0].cause.partition(":")[0]} in {history.stream}')
    return Done(history.stream, lines[-1].version, tuple(map(event_of, lines)), repeated=True)


def _page(
    machine: Machine[State],
    order: Order,
    file: Met[State],
    cause: str,
    events: tuple[Event, ...],
    now: Standing,
    messages: tuple[tuple[int, Outgoing], ...],
) -> Page:
    held, led = machine.numbers(file.state), machine.indexed(file.state)
    return Page(
        stream=order.stream,
        after=file.version,
        previous=file.last.hash if file.last else b"",
        entries=tuple(map(entry_of, events)),
        said_by=order.at.by,
        who=order.at.who,
        cause=cause,
        key=order.key,
        recorded_at=order.recorded_at,
        standing=now,
        messages=messages,
        numbers_gone=tuple(sorted(held - now.numbers)),
        numbers_new=tuple(sorted(now.numbers - held)),
        indexed_gone=tuple(sorted(led - now.indexed)),
        indexed_new=tuple(sorted(now.indexed - led)),
    )


def entry_of(happened: Event) -> Entry:
    """An event as it is written."""
    return Entry(happened.kind, happened.on.isoformat(), _canonical(to_record(happened)), sealed_fields(happened.kind))


def _messages(
    journal: Journal, machine: Machine[State], stream: str, version: int, state: State, events: tuple[Event, ...]
) -> Iterable[tuple[int, Outgoing]]:
    """Each message with its words: they are those of this day, however late or often it is sent."""
    for nth, happened in enumerate(events, start=version + 1):
        if message := machine.outgoing(happened):
            told = _told(journal, stream, version, events, message.causes)
            yield nth, machine.telling(state, message, told)


def _told(
    journal: Journal, stream: str, version: int, events: tuple[Event, ...], causes: tuple[int, ...]
) -> tuple[Event, ...]:
    """The events that a message tells: those of this page, or earlier ones that nobody was told of."""
    earlier: dict[int, Event] = {}
    if any(place <= version for place in causes):
        earlier = {line.version: event_of(line) for line in journal.history(stream).lines}
    return tuple(events[place - version - 1] if place > version else earlier[place] for place in causes)
