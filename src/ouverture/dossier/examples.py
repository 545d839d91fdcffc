"""One event of a kind said in several ways: the plainest, then each field changed alone. For pictures and checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from ouverture.dossier.kernel import EVENTS, Event, Moment

FIRST, LATER = date(2026, 1, 5), date(2026, 1, 6)
AT = Moment(FIRST, "caisse")
_PLAIN: dict[Any, tuple[Any, ...]] = {
    str: ("a", "b", ""),
    int: (0, 1, 2),
    bool: (False, True),
    date: (FIRST, LATER),
    type(None): (None,),
}


@cache
def examples(named: str) -> tuple[Event, ...]:
    """Events of the kind with this name, the plainest first; together they say every choice a field has."""
    kind = EVENTS[named]
    choices = {name: options(hint) for name, hint in said(kind).items()}
    plain = {name: values[0] for name, values in choices.items()}
    others = ({**plain, name: value} for name, values in choices.items() for value in values[1:])
    return tuple(kind(AT, **values) for values in (plain, *others))


def said(kind: type[Event]) -> dict[str, Any]:
    """The fields of an event, without its moment, and the type of each."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hint for name, hint in hints.items() if name != "at" and get_origin(hint) is not ClassVar}


def options(hint: Any) -> tuple[Any, ...]:
    """A few values of the type, the plainest first; raises KeyError for a type no event has."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return options(inner[0])
    if origin is Literal:
        return inner
    if origin in (Union, UnionType):
        return tuple(value for each in inner for value in options(each))
    if origin is tuple and inner[-1] is Ellipsis:
        each = options(inner[0])
        return (each[:1], (), each[:1] * 2, *((one,) for one in each[1:]))
    if origin is tuple:
        return tuple(_varied(inner))
    if hasattr(hint, "_fields"):
        return tuple(hint(*values) for values in _varied(tuple(get_type_hints(hint, include_extras=True).values())))
    return _PLAIN[hint]


def _varied(hints: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    every = [options(hint) for hint in hints]
    plain = tuple(values[0] for values in every)
    yield plain
    for place, values in enumerate(every):
        yield from ((*plain[:place], value, *plain[place + 1 :]) for value in values[1:])
