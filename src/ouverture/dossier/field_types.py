"""What a field of a command may hold, read from its type: one value or several, required or not, how it is typed."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from ouverture.dossier.kernel import Command, Sealed

Ask = Literal[
    "text", "day", "yes_no", "choice", "whole", "amount", "number", "account", "tracking",
    "lines", "prices", "answers", "acts",
]  # fmt: skip
"""How a field is asked. "number": of a person; "account": an IBAN; "lines": acts and what was paid for each;
"prices": what is repaid a line; "answers": facts of the person; "acts": other commands."""


class FieldType(NamedTuple):
    """``many``: several values; ``required``: no command without it; ``usual``: what it holds if it is left out.

    ``options``: the values of a closed list, else none. ``secret``: sealed at rest, never shown in full.
    ``of_parts``: a value of several parts, of which the type does not say how one types it.
    """

    name: str
    ask: Ask
    many: bool
    required: bool
    usual: Any
    options: tuple[str, ...]
    secret: bool
    of_parts: bool


_BY_TYPE: dict[Any, Ask] = {str: "text", date: "day", bool: "yes_no", int: "whole"}


def fields_of(declared: type[Command]) -> tuple[FieldType, ...]:
    """The fields of a command, in their order."""
    hints = get_type_hints(declared, include_extras=True)
    return tuple(_field(one, hints[one.name]) for one in fields(cast(Any, declared)))


def _field(one: Any, hint: Any) -> FieldType:
    hint = _without_none(hint)
    hint = _plain(hint) if get_origin(_plain(hint)) is tuple else hint
    item = get_args(hint)[0] if _is_list(hint) else hint
    options = get_args(item) if get_origin(item) is Literal else ()
    return FieldType(
        name=one.name,
        ask="choice" if options else _BY_TYPE.get(_plain(item), "text"),
        many=_is_list(hint),
        required=one.default is MISSING,
        usual=None if one.default is MISSING else one.default,
        options=options,
        secret=any(each.masked for each in getattr(item, "__metadata__", ()) if isinstance(each, Sealed)),
        of_parts=not options and _plain(item) not in _BY_TYPE,
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return next(each for each in get_args(hint) if each is not type(None))


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint
