"""The cases a lawyer could sign, as read from cases/*.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ouverture.law.answers import known, read
from ouverture.law.consistency import derived
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, TRUE, Evaluator, Person, evaluator
from ouverture.rules.diagram import outcome_diagram
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Ground, Law, Outcome, Rule, Start, Verdict
from ouverture.services.answer.assess import starts_on

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
    holds: tuple[str, ...]
    fails: tuple[str, ...]

    @property
    def law(self) -> Law:
        return rulebook().on(self.on)

    @property
    def values(self) -> dict[str, Value]:
        return read(self.facts, rulebook().facts)

    @property
    def person(self) -> Person:
        return known(derived(self.values, self.on), rulebook().facts)


@cache
def cases() -> tuple[Case, ...]:
    return tuple(case for path in sorted(CASES.glob("*.toml")) for case in _read(path))


def answered(case: Case) -> tuple[dict[str, str], frozenset[str]]:
    """What comes out, in the words of ``expect``, and the facts that can still change it."""
    proof = evaluator(case.law, case.on).prove(case.person)
    if proof is not None:
        return told_by(proof.ground, case.person), frozenset()
    diagram = outcome_diagram(case.law, case.on)
    node = diagram.residual(case.person)
    outcomes = [case.law.outcomes[leaf] for leaf in diagram.leaves(node)]
    missing = frozenset(diagram.variables[level].fact.name for level in diagram.matters(node))
    if len(outcomes) == 1:
        only = outcomes[0]
        return {"verdict": only.verdict, "body": only.body, "route": only.route}, missing
    return {"verdict": "unknown"}, missing


def differs(told: Mapping[str, str], case: Case) -> dict[str, tuple[str, str]]:
    """What came out otherwise than signed: the words told, and those wanted."""
    wanted = {key: str(value) for key, value in case.expect.items()}
    pairs = {key: (str(told.get(key)), value) for key, value in wanted.items()}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1] and not _begins(key, *pair)}


def truths_differ(law: Law, day: date, case: Case) -> set[str]:
    """The rules of ``holds`` that are not true of the person, and those of ``fails`` that are not false."""
    goals = [_ground(law.rules[name]) for name in (*case.holds, *case.fails)]
    beside = Law(law.facts, goals, law.rules.values())
    truths = Evaluator(beside, day).truths(case.person)
    wanted = dict.fromkeys(case.holds, TRUE) | dict.fromkeys(case.fails, FALSE)
    return {name for name, truth in wanted.items() if truths[beside.program.goals[name]] != truth}


def starts(ground: Ground, person: Person) -> str:
    """The date from which rights run where the facts give it, else the English words of the act."""
    return str(starts_on(ground, person) or ground.start.says.en)


def told_by(ground: Ground, person: Person) -> dict[str, str]:
    """What a ground answers, in the words of ``expect``."""
    outcome = ground.outcome
    return {
        "verdict": outcome.verdict,
        "ground": ground.name,
        "body": outcome.body,
        "route": outcome.route,
        "start": starts(ground, person),
    }


def _begins(key: str, told: str, wanted: str) -> bool:
    return key == "start" and told.startswith(wanted)


def _ground(rule: Rule) -> Ground:
    outcome = Outcome(Verdict.UNKNOWN, "nobody", "nothing")
    return Ground(rule.name, "rules", rule.holds, outcome, Start(rule.says), rule.says, "L", (), rule.since, rule.until)


def _read(path: Path) -> Iterator[Case]:
    allowed = {"name", "rows", "on", "facts", "expect", "never", "matters", "holds", "fails"}
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
            tuple(case.get("holds", ())),
            tuple(case.get("fails", ())),
        )
