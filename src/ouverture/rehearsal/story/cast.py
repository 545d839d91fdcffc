"""The invented person of the story and its days, from ``data/story.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.dossier.kernel import Command
from ouverture.dossier.person.decisions import TellAddress, TellBirth, TellNames, TellWay
from ouverture.rehearsal.someone import Situation, situations


class Visit(NamedTuple):
    """The first care: its code, what was paid and what is repaid, in cents."""

    code: str
    paid: int
    repaid: int


class Cast(NamedTuple):
    """Who the story is about, and when. ``days`` are those of both runs; ``gaps`` are in days."""

    name: str
    born_on: str
    email: str
    caisse: str
    situation: Situation
    number: str
    iban: str
    tracking: str
    doctor: str
    days: Mapping[str, date]
    outside: Mapping[str, date]
    inside: Mapping[str, date]
    kept: Mapping[str, date]
    gaps: Mapping[str, int]
    visit: Visit

    @property
    def identity(self) -> tuple[Command, ...]:
        """What is told of her when the file opens."""
        given, family = self.name.split()
        return (
            TellNames(family, "", (given,)),
            TellBirth(self.born_on, "Dayton", "US", "woman"),
            TellAddress(("4 rue des Lilas",), "75011", "Paris"),
            TellWay("email", self.email),
        )

    def after(self, day: date, gap: str) -> date:
        """The day that lies the named gap after ``day``."""
        return day + timedelta(days=self.gaps[gap])


@cache
def cast() -> Cast:
    """The person and the days of the story."""
    read = tomllib.loads(files("ouverture.rehearsal").joinpath("data/story.toml").read_text(encoding="utf-8"))
    person = dict(read["person"])
    named = person.pop("situation")
    situation = next(one for one in situations() if one.name == named)
    days = {name: read[name] for name in ("days", "outside", "inside", "kept", "gaps")}
    return Cast(situation=situation, visit=Visit(**read["visit"]), **person, **days)
