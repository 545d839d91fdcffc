"""The form of every command, for every door; and the one reader of what was typed in it (POST, JSON, kiosk, line)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ouverture.dossier.command_words import FieldWords, kinds, words_of
from ouverture.dossier.field_types import Ask
from ouverture.dossier.file import File
from ouverture.dossier.kernel import COMMANDS, Command
from ouverture.services.casework.choices import Choice, Choices
from ouverture.services.casework.drawn import Drawn
from ouverture.services.casework.typed_values import Asked, NotRead, fault, read_value
from ouverture.text import Language, Text


class FormField(NamedTuple):
    """One question. ``value``: the answers it starts with, as typed; ``choices``: empty when it is not chosen.

    ``closed``: only the choices are answers; ``listed``: they come from a list, and are picked rather than typed.
    ``later``: only a day after today makes sense. ``secret``: never shown
    again in full.
    """

    name: str
    label: Text
    help: Text
    ask: Ask
    many: bool
    required: bool
    choices: Choices
    value: tuple[str, ...]
    closed: bool = False
    listed: bool = False
    later: bool = False
    secret: bool = False


class Form(NamedTuple):
    """The questions of one act, with what this file answers beforehand."""

    kind: str
    label: Text
    help: Text
    fields: tuple[FormField, ...]


class FieldError(NamedTuple):
    """What is wrong with one answer, and what would be right. ``field`` is "" when no question is meant."""

    field: str
    says: Text


class FieldErrors(NamedTuple):
    """Every answer that cannot be taken; nothing was decided."""

    errors: tuple[FieldError, ...]


DECIDED = frozenset({"first_day", "prices", "participations_owed"})
"""First answers that are what this office would decide: what another one decided stands in its letter, not here."""
Typed = Mapping[str, Any]
"""What was typed, by the name of the field: a text, or several; a program may send true, 3 or null."""


def form_of(kind: str, file: File, day: date) -> Form:
    """The form of a command for this file on that day; KeyError for a kind that is none."""
    return form_from(kind, Drawn(file, day))


def form_from(kind: str, drawn: Drawn) -> Form:
    """The form of a command, its lists drawn from what is drawn already."""
    words = words_of(kind)
    return Form(kind, words.label, words.help, tuple(_field(one, drawn) for one in words.fields))


def _field(words: FieldWords, drawn: Drawn) -> FormField:
    """The question, which is the same for every file but for what is drawn from this one."""
    field = _same_for_all(words.kind, words.name, drawn.file.connected)
    if words.choose:
        field = field._replace(choices=drawn.choices(words.choose))
    told_elsewhere = words.suggest in DECIDED and not drawn.file.connected and words_of(words.kind).outside
    if words.suggest and not told_elsewhere and (first := drawn.first_answer(words.suggest)):
        field = field._replace(value=tuple(first.split("\n")))
    return field


@cache
def _same_for_all(kind: str, name: str, connected: bool) -> FormField:
    act = words_of(kind)
    words = next(one for one in act.fields if one.name == name)
    of = words.type
    label, help_ = words.seen if act.outside and not connected else (words.label, words.help)
    return FormField(
        of.name,
        label,
        help_,
        words.ask,
        of.many,
        of.required or (words.wanted and connected),
        tuple(Choice(value, words.values[value]) for value in of.options),
        _usual(of.usual),
        bool(of.options),
        bool(words.choose),
        words.later,
        of.secret,
    )


def _usual(usual: Any) -> tuple[str, ...]:
    """What a command holds when nothing is answered, as one would type it."""
    if isinstance(usual, tuple):
        return tuple(str(one) for one in usual)
    if isinstance(usual, bool):
        return ("yes" if usual else "no",)
    return (str(usual),) if usual not in (None, "") else ()


def command_from(
    kind: str, typed: Typed, file: File, day: date, language: Language | None = None
) -> Command | FieldErrors:
    """The command that was typed, or one sentence for each answer that cannot be taken.

    ``language``: that of the page, in which a day was written. Whether the command is possible is for ``decide`` to
    say. A field that is not the command's is an error.
    """
    if kind not in kinds():
        return FieldErrors((FieldError("", fault("no_such_act", kind=kind[:60]).says),))
    words = words_of(kind).fields
    given: dict[str, Any] = {}
    errors = list(_strangers(words, typed))
    for one in words:
        try:
            answer = _answer(Asked(one, file, language), typed.get(one.name), day)
        except NotRead as error:
            errors.append(FieldError(one.name, error.says))
        else:
            given |= answer
    return FieldErrors(tuple(errors)) if errors else COMMANDS[kind](**given)


def _strangers(words: tuple[FieldWords, ...], typed: Typed) -> Iterator[FieldError]:
    names = [one.name for one in words]
    for name in typed:
        if name not in names:
            known = fault("not_a_field", field=str(name)[:60], known=names) if names else None
            yield FieldError(str(name), (known or fault("no_question", field=str(name)[:60])).says)


def _answer(asked: Asked, raw: Any, day: date) -> dict[str, Any]:
    """The field with its value, or nothing when it is left out and may be; raises NotRead."""
    words, of = asked.field, asked.field.type
    if words.ask == "acts":
        return {of.name: _acts(asked, raw, day)}
    items = [one for one in _as_typed(raw, of.many) if one.strip()]
    if not items:
        if of.required or (words.wanted and asked.file.connected):
            raise asked.fault("missing")
        # A list that was sent empty is empty; one that was not sent is what it usually is.
        return {of.name: ()} if of.many and raw is not None else {}
    if of.many:
        return {of.name: tuple(read_value(asked, one) for one in items)}
    if len(items) > 1:
        raise asked.fault("several", number=len(items))
    return {of.name: read_value(asked, items[0])}


def _as_typed(raw: Any, many: bool) -> list[str]:
    """The answers as texts: a list as it is, a text of several lines as several answers where several are asked for."""
    if raw is None:
        return []
    if isinstance(raw, list | tuple):
        return [line for one in raw for line in _as_typed(one, many)]
    if isinstance(raw, bool):
        return ["yes" if raw else "no"]
    text = str(raw)
    return text.splitlines() if many else [text]


def _acts(asked: Asked, raw: Any, day: date) -> tuple[Command, ...]:
    """Several acts, each given as its name under "act" and its answers; raises NotRead with the first fault."""
    if not (isinstance(raw, list | tuple) and raw and all(isinstance(one, Mapping) and "act" in one for one in raw)):
        raise asked.fault("acts")
    made = []
    for one in raw:
        answers = {name: value for name, value in one.items() if name != "act"}
        act = command_from(str(one["act"]), answers, asked.file, day, asked.language)
        if isinstance(act, FieldErrors):
            raise NotRead(act.errors[0].says)
        made.append(act)
    return tuple(made)
