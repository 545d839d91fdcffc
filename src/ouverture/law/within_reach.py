"""Which answers a person can still come to: the only ones that "what would change the answer" may name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ouverture.rules.facts import Fact, Value

LATER = "later"
"""In the place of a value: any date after the present one."""


@dataclass(frozen=True)
class Reach:
    """The answers that can come, and the present ones from which none can."""

    to: frozenset[Value]
    not_from: frozenset[Value]


@cache
def reaches() -> Mapping[str, Reach]:
    """By fact; a fact that is not there never changes by what the person does."""
    raw = tomllib.loads(files(__package__).joinpath("within_reach.toml").read_text(encoding="utf-8"))
    return {name: Reach(frozenset(row["to"]), frozenset(row.get("not_from", ()))) for name, row in raw.items()}


def within_reach(fact: Fact, now: Value, then: Value) -> bool:
    """Whether the answer to ``fact`` may become ``then`` for somebody whose answer is ``now``."""
    reach = reaches().get(fact.name)
    if reach is None or now in reach.not_from:
        return False
    return int(then) > int(now) if LATER in reach.to else then in reach.to
