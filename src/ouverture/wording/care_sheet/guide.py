"""The guide to the paper care sheet, as written in ``data/care_sheet.toml``."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ouverture.clock import deadlines
from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

By = Literal["person", "doctor", "both"]
"""Who fills a block of the form."""


@dataclass(frozen=True)
class Note:
    """A sentence of the guide, how sure it is, and the rows of the facts it rests on."""

    says: Text
    certainty: Certainty
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A block of the form. ``paper``: its French name there. ``written``: the lines of the filled example."""

    name: str
    by: By
    paper: str
    title: Text
    written: tuple[str, ...]
    note: Note


@dataclass(frozen=True)
class Situation:
    """What to do with the sheet, by the number one has: "none", "waiting", "permanent", "card"."""

    name: str
    title: Text
    note: Note


@dataclass(frozen=True)
class Amount:
    """What comes back of a sum: cents, the rate in percent, as it stands ``since`` that day."""

    note: Note
    since: date
    paid: int
    base: int
    rate: int
    deduction: int
    repaid: int


@dataclass(frozen=True)
class Guide:
    """The whole guide. ``deadline``: the clock's rule that says until when the sheet can be sent."""

    blocks: tuple[Block, ...]
    situations: tuple[Situation, ...]
    attach: tuple[Note, ...]
    send: tuple[Note, ...]
    returns: tuple[Note, ...]
    amounts: tuple[Amount, ...]
    deadline: str

    def send_by(self, care_on: date) -> deadlines.Counting:
        """The last day to send a sheet of that day of care (CSS L160-11); raises DeadlineError for an impossible day.

        >>> guide().send_by(date(2026, 2, 10)).due
        datetime.date(2028, 3, 31)
        """
        return deadlines.count(self.deadline, care_on)


@cache
def guide() -> Guide:
    """The guide; raises KeyError when the data name a deadline that the clock does not know."""
    data = tomllib.loads(files("ouverture.wording").joinpath("data/care_sheet.toml").read_text(encoding="utf-8"))
    return Guide(
        blocks=tuple(_block(row) for row in data["block"]),
        situations=tuple(Situation(row["name"], Text(**row["title"]), _note(row)) for row in data["situation"]),
        attach=_notes(data["attach"]),
        send=_notes(data["send"]),
        returns=_notes(data["returns"]),
        amounts=tuple(_amount(row) for row in data["amount"]),
        deadline=deadlines.rules()[data["deadline"]].name,
    )


def _block(row: dict[str, Any]) -> Block:
    title = Text(**row["title"])
    return Block(row["name"], row["by"], row["paper"], title, tuple(row["written"]), _note(row))


def _amount(row: dict[str, Any]) -> Amount:
    figures = (row[name] for name in ("paid", "base", "rate", "deduction", "repaid"))
    return Amount(_note(row), row["since"], *figures)


def _notes(rows: list[dict[str, Any]]) -> tuple[Note, ...]:
    return tuple(_note(row) for row in rows)


def _note(row: dict[str, Any]) -> Note:
    return Note(Text(**row["says"]), row["certainty"], tuple(row["rows"]))
