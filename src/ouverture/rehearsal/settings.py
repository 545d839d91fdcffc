"""How long things take and how often they go wrong in a rehearsal: read from ``data``, or from a file of one's own."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from random import Random
from typing import NamedTuple

NINETIETH = 1.2815515655446004
"""The 90th centile of the standard normal law."""


class Delay(NamedTuple):
    """A lognormal waiting time in days, as its parameters, and the least it can be."""

    mu: float
    sigma: float
    floor: int

    def draw(self, chance: Random) -> int:
        """One waiting time, in whole days."""
        return max(self.floor, round(chance.lognormvariate(self.mu, self.sigma)))


class Settings(NamedTuple):
    """What a rehearsal is run with."""

    delays: Mapping[str, Delay]
    chances: Mapping[str, float]


def settings_from(delays: Mapping[str, Mapping[str, float]], chances: Mapping[str, float]) -> Settings:
    """Settings from plain tables; raises ValueError naming the first row that cannot be."""
    for name, row in delays.items():
        if not 0 < row["median"] <= row["p90"] or row["floor"] < 0:
            raise ValueError(f'delay "{name}": give 0 < median <= p90 and a floor of at least 0')
    for name, value in chances.items():
        if not 0 <= value <= 1:
            raise ValueError(f'chance "{name}" is {value}: give a number between 0 and 1')
    return Settings({name: _delay(row) for name, row in delays.items()}, dict(chances))


def _delay(row: Mapping[str, float]) -> Delay:
    mu = math.log(row["median"])
    return Delay(mu, (math.log(row["p90"]) - mu) / NINETIETH, int(row["floor"]))


@cache
def illustrative() -> Settings:
    """The settings of the package: illustrative, not facts."""
    data = files(__package__).joinpath("data")
    delays = tomllib.loads(data.joinpath("delays.toml").read_text(encoding="utf-8"))
    chances = tomllib.loads(data.joinpath("chances.toml").read_text(encoding="utf-8"))["chances"]
    return settings_from(delays, chances)
