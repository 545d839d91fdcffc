"""What the use cases need from outside, as plain data and Protocols: the machine of a file, the journal, the post."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from ouverture.dossier.kernel import Command, Event, Moment
from ouverture.dossier.refusals import Refusal
from ouverture.text import Text

State = TypeVar("State")


class Line(NamedTuple):
    """One event as the journal holds it. ``day`` is the legal day, ``body`` its canonical JSON.

    ``said_by`` and ``who`` are those of the order that led to it, ``cause`` its command, ``key`` its idempotency key;
    ``schema`` is the one the body was written under, ``hash`` the link of the chain; ``mark`` only this installation
    can put on it.
    """

    position: int
    stream: str
    version: int
    kind: str
    body: str
    day: str
    recorded_at: str
    said_by: str
    who: str
    cause: str
    key: str
    schema: int
    hash: bytes
    mark: bytes


class History(NamedTuple):
    """The lines of one file, or the last of them, oldest first.

    ``erased``: the key of the file was destroyed; what was sealed in it says nothing any more.
    """

    stream: str
    lines: tuple[Line, ...]
    erased: bool = False

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
    """A message to the person, to be sent on ``channel`` from ``due`` on; ``content`` holds plain values.

    ``message`` is its number in the file, ``causes`` the versions of the events it tells. ``words`` is what it says,
    None when it says what its first sending said; ``address`` where it goes, "" when the channel needs none.
    """

    channel: str
    due: date
    content: dict[str, Any]
    message: int = 0
    causes: tuple[int, ...] = ()
    words: Text | None = None
    address: str = ""


class Told(NamedTuple):
    """A message as it was queued: once for each channel that had to carry it. ``sent_at`` is a moment (ISO) or None."""

    message: int
    version: int
    channel: str
    due: date
    words: Text
    address: str
    sent_at: str | None


class Owed(NamedTuple):
    """One obligation of a file: who must do what by when, and which office's file it is."""

    act: str
    about: str
    holder: str
    office: str
    due: date
    basis: str


class Task(NamedTuple):
    """One row of the queue: an obligation of the file ``stream``. ``first``: it is what the file as a whole waits for.

    ``about`` is an opaque key: what it stands for may be a name, and is in the file.

    ``assigned_to`` is the opaque identity of the agent who took it, "" when nobody has.
    """

    due: date
    stream: str
    act: str
    about: str
    holder: str
    office: str
    basis: str
    first: bool
    assigned_to: str


class Asked(NamedTuple):
    """Which rows of the queue: every value given must hold. ``acts``: any of them; none: every act.

    ``assigned_to`` None: whoever has it; "": nobody.

    ``due_before``: only what is due earlier than this day.
    """

    office: str = ""
    holder: str = ""
    acts: tuple[str, ...] = ()
    stream: str = ""
    due_before: date | None = None
    assigned_to: str | None = None


class Spread(NamedTuple):
    """How many rows of the queue have this act, this day and this holder among the agents ("": nobody took them)."""

    act: str
    due: date
    assigned_to: str
    rows: int


class HeldNumber(NamedTuple):
    """A number that belongs to a person: the live one, or an old one kept as its alias."""

    person: str
    number: str
    standing: Literal["live", "alias"]


Indexed = tuple[str, str]
"""What leads to a file: what it is ("family_name"), and its folded value. Kept as a keyed digest only."""


class Standing(NamedTuple):
    """Where a file stands on the day ``on``, as look-up tables need it; a closed file is looked at no more.

    ``owed`` has the obligation that comes first at its head. ``wake_on``: the day on which the file must be looked at
    even if nothing happens.
    """

    on: date
    wake_on: date | None = None
    owed: tuple[Owed, ...] = ()
    numbers: frozenset[HeldNumber] = frozenset()
    indexed: frozenset[Indexed] = frozenset()


class Page(NamedTuple):
    """All that one command writes in one transaction: events, messages, and what changed in the look-up tables.

    ``after`` is the version the command was decided on, ``previous`` the hash of that version's event. ``messages`` go
    with the version of the event they come from. ``standing`` is that of the file after the page.
    """

    stream: str
    after: int
    previous: bytes
    entries: tuple[Entry, ...]
    said_by: str
    who: str
    cause: str
    key: str
    recorded_at: datetime
    standing: Standing
    messages: tuple[tuple[int, Outgoing], ...] = ()
    numbers_gone: tuple[HeldNumber, ...] = ()
    numbers_new: tuple[HeldNumber, ...] = ()
    indexed_gone: tuple[Indexed, ...] = ()
    indexed_new: tuple[Indexed, ...] = ()


class Reading(NamedTuple):
    """One look at a file: who looked, what for, at what. ``stream`` is "" for a look at no single file: a search."""

    stream: str
    actor: str
    purpose: str
    what: str
    at: datetime


class Dated(NamedTuple):
    """One event without what was sealed in it: whose file, its kind, its legal day, its body as it is written."""

    stream: str
    kind: str
    day: date
    body: str


class Passed(NamedTuple):
    """One event that came into or left the work of a caisse: its place in the journal, its kind, its legal day.

    ``caisse`` had the file then; "" for a record that a person keeps of a caisse outside.
    """

    position: int
    kind: str
    day: date
    caisse: str


class Overtaken(Exception):
    """Somebody else wrote in the file since it was read."""


class NumberTaken(Exception):
    """The number is another person's, or the person has a live number already."""


class Erased(Exception):
    """The file was erased: nothing more can be written in it."""


class Journal(Protocol):
    """The record of all files: events that nobody can change, and the rows that go with them."""

    def history(self, stream: str, since: int = 1) -> History:
        """The events of a file from the version ``since`` on; empty for a file that does not exist.

        Raises NotAsWritten when one of them is not what was written.
        """

    def append(self, page: Page) -> Line:
        """Write a page, durably, or nothing of it; its last line. Raises Overtaken, NumberTaken or Erased."""

    def keep_standing(self, stream: str, version: int, now: Standing) -> None:
        """Put a file's rows of the queue right, unless the file has moved on from ``version``."""

    def fingerprint(self, text: str) -> str:
        """A digest that only this installation can make: what it is made of may be a person's number."""

    def about_key(self, stream: str, act: str, about: str) -> str:
        """What a row of the queue holds in place of the thing its act is about."""

    def owed(self, asked: Asked, after: Task | None = None, most: int = 50) -> tuple[Task, ...]:
        """A page of the queue, the first due first; ``after`` is the last row of the page before."""

    def owed_counts(self, asked: Asked, day: date) -> tuple[tuple[str, int, int], ...]:
        """How many rows each act has among those asked for, and how many of them were due before ``day``."""

    def owed_spread(self, asked: Asked, first: date, last: date) -> tuple[Spread, ...]:
        """How many rows of each act, by day and by who has it; days outside count on ``first`` or ``last``."""

    def files_of(self, office: str, after: str, most: int) -> tuple[str, ...]:
        """The open files of an office by their identity, those that come after one; each owes an act to somebody."""

    def assign(self, task: Task, to: str) -> bool:
        """Give an act to an agent ("": to nobody); False when another has it meanwhile, or it is owed no more."""

    def note_reading(self, *looks: Reading) -> None:
        """Write down, durably, that somebody looked at a file or at several, before the answer is given."""

    def readings(self, stream: str, after: int = 0, most: int = 50) -> tuple[tuple[int, Reading], ...]:
        """Who looked at a file, oldest first, each with its place; ``after`` is the last place of the page before."""

    def streams_with(self, kind: str, plain: str, most: int = 1000) -> tuple[str, ...]:
        """The files that this value of this kind leads to."""

    def streams_with_every(self, wanted: Collection[Indexed], most: int = 1000) -> tuple[str, ...]:
        """The files that every one of these values leads to."""

    def streams_with_any(self, wanted: Collection[Indexed], most: int = 1000) -> tuple[tuple[str, int], ...]:
        """The files that some of these values lead to, each with how many do; most first."""

    def told(self, stream: str, message: int | None = None) -> tuple[Told, ...]:
        """What the person was told, word for word as it was queued: one message, or every one."""

    def dated(self, kinds: Collection[str], most: int) -> tuple[Dated, ...]:
        """The last ``most`` events of these kinds, of every file, oldest first; nothing sealed is opened."""

    def passed(self, kinds: Collection[str], after: int, most: int) -> tuple[Passed, ...]:
        """The last ``most`` events of these kinds after a place in the journal, oldest first; no file is read."""

    def forget(self, stream: str, at: datetime) -> bool:
        """Destroy the key of a file and all that leads to it, for ever; False when there is no such file."""


class Signer(Protocol):
    """Signs papers that anybody can check."""

    def signed(self, values: Mapping[str, str]) -> str:
        """A token that says these values and bears the signature of this installation."""


@dataclass(frozen=True, slots=True)
class Machine(Generic[State]):
    """The pure machine of a file, as functions: what the shell needs to know of the domain, and no more."""

    empty: Callable[[str], State]
    evolve: Callable[[State, Event], State]
    run: Callable[[State, Command, Moment], tuple[State, tuple[Event, ...]] | Refusal]
    standing: Callable[[State, date], Standing]
    numbers: Callable[[State], frozenset[HeldNumber]]
    indexed: Callable[[State], frozenset[Indexed]]
    outgoing: Callable[[Event], Outgoing | None]
    telling: Callable[[State, Outgoing, tuple[Event, ...]], Outgoing]
    """A message with its words and its address, from the file it leaves and the events it tells."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command on its way: for which file, on which legal day and asserted by whom (``at``), and recorded when.

    ``key`` is the same when the same order is sent twice; it is written in clear, and nothing personal may be in it.
    ``seen`` is the version the sender was looking at: when the file has moved on since, nothing is done and the sender
    is told what changed. None means "whatever the file has become".
    """

    stream: str
    command: Command
    at: Moment
    key: str
    recorded_at: datetime
    seen: int | None = None
