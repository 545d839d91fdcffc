"""Events and commands as plain values and back: dates as ISO strings, tuples as lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Union, cast, get_args, get_origin, get_type_hints

from ouverture.dossier.kernel import COMMANDS, EVENTS, Command, Event, Moment, values

Record = dict[str, Any]


def to_record(happened: Event) -> Record:
    """An event as plain values: ``on``, ``by``, then what it says."""
    return {"on": happened.on.isoformat(), "by": happened.by, **command_to_record(happened)}


def from_record(kind: str, record: Mapping[str, Any]) -> Event:
    """The event written by ``to_record``; raises KeyError for a kind that no longer exists."""
    said = dict(record)
    at = Moment(date.fromisoformat(said.pop("on")), said.pop("by"))
    return EVENTS[kind](at, **_typed_fields(EVENTS[kind], said))


def command_to_record(wanted: Command | Event) -> Record:
    """A command as plain values."""
    return {name: _plain(value) for name, value in values(wanted).items()}


def command_from_record(kind: str, record: Mapping[str, Any]) -> Command:
    """The command written by ``command_to_record``; KeyError for an unknown kind, TypeError for a wrong field."""
    return COMMANDS[kind](**_typed_fields(COMMANDS[kind], record))


@cache
def sealed_fields(kind: str) -> frozenset[str]:
    """The fields of an event that the journal must encrypt (typed ``Secret``)."""
    return frozenset(name for name, hint in _hints(cast(Any, EVENTS[kind])).items() if _is_secret(hint))


def _is_secret(hint: Any) -> bool:
    return get_origin(hint) is Annotated or any(_is_secret(inner) for inner in get_args(hint))


@cache
def _hints(cls: Any) -> dict[str, Any]:
    found = get_type_hints(cls, include_extras=True)
    return {name: hint for name, hint in found.items() if get_origin(hint) is not ClassVar and name != "at"}


def _typed_fields(cls: type, record: Mapping[str, Any]) -> Record:
    hints = _hints(cls)
    return {name: _typed(value, hints.get(name, Any)) for name, value in record.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _typed(value: Any, hint: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) in (Union, UnionType):
        return _typed(value, next(inner for inner in get_args(hint) if inner is not type(None)))
    if hint is date:
        return date.fromisoformat(value)
    if isinstance(value, list | tuple):
        return _typed_items(value, hint)
    return value


def _typed_items(items: list[Any] | tuple[Any, ...], hint: Any) -> Any:
    """A tuple of one type, a tuple of fixed types, or a named tuple."""
    if hasattr(hint, "_fields"):
        inner = list(_hints(hint).values())
        return hint(*(_typed(item, kind) for item, kind in zip(items, inner, strict=True)))
    inner = list(get_args(hint)) or [Any]
    if inner[-1] is Ellipsis or len(inner) != len(items):
        return tuple(_typed(item, inner[0]) for item in items)
    return tuple(_typed(item, kind) for item, kind in zip(items, inner, strict=True))
