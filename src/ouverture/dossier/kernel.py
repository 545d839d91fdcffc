"""What every aggregate is made of: moments, events, commands, moves between stages, and the decision on a command."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar, cast, dataclass_transform

from ouverture.dossier.refusals import Refusal

Asserter = Literal["person", "helper", "caisse", "cnav", "doctor", "post", "kiosk", "letter", "call", "screen", "clock"]
"""Who says that it happened: an office on this system, a letter that was seen, the passing of a day…"""

SEEN_FROM_OUTSIDE: frozenset[Asserter] = frozenset({"letter", "call", "screen"})
"""How the acts of a caisse outside this system are known."""


class Sealed(NamedTuple):
    """A value of a person, which the journal encrypts. ``masked``: only its last digits are said, and shown."""

    masked: bool


Secret = Annotated[str, Sealed(masked=True)]
"""A number of a person, an account."""
Personal = Annotated[str, Sealed(masked=False)]
"""A name, an address, what somebody said or wrote in their own words: said in full to the person, sealed at rest."""
PersonalDate = Annotated[date, Sealed(masked=False)]
"""A birthday."""


class Moment(NamedTuple):
    """The legal day of an event, who asserts it, and which actor did it: an opaque id of the door, never a name.

    ``who`` is empty for what the house does by itself, and for what nobody signed in for.
    """

    on: date
    by: Asserter
    who: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. Subclasses say what; they hold plain values only."""

    at: Moment

    kind: ClassVar[str]
    concerns_person: ClassVar[bool] = True
    """Whether the person must be told."""
    confirmed: ClassVar[bool] = False
    """Whether it is told even when it is the person's own act: an order can be checked, a stranger's act is seen."""

    @property
    def on(self) -> date:
        """The legal day."""
        return self.at.on

    @property
    def by(self) -> Asserter:
        """Who asserts it."""
        return self.at.by


@dataclass(frozen=True, slots=True)
class Command:
    """Something somebody wants done: it gives events, or is refused with a reason."""

    kind: ClassVar[str]
    may: ClassVar[tuple[Asserter, ...]]
    """Who may do it; the first is whoever does it as a rule."""


class OfPerson(Command):
    """What the person does, or a helper, or an agent who writes down what the person did at the counter."""

    __slots__ = ()
    may = ("person", "helper", "caisse", "letter", "call")


class OfCaisse(Command):
    """What the caisse does. Outside this system it is known by a letter, a call or a screen."""

    __slots__ = ()
    may = ("caisse", "clock", "letter", "call", "screen")


class OfCnav(Command):
    """What Cnav decides; a letter of the caisse may be how it is known."""

    __slots__ = ()
    may = ("cnav", "caisse", "clock", "letter", "call", "screen")


class OfPost(Command):
    """What happens to what was sent."""

    __slots__ = ()
    may = ("post", "caisse", "person", "helper", "clock", "letter")


class OfClock(Command):
    """What the passing of a day does, by law or by what we promised."""

    __slots__ = ()
    may = ("clock", "caisse", "letter", "call", "screen")


Events = tuple[Event, ...]
Decision = Events | Refusal


class Transition(NamedTuple):
    """How an event changes one aggregate: the stages it may come from, the stage it leads to, and the change itself.

    ``to`` is None when the stage does not change, or when the event itself says which.
    """

    come_from: tuple[str, ...]
    to: str | None
    change: Callable[[Any, Any], Any]


Transitions = Mapping[type[Event], Transition]

EVENTS: dict[str, type[Event]] = {}
"""Every kind of event by its name, as it stands in the journal."""

COMMANDS: dict[str, type[Command]] = {}
"""Every kind of command by its name."""

AnyClass = TypeVar("AnyClass", bound=type)


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@dataclass_transform(frozen_default=True)
def event(cls: AnyClass) -> AnyClass:
    """Declare an event: a frozen dataclass, registered under its name in snake case."""
    return _declared(cls, EVENTS)


@dataclass_transform(frozen_default=True)
def command(cls: AnyClass) -> AnyClass:
    """Declare a command: a frozen dataclass, registered under its name in snake case."""
    return _declared(cls, COMMANDS)


def _declared(cls: AnyClass, among: dict[str, Any]) -> AnyClass:
    declared: Any = dataclass(frozen=True, slots=True)(cls)
    declared.kind = _snake(cls.__name__)
    among[declared.kind] = declared
    return declared  # type: ignore[no-any-return]


def values(thing: Event | Command) -> dict[str, Any]:
    """The fields of an event (without its moment) or of a command, as they are."""
    return {name: getattr(thing, name) for name in _names(cast(Any, type(thing)))}


@cache
def _names(declared: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(declared) if field.name != "at")


def aggregate_of(declared: type[Event] | type[Command]) -> str:
    """The aggregate that declares an event or a command: the room of its module."""
    return declared.__module__.split(".")[2]
