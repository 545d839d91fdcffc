"""The dated table of waits: for each stage what was stated in public, by whom, when, and a model if one can be made."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from ouverture.forecast.model import Model
from ouverture.text import Text

Voice = Literal["law", "official", "press", "people"]
"""Who says it: a text of law, a public body, the press or a guide, people who waited."""
Kind = Literal["range", "mean", "target", "claim"]
"""What the figure is. A mean or a target is never read as "half of people"."""
Certainty = Literal["H", "M", "L"]


class Statement(NamedTuple):
    """What somebody said in public: in words, in days from ``low`` to ``high`` (None: no such end), of which day.

    ``caisse`` and ``route`` are "" for all of them.
    """

    voice: Voice
    kind: Kind
    says: Text
    low: int | None
    high: int | None
    dated: Text
    source: Text
    certainty: Certainty
    caisse: str = ""
    route: str = ""


class Stage(NamedTuple):
    """One thing that is waited for. ``models`` by route, "" for every other one; empty where no figure allows one.

    ``then``: what to do on the day from which the wait is abnormal. ``rests_on``: what the model was made from.
    """

    name: str
    title: Text
    then: Text
    models: Mapping[str, Model]
    rests_on: Text | None
    statements: tuple[Statement, ...]

    def model(self, route: str) -> Model | None:
        """The model of a route, or that of all."""
        return self.models.get(route) or self.models.get("")

    def said(self, route: str, caisse: str) -> tuple[Statement, ...]:
        """What was said of this route and this caisse, or of all of them."""
        return tuple(one for one in self.statements if one.route in ("", route) and one.caisse in ("", caisse))


@cache
def stages() -> Mapping[str, Stage]:
    """Every stage of the table, by its name."""
    return {name: _stage(name, row) for name, row in _table()["stage"].items()}


@cache
def settings() -> Mapping[str, Any]:
    """How many ended waits an estimate needs at least, over how many days it looks back, and how a pace is told."""
    return dict(_table()["estimate"])


@cache
def read_on() -> str:
    """The day on which the table was last read against its sources (ISO)."""
    return str(_table()["read_on"])


def _stage(name: str, row: dict[str, Any]) -> Stage:
    models = {route: Model(one["median"], one["nine_in_ten"], one["floor"]) for route, one in _models(row)}
    rests_on = Text(**row["rests_on"]) if "rests_on" in row else None
    statements = tuple(_statement(one) for one in row.get("statement", ()))
    return Stage(name, Text(**row["title"]), Text(**row["then"]), models, rests_on, statements)


def _models(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, int]]]:
    for one in row.get("model", ()):
        yield one.get("route", ""), one


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        row["voice"], row["kind"], Text(row["fr"], row["en"]), row.get("low"), row.get("high"),
        Text.in_two(row["dated"]), Text.in_two(row["source"]), row["certainty"],
        row.get("caisse", ""), row.get("route", ""),
    )  # fmt: skip


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/waits.toml").read_text(encoding="utf-8"))
