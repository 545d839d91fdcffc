"""The steps of a plan, as written in ``data/steps.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

Number = Literal["had", "none", "unknown"]
"""Whether the person ever had a social security number, or did not say."""


@dataclass(frozen=True)
class StepText:
    """One step: for which routes, who acts, on which day (``on``, counted ``since``), and what is said.

    ``apart_from``: the routes that "any" leaves out.
    ``for_whom``: facts and the answers it needs, all of them; ``not_for``: answers that make it pointless, any of them.
    ``turn_to``: to whom the step leads, a name of ``law.bodies.TURN_TO``; empty: to the body that pays.
    ``days``: the first day of the law it rests on, and the day on which it is law no more.
    """

    name: str
    routes: frozenset[str]
    apart_from: frozenset[str]
    verdicts: frozenset[str]
    number: Number | None
    who: str
    on: str
    since: str
    title: Text
    detail: Text
    for_whom: Mapping[str, frozenset[object]]
    not_for: Mapping[str, frozenset[object]]
    turn_to: str
    days: tuple[date | None, date | None]
    articles: tuple[str, ...]
    rows: tuple[str, ...]
    certainty: Certainty

    def belongs(self, route: str, verdict: str, number: Number, values: Mapping[str, object]) -> bool:
        """Whether the step is part of the plan, by that route, of a person with these answers."""
        return (
            (route in self.routes or ("any" in self.routes and route not in self.apart_from))
            and (not self.verdicts or verdict in self.verdicts)
            and (self.number is None or self.number == number)
            and all(values.get(fact) in answers for fact, answers in self.for_whom.items())
            and not any(values.get(fact) in answers for fact, answers in self.not_for.items())
        )

    def in_force(self, day: date) -> bool:
        """Whether what it says is law on ``day``."""
        since, until = self.days
        return (since is None or since <= day) and (until is None or day < until)


@cache
def all_steps() -> tuple[StepText, ...]:
    """Every step, in order."""
    data = tomllib.loads(files(__package__).joinpath("data/steps.toml").read_text(encoding="utf-8"))
    return tuple(_step(row) for row in data["step"])


def _step(row: dict[str, Any]) -> StepText:
    return StepText(
        row["name"],
        frozenset(row["routes"]),
        frozenset(row.get("apart_from", ())),
        frozenset(row.get("verdicts", ())),
        row.get("number"),
        row["who"],
        row["on"],
        row.get("from", ""),
        Text(**row["title"]),
        Text(**row["detail"]),
        _answers(row.get("for_whom", {})),
        _answers(row.get("not_for", {})),
        row.get("turn_to", ""),
        (row.get("since"), row.get("until")),
        tuple(row["articles"]),
        tuple(row["rows"]),
        row["certainty"],
    )


def _answers(facts: Mapping[str, list[object]]) -> dict[str, frozenset[object]]:
    return {fact: frozenset(answers) for fact, answers in facts.items()}
