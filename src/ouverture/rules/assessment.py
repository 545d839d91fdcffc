"""First reading: one person on one day, in three values, with the proof.

A person must be answered in microseconds: what each answer rules out alone is found once a law, and only the grounds
that are left are read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ouverture.rules.conditions import Among, AtLeast
from ouverture.rules.facts import Value
from ouverture.rules.program import Program
from ouverture.rules.rulebook import Ground, Law, Outcome

UNKNOWN, FALSE, TRUE = 0, 1, 2
Person = Mapping[str, Value]
"""What is known of a person, by fact name. A fact that is not there is unknown."""


Reader = Callable[[int], int]
"""From the place of a step to its truth for one person."""


class Reason(NamedTuple):
    """Why a step is true or false: the parts that suffice. An atom has none."""

    step: int
    truth: int
    parts: tuple[Reason, ...] = ()


RuledOut = tuple[Ground, Reason]
Alone = tuple[int, Mapping[int, RuledOut]]
"""What one answer rules out whatever the others are: the places of grounds as bits, and each with its reason."""


class Proof(NamedTuple):
    """Why this ground: its own reason, and for each ground that would have gone first, why it does not."""

    ground: Ground
    because: Reason
    ruled_out: tuple[RuledOut, ...]
    facts: frozenset[str]


class Evaluator:
    """A law on a day, ready to answer for any number of persons."""

    def __init__(self, law: Law, day: date) -> None:
        self.law = law
        self.day = day
        self.program = law.program
        self._cuts = {p: s.atom.cut.value(day) for p, s in enumerate(law.program.steps) if isinstance(s.atom, AtLeast)}
        self._goals = tuple(self.program.goals.values())
        kinds: dict[Outcome, int] = {}
        for place, ground in enumerate(law.grounds):
            kinds[ground.outcome] = kinds.get(ground.outcome, 0) | 1 << place
        self._alike = [kinds[ground.outcome] for ground in law.grounds]
        self._alone: list[tuple[str, list[int], dict[Value, Alone]]] = [
            (fact.name, sorted({self._cuts[p] for p in self.program.atoms(fact) if p in self._cuts}), {})
            for fact in self.program.facts
        ]

    def truths(self, person: Person) -> tuple[int, ...]:
        """The truth of every step of the program for this person."""
        return tuple(map(self._reader(person), range(len(self.program.steps))))

    def prove(self, person: Person) -> Proof | None:
        """The first ground that holds while every earlier one with another outcome is ruled out; None if none is.

        None means that a missing fact may matter: ask ``Diagram`` what can still come out.
        """
        told = self._told(person)
        decided = self._deciding(told, person)
        return None if decided is None else self._proof(*decided, told)

    def decide(self, person: Person) -> Ground | None:
        """The ground that ``prove`` would prove, without the proof."""
        decided = self._deciding(self._told(person), person)
        return None if decided is None else self.law.grounds[decided[0]]

    def _deciding(self, told: list[tuple[str, Alone]], person: Person) -> tuple[int, Reader] | None:
        """The place of the deciding ground, with what has been read for it."""
        left, pending, read = (1 << len(self._goals)) - 1, 0, self._reader(person)
        for _, (places, _) in told:
            left &= ~places
        while left:
            rank = (left & -left).bit_length() - 1
            truth = read(self._goals[rank])
            if truth != FALSE and pending & ~self._alike[rank]:
                return None
            if truth == TRUE:
                return rank, read
            pending |= (truth == UNKNOWN) << rank
            left &= left - 1
        return None

    def _proof(self, rank: int, read: Reader, told: list[tuple[str, Alone]]) -> Proof:
        """The ground's reason; then whom single answers rule out, those it rests on first; then the rest one by one."""
        used: set[str] = set()
        explain = _explainer(self.program, read, used)
        because, rivals = explain(self._goals[rank]), ((1 << rank) - 1) & ~self._alike[rank]
        left, chosen = rivals, list[Mapping[int, RuledOut]]()
        for name, (places, ruled_out) in [t for t in told if t[0] in used] + [t for t in told if t[0] not in used]:
            if left & places:
                left &= ~places
                used.add(name)
                chosen.append(ruled_out)
        found: dict[int, RuledOut] = {}
        for ruled_out in reversed(chosen):
            found.update(ruled_out)
        found.update({place: (self.law.grounds[place], explain(self._goals[place])) for place in _places(left)})
        return Proof(self.law.grounds[rank], because, tuple([found[p] for p in _places(rivals)]), frozenset(used))

    def _told(self, person: Person) -> list[tuple[str, Alone]]:
        """Each known fact with what its answer rules out. A number is remembered only by the cuts it lies between."""
        get, told = person.get, []
        for name, cuts, met in self._alone:
            value = get(name)
            if value is not None:
                key = bisect_right(cuts, int(value)) if cuts else value
                told.append((name, met[key] if key in met else met.setdefault(key, self._rules_out(name, value))))
        return told

    def _rules_out(self, name: str, value: Value) -> Alone:
        read = self._reader({name: value})
        explain = _explainer(self.program, read, set())
        false = [place for place, goal in enumerate(self._goals) if read(goal) == FALSE]
        return sum(1 << p for p in false), {p: (self.law.grounds[p], explain(self._goals[p])) for p in false}

    def _reader(self, person: Person) -> Reader:
        """Reads each step that is asked for, with its parts, once."""
        steps, cuts, truths = self.program.steps, self._cuts, dict[int, int]()

        def read(place: int) -> int:
            if place in truths:
                return truths[place]
            step, found = steps[place], UNKNOWN
            if step.atom is not None:
                value = person.get(step.atom.fact.name)
                if value is not None:
                    holds = value in step.atom.values if isinstance(step.atom, Among) else int(value) >= cuts[place]
                    found = TRUE if holds else FALSE
            elif step.kind == "not":
                found = (UNKNOWN, TRUE, FALSE)[read(step.parts[0])]
            else:
                settles, parts = FALSE if step.kind == "all" else TRUE, [read(part) for part in step.parts]
                found = settles if settles in parts else UNKNOWN if UNKNOWN in parts else TRUE + FALSE - settles
            truths[place] = found
            return found

        return read


@lru_cache(maxsize=1 << 12)
def _places(bits: int) -> tuple[int, ...]:
    """The places of the bits that are set, lowest first."""
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)


def _explainer(program: Program, read: Reader, used: set[str]) -> Callable[[int], Reason]:
    """A function from a step to the parts that suffice for its truth, preferring facts that the proof already names."""
    seen: dict[int, Reason] = {}

    def known(part: int) -> int:
        atom = program.steps[part].atom
        return 0 if part in seen else 1 if atom is not None and atom.fact.name in used else 2

    def explain(place: int) -> Reason:
        if place not in seen:
            step, truth = program.steps[place], read(place)
            parts = step.parts
            if step.atom is not None:
                used.add(step.atom.fact.name)
            elif step.kind != "not" and (truth == TRUE) is not (step.kind == "all"):
                parts = tuple(sorted((part for part in parts if read(part) == truth), key=known)[:1])
            seen[place] = Reason(place, truth, tuple(map(explain, parts)))
        return seen[place]

    return explain


@lru_cache(maxsize=512)
def evaluator(law: Law, day: date) -> Evaluator:
    """The evaluator of a law on a day, kept for the next person of that day."""
    return Evaluator(law, day)
