"""An invented person of a rehearsal: their situation, the papers it needs, and how they behave."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.dossier.application.events import Fact
from ouverture.law.answers import known, read
from ouverture.law.facts import FACTS
from ouverture.rehearsal.identity import Identity


class Situation(NamedTuple):
    """Why somebody is covered: a ground of the law, the facts that lead to it, and the papers that prove them."""

    name: str
    ground: str
    facts: tuple[Fact, ...]
    papers: tuple[str, ...]


@cache
def situations() -> tuple[Situation, ...]:
    """The situations of ``data/situations.toml``; raises ValueError when one no longer leads to its ground."""
    table = tomllib.loads(files(__package__).joinpath("data/situations.toml").read_text(encoding="utf-8"))
    return tuple(
        Situation(
            name, row["ground"], tuple(sorted(known(read(row["facts"], FACTS), FACTS).items())), tuple(row["papers"])
        )
        for name, row in table.items()
    )


@dataclass(slots=True, eq=False)
class Someone:
    """One person and their file at the caisse. ``record`` is the person's own file when the caisse is outside."""

    stream: str
    situation: Situation
    identity: Identity
    numbers: tuple[str, ...]
    """Numbers this person had before; empty for a newcomer."""
    answers: bool
    record: Someone | None = None
    version: int = 0
    sent: int = 0
    expected: set[tuple[str, str]] = field(default_factory=set)
    next_look: date | None = None
