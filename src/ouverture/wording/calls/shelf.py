"""The calls as written in ``data/calls``, read once. A wrong field is named with its file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from ouverture.text import Text
from ouverture.wording.calls.sheet import Answer, Need, Phone, Situation

Made = TypeVar("Made")
Row = Mapping[str, Any]


class SheetError(ValueError):
    """A call sheet that cannot be read: the file, the row, and what is wrong."""


@cache
def situations() -> tuple[Situation, ...]:
    """Every situation, in the order of the groups; raises SheetError for a file that is wrong."""
    folder = files("ouverture.wording").joinpath("data", "calls", "sheets")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    found = [_made(_situation, name.removesuffix(".toml"), _table(f"sheets/{name}")) for name in names]
    return tuple(sorted(found, key=lambda one: (tuple(groups()).index(one.group), one.place)))


@cache
def answers() -> Mapping[str, Answer]:
    """Every answer that may be heard, by its name."""
    return {name: _made(_answer, name, row) for name, row in _table("answers.toml").items()}


@cache
def needs() -> Mapping[str, Need]:
    """Everything an answer may need, by its name."""
    return {name: Need(name, row["kind"], _text(row)) for name, row in _table("needs.toml").items()}


@cache
def phones() -> tuple[Phone, ...]:
    """Every telephone line, the usual one first."""
    return tuple(_made(_phone, name, row) for name, row in _table("phones.toml").items())


@cache
def groups() -> Mapping[str, Text]:
    """The groups of situations, in the order of the path."""
    return _texts("groups.toml")


@cache
def phrases() -> Mapping[str, Text]:
    """The sentences every call may begin with, with their blanks."""
    return _texts("phrases.toml")


@cache
def asks() -> tuple[Text, ...]:
    """What to ask before hanging up."""
    return tuple(_texts("asks.toml").values())


@cache
def at_hand() -> Mapping[str, Text]:
    """What one may need at hand, by name."""
    return _texts("at_hand.toml")


_OF_SITUATION = frozenset(
    ("group", "place", "line", "title", "acts", "when", "have", "answers", "certainty", "rows", "say")
)
_OF_ANSWER = frozenset(("says", "then", "records", "needs", "promise", "always"))


def _situation(name: str, row: Row) -> Situation:
    _only(row, _OF_SITUATION)
    heard = tuple(answers()[one] for one in row["answers"])
    always = tuple(one for one in answers().values() if one.always and one not in heard)
    return Situation(
        name,
        row["group"],
        row["place"],
        Text(**row["title"]),
        tuple(row["acts"]),
        {part: tuple(stages) for part, stages in row.get("when", {}).items()},
        row["line"],
        tuple(at_hand()[one] for one in row["have"]),
        Text(**row["say"]),
        heard + (always if row["line"] == "caisse" else ()),
        row["certainty"],
        tuple(row["rows"]),
    )


def _answer(name: str, row: Row) -> Answer:
    _only(row, _OF_ANSWER)
    return Answer(
        name,
        Text(**row["says"]),
        Text(**row["then"]),
        tuple(row.get("records", ())),
        tuple(needs()[one] for one in row.get("needs", ())),
        Text(**row["promise"]) if "promise" in row else None,
        row.get("always", False),
    )


def _phone(name: str, row: Row) -> Phone:
    title, hours, price, known = (Text(**row[part]) for part in ("title", "hours", "price", "known"))
    numbers = tuple(Text(**number) for number in row["numbers"])
    return Phone(name, row["serves"], title, numbers, hours, price, known, row["certainty"])


def _only(row: Row, known: frozenset[str]) -> None:
    if unknown := sorted(row.keys() - known):
        raise TypeError(f"{unknown[0]} is not a field: write one of {', '.join(sorted(known))}")


def _text(row: Row) -> Text:
    return Text(row["fr"], row["en"])


def _texts(file: str) -> Mapping[str, Text]:
    return {name: _made(lambda _, row: _text(row), name, row) for name, row in _table(file).items()}


def _made(make: Callable[[str, Row], Made], name: str, row: Row) -> Made:
    try:
        return make(name, row)
    except KeyError as fault:
        raise SheetError(f"{name}: {fault.args[0]} is missing, or is not written where it is looked for") from None
    except TypeError as fault:
        raise SheetError(f"{name}: {fault}") from None


def _table(file: str) -> dict[str, Any]:
    return tomllib.loads(files("ouverture.wording").joinpath("data", "calls", file).read_text(encoding="utf-8"))


def speech_of(situation: Situation, known: Mapping[str, Text]) -> Text:
    """What to say aloud: the greeting, then a sentence for each thing known (see ``phrases``), then the questions."""
    return Text(*(" ".join(_said(situation, known, place)) for place in (0, 1)))


def _said(situation: Situation, known: Mapping[str, Text], place: int) -> Iterator[str]:
    """``place``: 0 for French, 1 for English."""
    yield phrases()["greeting" if situation.line == "caisse" else "greeting_elsewhere"][place]
    for name, phrase in phrases().items():
        if name in known:
            yield phrase[place].format(known[name][place])
    yield situation.say[place]
