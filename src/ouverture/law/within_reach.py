"""Which answers a person can still come to: the only ones that "what would change the answer" may name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ouverture.rules.facts import Fact, Value
from ouverture.rules.rulebook import Verdict

LATER = "later"
"""In the place of a value: any date after the present one."""


@dataclass(frozen=True)
class Reach:
    """The answers that can come, the present ones from which none can, and the only verdict under which they can.

    ``not_beside``: answers to other facts beside which none can.
    """

    to: frozenset[Value]
    not_from: frozenset[Value]
    only_while: Verdict | None = None
    not_beside: Mapping[str, frozenset[Value]] = field(default_factory=dict)


@cache
def reaches() -> Mapping[str, Reach]:
    """By fact; a fact that is not there never changes by what the person does."""
    raw = tomllib.loads(files(__package__).joinpath("within_reach.toml").read_text(encoding="utf-8"))
    return {
        name: Reach(
            frozenset(row["to"]),
            frozenset(row.get("not_from", ())),
            Verdict(row["only_while"]) if "only_while" in row else None,
            {other: frozenset(answers) for other, answers in row.get("not_beside", {}).items()},
        )
        for name, row in raw.items()
    }


def within_reach(
    fact: Fact, now: Value, then: Value, verdict: Verdict, person: Mapping[str, Value] | None = None
) -> bool:
    """Whether the answer ``now`` to ``fact`` may become ``then`` for a ``person`` with that verdict."""
    reach = reaches().get(fact.name)
    if reach is None or now in reach.not_from or reach.only_while not in (None, verdict):
        return False
    if any((person or {}).get(other) in answers for other, answers in reach.not_beside.items()):
        return False
    return int(then) > int(now) if LATER in reach.to else then in reach.to
