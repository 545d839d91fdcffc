"""The cases a lawyer could sign, as read from cases/*.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from ouverture.clock.period import add_months
from ouverture.law.rulebook import rulebook
from ouverture.law.answers import known, read
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.diagram import outcome_diagram
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Ground, Law, Start

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Case:
    """One person, one day, and what must come out."""

    file: str
    name: str
    rows: tuple[str, ...]
    on: date
    facts: Mapping[str, Any]
    expect: Mapping[str, Any]
    never: tuple[str, ...]
    matters: tuple[str, ...]

    @property
    def law(self) -> Law:
        return rulebook().on(self.on)

    @property
    def values(self) -> dict[str, Value]:
        return read(self.facts, rulebook().facts)

    @property
    def person(self) -> Person:
        return known(self.values, rulebook().facts)


@cache
def cases() -> tuple[Case, ...]:
    return tuple(case for path in sorted(CASES.glob("*.toml")) for case in _read(path))


def answered(case: Case) -> tuple[dict[str, str], frozenset[str]]:
    """What comes out, in the words of ``expect``, and the facts that can still change it."""
    proof = evaluator(case.law, case.on).prove(case.person)
    if proof is not None:
        return _told(proof.ground, case.person), frozenset()
    diagram = outcome_diagram(case.law, case.on)
    node = diagram.residual(case.person)
    outcomes = [case.law.outcomes[leaf] for leaf in diagram.leaves(node)]
    missing = frozenset(diagram.variables[level].fact.name for level in diagram.matters(node))
    if len(outcomes) == 1:
        only = outcomes[0]
        return {"verdict": only.verdict, "body": only.body, "route": only.route}, missing
    return {"verdict": "unknown"}, missing


def starts(start: Start, person: Person) -> str:
    """The date from which rights run where the facts give it, else the English words of the act."""
    if start.fact is None or start.fact.name not in person:
        return start.says.en
    day = date.fromordinal(int(person[start.fact.name]))
    return str(add_months(day, start.months) + timedelta(days=1) if start.months else day)


def _told(ground: Ground, person: Person) -> dict[str, str]:
    outcome = ground.outcome
    return {
        "verdict": outcome.verdict,
        "ground": ground.name,
        "body": outcome.body,
        "route": outcome.route,
        "start": starts(ground.start, person),
    }


def _read(path: Path) -> Iterator[Case]:
    allowed = {"name", "rows", "on", "facts", "expect", "never", "matters"}
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        if case.keys() - allowed:
            raise ValueError(f"{path.name}: {case['name']}: unknown key {case.keys() - allowed}")
        yield Case(
            path.stem,
            case["name"],
            tuple(case["rows"]),
            case.get("on", TODAY),
            case["facts"],
            case["expect"],
            tuple(case.get("never", ())),
            tuple(case.get("matters", ())),
        )
