"""Events and commands as plain values and back: dates as ISO strings, tuples as lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Union, cast, get_args, get_origin, get_type_hints

from ouverture.dossier.kernel import COMMANDS, EVENTS, Command, Event, Moment, Sealed, values

Record = dict[str, Any]


def to_record(happened: Event) -> Record:
    """An event as plain values: ``on``, ``by``, ``who`` if somebody was signed in, then what it says."""
    on, by, who = happened.at
    signed = {"who": who} if who else {}
    return {"on": on.isoformat(), "by": by, **signed, **command_to_record(happened)}


def from_record(kind: str, record: Mapping[str, Any]) -> Event:
    """The event written by ``to_record``.

    Raises KeyError for a kind or a field that does not exist, TypeError or ValueError for a value that is none.
    """
    declared = EVENTS[kind]
    at = Moment(date.fromisoformat(record["on"]), record["by"], record.get("who", ""))
    return declared(at, **_read(cast(Any, declared), record))


def command_to_record(wanted: Command | Event) -> Record:
    """A command as plain values."""
    return {name: _plain(value) for name, value in values(wanted).items()}


def command_from_record(kind: str, record: Mapping[str, Any]) -> Command:
    """The command written by ``command_to_record``; raises as ``from_record`` does."""
    return COMMANDS[kind](**_read(cast(Any, COMMANDS[kind]), record))


@cache
def sealed_fields(kind: str) -> frozenset[str]:
    """The fields of an event that the journal must encrypt: what is typed with ``Sealed``."""
    return frozenset(name for name, hint in _hints(cast(Any, EVENTS[kind])).items() if _seals(hint))


@cache
def masked_fields(kind: str) -> frozenset[str]:
    """The sealed fields of an event of which only the last digits are said (typed ``Secret``)."""
    return frozenset(
        name for name, hint in _hints(cast(Any, EVENTS[kind])).items() if any(each.masked for each in _seals(hint))
    )


def _seals(hint: Any) -> tuple[Sealed, ...]:
    own = tuple(each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Sealed))
    return (*own, *(seal for inner in get_args(hint) for seal in _seals(inner)))


@cache
def _hints(cls: Any) -> dict[str, Any]:
    found = get_type_hints(cls, include_extras=True)
    return {name: hint for name, hint in found.items() if get_origin(hint) is not ClassVar and name != "at"}


def _read(cls: Any, record: Mapping[str, Any]) -> Record:
    readers = _readers(cls)
    said = {}
    for name, value in record.items():
        if name in _OF_THE_MOMENT:
            continue
        reader = readers[name]
        said[name] = value if reader is None else reader(value)
    return said


_OF_THE_MOMENT = frozenset({"on", "by", "who"})
Reader = Callable[[Any], Any]


@cache
def _readers(cls: Any) -> dict[str, Reader | None]:
    """How each field is read back from plain values; None for one that is read as it stands."""
    return {name: _reader(hint) for name, hint in _hints(cls).items()}


@cache
def _reader(hint: Any) -> Reader | None:
    origin, inner = get_origin(hint), get_args(hint)
    if hint is date:
        return date.fromisoformat
    if origin is Annotated:
        return _day_or_gone if inner[0] is date else _reader(inner[0])
    if origin in (Union, UnionType):
        return _or_none(next(_reader(each) for each in inner if each is not type(None)))
    if origin is tuple:
        return _tuple_reader(inner)
    if hasattr(hint, "_fields"):
        return _named_tuple_reader(hint)
    return None


def _day_or_gone(value: str) -> date:
    """A sealed day; the first of all days once the key of the file is destroyed."""
    return date.fromisoformat(value) if value else date.min


def _or_none(reader: Reader | None) -> Reader | None:
    return None if reader is None else lambda value: None if value is None else reader(value)


def _tuple_reader(inner: tuple[Any, ...]) -> Reader:
    if inner[-1] is not Ellipsis:
        return _fixed(tuple, tuple(map(_reader, inner)))
    reader = _reader(inner[0])
    return tuple if reader is None else lambda items: tuple(map(reader, items))


def _named_tuple_reader(hint: Any) -> Reader:
    return _fixed(hint._make, tuple(map(_reader, _hints(hint).values())))


def _fixed(make: Reader, readers: tuple[Reader | None, ...]) -> Reader:
    def read(items: Any) -> Any:
        pairs = zip(items, readers, strict=True)
        return make(item if reader is None else reader(item) for item, reader in pairs)

    return read


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
