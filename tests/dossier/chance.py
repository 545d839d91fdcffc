"""Events and commands with random contents, for the checks that nothing can make the machine stumble."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from ouverture.dossier.kernel import COMMANDS, EVENTS, Asserter, Command, Event, Moment
from ouverture.dossier.seen import SEEN
from ouverture.dossier.together import Together
from ouverture.dossier.watch.decisions import LookAgain

WORDS = (
    "", "identity_document", "birth_certificate", "bank_details", "marriage_certificate", "no such paper",
    "751", "671", "resident", "employee", "291079940412337", "185039940401735", "3012345678167", "email",
    "letter", "agent 1", "agent 2", "h1", "c1", "e1", "plastic", "european", "unreadable", "CSS L160-1", "0",
    "1",
)  # fmt: skip
BEGINS = date(2026, 1, 5)
BY_RUN = (LookAgain, Together)
"""Commands that ``machine.run`` carries out itself, without a decider."""


def some_event(chance: Random, day: date) -> Event:
    """Any event that can be seen from outside, saying anything."""
    kind = EVENTS[chance.choice(sorted(SEEN))]
    return kind(Moment(day, chance.choice(get_args(Asserter))), **_fields(chance, kind))


def some_command(chance: Random) -> Command:
    """Any command, asking for anything."""
    kind = COMMANDS[chance.choice(real(COMMANDS))]
    return kind(**_fields(chance, kind))


def real(registry: dict[str, Any]) -> list[str]:
    """The kinds of the product, without those that other tests declare."""
    return sorted(
        kind for kind, one in registry.items() if one.__module__.startswith("ouverture.") and one not in BY_RUN
    )


def _fields(chance: Random, kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {
        name: some_value(chance, hint)
        for name, hint in hints.items()
        if name not in ("at", "may", "kind") and get_origin(hint) is not ClassVar
    }


def some_value(chance: Random, hint: Any) -> Any:
    """A value of the type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return some_value(chance, inner[0])
    if origin in (Union, UnionType):
        return some_value(chance, chance.choice(inner))
    if origin is Literal:
        return chance.choice(inner)
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return tuple(some_value(chance, inner[0]) for _ in range(chance.randrange(0, 3)))
        return tuple(some_value(chance, each) for each in inner)
    if hasattr(hint, "_fields"):
        return hint(*(some_value(chance, each) for each in get_type_hints(hint, include_extras=True).values()))
    return _plain(chance, hint)


def _plain(chance: Random, hint: Any) -> Any:
    if hint is date:
        return BEGINS + timedelta(days=chance.randrange(-400, 900))
    if hint is bool:
        return chance.random() < 0.5
    if hint is int:
        return chance.choice((0, 1, 2, 5, 2500, -1))
    if hint is type(None):
        return None
    assert hint is str, hint
    return chance.choice(WORDS)
