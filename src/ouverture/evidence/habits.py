"""What offices do that is not law, from ``data/habits.toml``: known to the person before anything is sent."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

NOT_LAW = Text("Pratique, pas la loi", "Practice, not law")


@dataclass(frozen=True)
class Habit:
    """A habit ``about`` papers, requirements or limits, shown ``when`` each condition has one of its values."""

    name: str
    about: frozenset[str]
    when: Mapping[str, frozenset[str | bool]]
    says: Text
    law: Text
    rows: tuple[str, ...]
    certainty: Certainty
    seen: str

    def belongs(self, shown: Iterable[str], known: Mapping[str, str | bool | int]) -> bool:
        """Whether it speaks of something ``shown``, and nothing ``known`` excludes it; a missing fact does not."""
        fits = (known[name] in values for name, values in self.when.items() if name in known)
        return not self.about.isdisjoint(shown) and all(fits)

    def to_json(self) -> dict[str, Any]:
        """The habit as plain values."""
        return {
            "name": self.name,
            "label": NOT_LAW._asdict(),
            "about": sorted(self.about),
            "says": self.says._asdict(),
            "law": self.law._asdict(),
            "rows": list(self.rows),
            "certainty": self.certainty,
            "seen": self.seen,
        }


@cache
def all_habits() -> tuple[Habit, ...]:
    """Every habit, in the order of the file."""
    text = files(__package__).joinpath("data/habits.toml").read_text(encoding="utf-8")
    return tuple(_habit(row) for row in tomllib.loads(text)["habit"])


def _habit(row: dict[str, Any]) -> Habit:
    return Habit(
        row["name"],
        frozenset(row["about"]),
        {name: frozenset(values) for name, values in row.get("when", {}).items()},
        Text(**row["says"]),
        Text(**row["law"]),
        tuple(row["rows"]),
        row["certainty"],
        row["seen"],
    )
