"""First reading: one person on one day, in three values, with the proof.

Truth is two bits, "known true" (2) and "known false" (1); unknown is neither (0). The steps of a law are written out
once as straight-line Python, because a person must be answered in microseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from ouverture.rules.conditions import Among, AtLeast
from ouverture.rules.facts import Value
from ouverture.rules.program import Program
from ouverture.rules.rulebook import Ground, Law

UNKNOWN, FALSE, TRUE = 0, 1, 2
Person = Mapping[str, Value]
"""What is known of a person, by fact name. A fact that is not there is unknown."""


class Reason(NamedTuple):
    """Why a step is true or false: the parts that suffice. An atom has none."""

    step: int
    truth: int
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """Why this ground: its own reason, and for each ground that would have gone first, why it does not."""

    ground: Ground
    because: Reason
    ruled_out: tuple[tuple[Ground, Reason], ...]
    facts: frozenset[str]


class Evaluator:
    """A law on a day, ready to answer for any number of persons."""

    def __init__(self, law: Law, day: date) -> None:
        self.law = law
        self.day = day
        self.program = law.program
        self._run = _compiled(law)
        self._cuts = [s.atom.cut.value(day) for s in self.program.steps if isinstance(s.atom, AtLeast)]
        self._goals = tuple(self.program.goals.values())

    def truths(self, person: Person) -> tuple[int, ...]:
        """The truth of every step of the program for this person."""
        return self._run(person.get, self._cuts)

    def prove(self, person: Person) -> Proof | None:
        """The first ground that holds while every earlier one with another outcome is ruled out; None if none is.

        None means that a missing fact may matter: ask ``Diagram`` what can still come out.
        """
        truths = self.truths(person)
        outcomes: set[object] = set()
        for rank, goal in enumerate(self._goals):
            truth = truths[goal]
            if truth == TRUE:
                ground = self.law.grounds[rank]
                return self._proof(ground, rank, truths) if outcomes <= {ground.outcome} else None
            if truth == UNKNOWN:
                outcomes.add(self.law.grounds[rank].outcome)
        return None

    def _proof(self, ground: Ground, rank: int, truths: tuple[int, ...]) -> Proof:
        used: set[str] = set()
        explain = _explainer(self.program, truths, used)
        because = explain(self._goals[rank])
        outcome, goals = ground.outcome, self._goals
        ruled_out = tuple(
            [(rival, explain(goals[i])) for i, rival in enumerate(self.law.grounds[:rank]) if rival.outcome != outcome]
        )
        return Proof(ground, because, ruled_out, frozenset(used))


def _explainer(program: Program, truths: tuple[int, ...], used: set[str]) -> Callable[[int], Reason]:
    """A function from a step to the parts that suffice for its truth, preferring facts that the proof already names.

    A closure over plain lists, and each reason made once: this runs for every ground that an answer rules out.
    """
    names, parts, every = program.flat
    seen: dict[int, Reason] = {}

    def explain(place: int) -> Reason:
        truth, name = truths[place], names[place]
        if name is not None:
            used.add(name)
            reason = Reason(place, truth)
        elif every[place] is None or (truth == TRUE) is every[place]:
            reason = Reason(place, truth, tuple([seen.get(part) or explain(part) for part in parts[place]]))
        else:
            part = sufficient(parts[place], truth)
            reason = Reason(place, truth, (seen.get(part) or explain(part),))
        seen[place] = reason
        return reason

    def sufficient(candidates: tuple[int, ...], truth: int) -> int:
        first = -1
        for part in candidates:
            if truths[part] == truth:
                if part in seen or names[part] in used:
                    return part
                if first < 0:
                    first = part
        return first

    return explain


@lru_cache(maxsize=512)
def evaluator(law: Law, day: date) -> Evaluator:
    """The evaluator of a law on a day, kept for the next person of that day."""
    return Evaluator(law, day)


@lru_cache(maxsize=64)
def _compiled(law: Law) -> Callable[[Any, list[int]], tuple[int, ...]]:
    """The program as one Python function from (look-up of a fact, cuts of the day) to the truth of every step."""
    program = law.program
    lines: list[str] = []
    scope: dict[str, Any] = {"NOT": (UNKNOWN, TRUE, FALSE)}
    cuts = [place for place, step in enumerate(program.steps) if isinstance(step.atom, AtLeast)]
    for rank, fact in enumerate(program.facts):
        places = program.atoms(fact)
        choices = [p for p in places if isinstance(program.steps[p].atom, Among)]
        if choices:
            scope[f"t{rank}"] = _table(program, choices)
            lines.append(f"{', '.join(f'v{p}' for p in choices)}, = t{rank}[get({fact.name!r})]")
        else:
            lines.append(f"x = get({fact.name!r})")
            lines += [f"v{p} = 0 if x is None else 2 if x >= c{p} else 1" for p in places]
    lines += [_line(place, step.kind, step.parts) for place, step in enumerate(program.steps) if step.atom is None]
    unpack = f"{', '.join(f'c{p}' for p in cuts)}, = cuts" if cuts else "pass"
    returned = ", ".join(f"v{p}" for p in range(len(program.steps)))
    exec("\n    ".join(["def run(get, cuts):", unpack, *lines, f"return ({returned},)"]), scope)
    run: Callable[[Any, list[int]], tuple[int, ...]] = scope["run"]
    return run


def _table(program: Program, places: list[int]) -> dict[Value | None, tuple[int, ...]]:
    """For each value of a discrete fact (None: unknown), the truth of the atoms that read it."""
    atoms = [atom for atom in (program.steps[p].atom for p in places) if isinstance(atom, Among)]
    table: dict[Value | None, tuple[int, ...]] = {None: (UNKNOWN,) * len(atoms)}
    for value in atoms[0].fact.values():
        table[value] = tuple(TRUE if value in atom.values else FALSE for atom in atoms)
    return table


def _line(place: int, kind: str, parts: tuple[int, ...]) -> str:
    names = [f"v{part}" for part in parts]
    if kind == "not":
        return f"v{place} = NOT[{names[0]}]"
    if not names:
        return f"v{place} = {TRUE if kind == 'all' else FALSE}"
    both, either = "&".join(names), "|".join(names)
    sure, enough = (both, either) if kind == "all" else (either, both)
    return f"v{place} = ({sure}) & 2 | ({enough}) & 1"
