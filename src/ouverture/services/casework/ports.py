"""What the use cases need from outside, as plain data and Protocols: the machine of a file, the journal, the post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from ouverture.dossier.kernel import Command, Event, Moment
from ouverture.dossier.refusals import Refusal

State = TypeVar("State")


class Line(NamedTuple):
    """One event as the journal holds it. ``day`` is the legal day, ``body`` its canonical JSON.

    ``cause`` is the command that led to it, ``key`` that command's idempotency key, ``hash`` the link of the chain.
    """

    position: int
    stream: str
    version: int
    kind: str
    body: str
    day: str
    recorded_at: str
    said_by: str
    cause: str
    key: str
    hash: bytes


class History(NamedTuple):
    """The lines of one file, or the last of them, oldest first."""

    stream: str
    lines: tuple[Line, ...]

    @property
    def version(self) -> int:
        """How many events the file has; 0 when nobody has written in it."""
        return self.lines[-1].version if self.lines else 0

    def after(self, version: int) -> tuple[Line, ...]:
        """The lines written since ``version``."""
        return tuple(line for line in self.lines if line.version > version)


class Entry(NamedTuple):
    """One event to be written: its kind, its legal day (ISO) and its body in canonical JSON.

    ``sealed`` names the fields of the body that the journal must not hold in clear.
    """

    kind: str
    day: str
    body: str
    sealed: frozenset[str] = frozenset()


class Outgoing(NamedTuple):
    """A message to the person, to be sent on ``channel`` from ``due`` on; ``content`` holds plain values."""

    channel: str
    due: date
    content: dict[str, Any]


class Work(NamedTuple):
    """The one act an open file waits for, and the day on which the file must be looked at even if nothing happens."""

    holder: str
    act: str
    due: date
    basis: str
    wake_on: date


class HeldNumber(NamedTuple):
    """A number that belongs to a person: the live one, or an old one kept as its alias."""

    person: str
    number: str
    standing: Literal["live", "alias"]


class Standing(NamedTuple):
    """Where a file stands, as look-up tables need it: its act (none when closed) and its numbers."""

    work: Work | None = None
    numbers: frozenset[HeldNumber] = frozenset()


class Page(NamedTuple):
    """All that one command writes in one transaction: events, messages, and what changed in the look-up tables.

    ``after`` is the version the command was decided on, ``previous`` the hash of that version's event. ``messages`` go
    with the version of the event they come from.
    """

    stream: str
    after: int
    previous: bytes
    entries: tuple[Entry, ...]
    said_by: str
    cause: str
    key: str
    recorded_at: datetime
    messages: tuple[tuple[int, Outgoing], ...] = ()
    work: Work | None = None
    numbers_gone: tuple[HeldNumber, ...] = ()
    numbers_new: tuple[HeldNumber, ...] = ()


class Overtaken(Exception):
    """Somebody else wrote in the file since it was read."""


class NumberTaken(Exception):
    """The number is another person's, or the person has a live number already."""


class Journal(Protocol):
    """The record of all files: events that nobody can change, and the rows that go with them."""

    def history(self, stream: str, since: int = 1) -> History:
        """The events of a file from the version ``since`` on; empty for a file that does not exist."""

    def append(self, page: Page) -> Line:
        """Write a page, durably, or nothing of it; its last line. Raises Overtaken or NumberTaken."""

    def keep_work(self, stream: str, version: int, work: Work | None) -> None:
        """Put a file's row of the work queue right, unless the file has moved on from ``version``."""

    def fingerprint(self, text: str) -> str:
        """A digest that only this installation can make: what it is made of may be a person's number."""


@dataclass(frozen=True, slots=True)
class Machine(Generic[State]):
    """The pure machine of a file, as functions: what the shell needs to know of the domain, and no more."""

    empty: Callable[[str], State]
    evolve: Callable[[State, Event], State]
    run: Callable[[State, Command, Moment], tuple[State, tuple[Event, ...]] | Refusal]
    standing: Callable[[State, date], Standing]
    numbers: Callable[[State], frozenset[HeldNumber]]
    outgoing: Callable[[Event], Outgoing | None]


@dataclass(frozen=True, slots=True)
class Order:
    """A command on its way: for which file, on which legal day and asserted by whom (``at``), and recorded when.

    ``key`` is the same when the same order is sent twice. ``seen`` is the version the sender was looking at: when the
    file has moved on since, nothing is done and the sender is told what changed. None means "whatever the file has
    become".
    """

    stream: str
    command: Command
    at: Moment
    key: str
    recorded_at: datetime
    seen: int | None = None
