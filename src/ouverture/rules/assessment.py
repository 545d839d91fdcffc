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
        kinds = {outcome: kind for kind, outcome in enumerate(law.outcomes)}
        self._kinds = [kinds[ground.outcome] for ground in law.grounds]

    def truths(self, person: Person) -> tuple[int, ...]:
        """The truth of every step of the program for this person."""
        return self._run(person.get, self._cuts)

    def prove(self, person: Person) -> Proof | None:
        """The first ground that holds while every earlier one with another outcome is ruled out; None if none is.

        None means that a missing fact may matter: ask ``Diagram`` what can still come out.
        """
        truths = self.truths(person)
        rank = self._deciding(truths)
        return None if rank is None else self._proof(rank, truths)

    def decide(self, person: Person) -> Ground | None:
        """The ground that ``prove`` would prove, without the proof."""
        rank = self._deciding(self.truths(person))
        return None if rank is None else self.law.grounds[rank]

    def _deciding(self, truths: tuple[int, ...]) -> int | None:
        open_kinds: set[int] = set()
        for rank, goal in enumerate(self._goals):
            truth = truths[goal]
            if truth == TRUE:
                return rank if open_kinds <= {self._kinds[rank]} else None
            if truth == UNKNOWN:
                open_kinds.add(self._kinds[rank])
        return None

    def _proof(self, rank: int, truths: tuple[int, ...]) -> Proof:
        used: set[str] = set()
        explain = _explainer(self.program, truths, used)
        because = explain(self._goals[rank])
        kind = self._kinds[rank]
        rivals = zip(self.law.grounds, self._goals[:rank], self._kinds, strict=False)
        ruled_out = tuple([(rival, explain(goal)) for rival, goal, other in rivals if other != kind])
        return Proof(self.law.grounds[rank], because, ruled_out, frozenset(used))


def _explainer(program: Program, truths: tuple[int, ...], used: set[str]) -> Callable[[int], Reason]:
    """A function from a step to the parts that suffice for its truth, preferring facts that the proof already names.

    A closure over plain lists, and each reason made once: this runs for every ground that an answer rules out.
    """
    names, parts, every = program.flat
    atoms = _atom_reasons(program)
    seen: dict[int, Reason] = {}
    add, make = used.add, tuple.__new__

    def explain(place: int) -> Reason:
        truth, name = truths[place], names[place]
        if name is not None:
            add(name)
            reason = atoms[truth][place]
        elif every[place] is None or (truth == TRUE) is every[place]:
            below = tuple([seen[part] if part in seen else explain(part) for part in parts[place]])
            reason = make(Reason, (place, truth, below))
        else:
            first = -1
            for part in parts[place]:
                if truths[part] == truth:
                    if part in seen:
                        first = part
                        break
                    if first < 0 or names[part] in used:
                        first = part
            reason = make(Reason, (place, truth, (seen[first] if first in seen else explain(first),)))
        seen[place] = reason
        return reason

    return explain


@lru_cache(maxsize=64)
def _atom_reasons(program: Program) -> dict[int, list[Reason]]:
    """The reason of each step as if it were an atom, by its truth: atoms are met by every person."""
    return {truth: [Reason(place, truth) for place in range(len(program.steps))] for truth in (UNKNOWN, FALSE, TRUE)}


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
