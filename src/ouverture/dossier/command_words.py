"""Every command in words: the act as a button says it, what it does, the question of each field (``data/commands``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from ouverture.dossier import machine as _every_command  # noqa: F401 - a command is declared when its room is loaded
from ouverture.dossier.field_types import Ask, FieldType, fields_of
from ouverture.dossier.kernel import COMMANDS, SEEN_FROM_OUTSIDE, Asserter
from ouverture.dossier.words import table
from ouverture.text import Text

_OF_THE_ACT = frozenset({"fr", "en", "help", "outside", "noted", "button"})
_OF_A_FIELD = frozenset(
    {"fr", "en", "help", "seen", "same", "choose", "suggest", "ask", "when", "wanted", "tried", "values"}
)

KEEPERS: frozenset[Asserter] = frozenset({"person", "helper"})
"""Who writes down in a file what somebody else did."""


class WordsMissing(ValueError):
    """A row of ``data/commands`` that does not fit the command it speaks of."""


class FieldWords(NamedTuple):
    """One question of the act ``kind``. ``choose`` names a list drawn from the file, ``suggest`` a first answer.

    ``wanted``: required on this system, though it may be left out of what was seen outside. ``values``: the words of
    each value of a closed list. ``seen``: the question and its help, asked of whoever writes down what a caisse outside
    did. ``later``: only a day after today makes sense. ``tried``: texts that will
    do in a dry run, where not any will.
    """

    kind: str
    type: FieldType
    ask: Ask
    label: Text
    help: Text
    choose: str
    suggest: str
    wanted: bool
    later: bool
    tried: tuple[str, ...]
    values: Mapping[str, Text]
    seen: tuple[Text, Text]

    @property
    def name(self) -> str:
        """The field's name in the command."""
        return self.type.name


class CommandWords(NamedTuple):
    """One act. ``outside``: how the person writes it down when a caisse outside did it; None when no caisse does it.

    ``noted``: how its button says it to the person, where the act is another's as a rule; None when it is theirs.
    ``button``: whether a desk shows it; the others are for programs and for the machine. ``fields``: what is asked;
    a field that is ``unasked`` is filled by whoever carries the order out.
    """

    kind: str
    label: Text
    help: Text
    outside: Text | None
    noted: Text | None
    button: bool
    fields: tuple[FieldWords, ...]


@cache
def kinds() -> tuple[str, ...]:
    """Every kind of command that has words: every one there is."""
    return tuple(table("commands"))


@cache
def words_of(kind: str) -> CommandWords:
    """The words of a command; KeyError for a kind that is none, WordsMissing for a row that does not fit it."""
    row, types = table("commands")[kind], fields_of(COMMANDS[kind])
    stale = sorted(set(row) - _OF_THE_ACT - {one.name for one in types})
    if stale:
        raise WordsMissing(f"{kind}: words for {', '.join(stale)}, which it does not have")
    return CommandWords(
        kind,
        _text(kind, row),
        _text(kind, row.get("help", {})),
        _text(kind, row["outside"]) if "outside" in row else None,
        _text(kind, row["noted"]) if "noted" in row else None,
        row.get("button", True),
        tuple(_field(kind, one, said) for one in types if not (said := row.get(one.name, {})).get("unasked")),
    )


def _field(kind: str, of: FieldType, row: Mapping[str, Any]) -> FieldWords:
    where = f"{kind}.{of.name}"
    said = {**table("command_fields")[row["same"]], **row} if "same" in row else row
    if beyond := sorted(set(said) - _OF_A_FIELD):
        raise WordsMissing(f"{where}: {', '.join(beyond)} means nothing here")
    values = {value: _text(where, words) for value, words in said.get("values", {}).items()}
    if set(values) != set(of.options):
        raise WordsMissing(f"{where}: words for {sorted(values)}, values {sorted(of.options)}")
    label, help_ = _text(where, said), _text(where, said.get("help", {}))
    return FieldWords(
        kind,
        of,
        _asked(where, of, said),
        label,
        help_,
        said.get("choose", ""),
        said.get("suggest", ""),
        said.get("wanted", False),
        said.get("when") == "later",
        tuple(said.get("tried", ())),
        values,
        _seen(where, said["seen"], label) if "seen" in said else (label, help_),
    )


def _seen(where: str, row: Mapping[str, Any], label: Text) -> tuple[Text, Text]:
    """The question and its help as a row gives them; its help alone where the question does for both."""
    return _text(where, row) if "fr" in row else label, _text(where, row["help"])


def _asked(where: str, of: FieldType, said: Mapping[str, Any]) -> Ask:
    if "choose" in said:
        return "choice"
    if "ask" not in said and (of.of_parts or of.secret):
        raise WordsMissing(f"{where}: how it is typed is not said")
    ask: Ask = said.get("ask", of.ask)
    return ask


def _text(where: str, row: Mapping[str, Any]) -> Text:
    if not (row.get("fr") and row.get("en")):
        raise WordsMissing(f"{where}: not said in both languages")
    return Text(row["fr"], row["en"])


def label_for(words: CommandWords, by: Asserter) -> Text:
    """The act as its button says it: of a caisse outside, as what a letter, a call or a screen told."""
    if by in SEEN_FROM_OUTSIDE and words.outside:
        return words.outside
    return words.noted if by in KEEPERS and words.noted else words.label


def help_for(words: CommandWords, connected: bool, by: Asserter) -> Text:
    """What the act does: on this system; or in the record of a caisse outside, which reads nothing written here."""
    if connected:
        return words.help
    row = table("outside")["seen_act" if by in SEEN_FROM_OUTSIDE else "own_act"]
    return Text(row["fr"], row["en"])


Choices = Literal["choose", "suggest"]


def named_lists(which: Choices) -> frozenset[str]:
    """Every list, or every first answer, that a question names."""
    every = (field for kind in kinds() for field in words_of(kind).fields)
    return frozenset(getattr(field, which) for field in every) - {""}
