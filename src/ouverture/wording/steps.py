"""The steps of a plan, as written in ``data/steps.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

Number = Literal["had", "none", "unknown"]
"""Whether the person ever had a social security number, or did not say."""


@dataclass(frozen=True)
class StepText:
    """One step: for which routes, who acts, on which day (``on``, counted ``since``), and what is said."""

    name: str
    routes: frozenset[str]
    verdicts: frozenset[str]
    number: Number | None
    who: str
    on: str
    since: str
    title: Text
    detail: Text
    articles: tuple[str, ...]
    rows: tuple[str, ...]
    certainty: Certainty

    def belongs(self, route: str, verdict: str, number: Number) -> bool:
        """Whether the step is part of a plan by that route."""
        return (
            route in self.routes
            and (not self.verdicts or verdict in self.verdicts)
            and (self.number is None or self.number == number)
        )


@cache
def all_steps() -> tuple[StepText, ...]:
    """Every step, in order."""
    data = tomllib.loads(files(__package__).joinpath("data/steps.toml").read_text(encoding="utf-8"))
    return tuple(_step(row) for row in data["step"])


def _step(row: dict[str, Any]) -> StepText:
    return StepText(
        row["name"],
        frozenset(row["routes"]),
        frozenset(row.get("verdicts", ())),
        row.get("number"),
        row["who"],
        row["on"],
        row.get("from", ""),
        Text(**row["title"]),
        Text(**row["detail"]),
        tuple(row["articles"]),
        tuple(row["rows"]),
        row["certainty"],
    )
