"""A command written back as one would type it in its form: what ``command_from`` reads gives the command again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ouverture.dossier.command_words import FieldWords, words_of
from ouverture.dossier.field_types import Ask
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.law.answers import as_given
from ouverture.law.facts import FACTS


def as_typed(command: Command, file: File) -> dict[str, tuple[str, ...]]:
    """The answers of a command by field; several acts at once have none. A number found is written by its place."""
    return {field.name: _answers(field, getattr(command, field.name), file) for field in words_of(command.kind).fields}


def _answers(field: FieldWords, value: Any, file: File) -> tuple[str, ...]:
    if value is None:
        return ()
    written = (_written(field, one, file) for one in (value if field.type.many else (value,)))
    return tuple(one for one in written if one)


def _written(field: FieldWords, value: Any, file: File) -> str:
    if field.choose == "numbers_found" and value in file.identity.candidates:
        return str(file.identity.candidates.index(value) + 1)
    return _WRITERS.get(field.ask, str)(value)


def amount(cents: int) -> str:
    """ "25,00"."""
    return f"{cents // 100},{cents % 100:02d}"


def _answer(fact: tuple[str, Any]) -> str:
    name, value = fact
    given = as_given(FACTS[name], value)
    return f"{name} = {'yes' if given is True else 'no' if given is False else given}"


_WRITERS: Mapping[Ask, Callable[[Any], str]] = {
    "day": lambda value: str(value.isoformat()),
    "yes_no": lambda value: "yes" if value else "no",
    "amount": amount,
    "lines": lambda line: f"{line[0]} : {amount(line[1])}",
    "prices": lambda priced: f"{priced.line + 1}: {amount(priced.base)} {amount(priced.cents)}",
    "answers": _answer,
}
