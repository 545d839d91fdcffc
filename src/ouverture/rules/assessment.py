"""First reading: one person on one day, in three values, with the proof.

A person must be answered in microseconds: what each answer rules out alone is found once a law, and only the grounds
that are left are read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ouverture.rules.conditions import AtLeast
from ouverture.rules.facts import Fact, Value
from ouverture.rules.program import Step
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


@dataclass(frozen=True, eq=False)
class Alone:
    """What one answer rules out whatever the others are: the places of grounds as bits, and each with its reason."""

    places: int
    ruled_out: Mapping[int, RuledOut]


Told = list[tuple[str, Alone]]
"""What is known of a person: each fact with what its answer rules out."""


class Reading(NamedTuple):
    """A step as it is read: an atom's fact with the answers it seeks or the number it starts at; or parts and the
    truth that settles a whole, UNKNOWN for a "not", which no part settles."""

    fact: str | None
    values: frozenset[Value]
    start: int | None
    settles: int
    parts: tuple[int, ...]


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
        self._steps = [_reading(step, day) for step in law.program.steps]
        self._goals = tuple(self.program.goals.values())
        kinds: dict[Outcome, int] = {}
        for place, ground in enumerate(law.grounds):
            kinds[ground.outcome] = kinds.get(ground.outcome, 0) | 1 << place
        self._alike = [kinds[ground.outcome] for ground in law.grounds]
        self._alone: list[tuple[str, list[int], dict[Value, Alone]]] = [
            (fact.name, self._starts(fact), {}) for fact in self.program.facts
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

    def _deciding(self, told: Told, person: Person) -> tuple[int, Reader] | None:
        """The place of the deciding ground, with what has been read for it."""
        left, pending, read = (1 << len(self._goals)) - 1, 0, self._reader(person)
        for _, alone in told:
            left &= ~alone.places
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

    def _proof(self, rank: int, read: Reader, told: Told) -> Proof:
        """The ground's reason; then whom single answers rule out, those it rests on first; then the rest one by one."""
        used: set[str] = set()
        explain = _explainer(self._steps, read, used)
        because, rivals = explain(self._goals[rank]), ((1 << rank) - 1) & ~self._alike[rank]
        left, chosen = rivals, list[Alone]()
        for name, alone in [t for t in told if t[0] in used] + [t for t in told if t[0] not in used]:
            if left & alone.places:
                left &= ~alone.places
                used.add(name)
                chosen.append(alone)
        ruled_out = list(_together(rivals & ~left, tuple(chosen)))
        for place in _places(left):
            before = (rivals & (1 << place) - 1).bit_count()
            ruled_out.insert(before, (self.law.grounds[place], explain(self._goals[place])))
        return Proof(self.law.grounds[rank], because, tuple(ruled_out), frozenset(used))

    def _told(self, person: Person) -> Told:
        """Each known fact with what its answer rules out. A number is remembered only by the cuts it lies between."""
        get, told = person.get, []
        for name, cuts, met in self._alone:
            value = get(name)
            if value is not None:
                key = bisect_right(cuts, int(value)) if cuts else value
                told.append((name, met[key] if key in met else met.setdefault(key, self._rules_out(name, value))))
        return told

    def _starts(self, fact: Fact) -> list[int]:
        """The numbers from which some atom is true of a number or date; none for other facts."""
        return sorted({start for place in self.program.atoms(fact) if (start := self._steps[place].start) is not None})

    def _rules_out(self, name: str, value: Value) -> Alone:
        read = self._reader({name: value})
        explain = _explainer(self._steps, read, set())
        false = [place for place, goal in enumerate(self._goals) if read(goal) == FALSE]
        reasons = {place: (self.law.grounds[place], explain(self._goals[place])) for place in false}
        return Alone(sum(1 << place for place in false), reasons)

    def _reader(self, person: Person) -> Reader:
        """Reads each step that is asked for, with the parts it takes to settle it, once."""
        steps, get, truths = self._steps, person.get, dict[int, int]()

        def read(place: int) -> int:
            if place in truths:
                return truths[place]
            fact, values, start, settles, parts = steps[place]
            if fact is not None:
                value, found = get(fact), UNKNOWN
                if value is not None:
                    found = TRUE if (value in values if start is None else int(value) >= start) else FALSE
            elif settles == UNKNOWN:
                found = (UNKNOWN, TRUE, FALSE)[read(parts[0])]
            else:
                found = TRUE + FALSE - settles
                for part in parts:
                    truth = read(part)
                    if truth == settles:
                        found = settles
                        break
                    if truth == UNKNOWN:
                        found = UNKNOWN
            truths[place] = found
            return found

        return read


def _reading(step: Step, day: date) -> Reading:
    atom, settles = step.atom, {"all": FALSE, "any": TRUE}.get(step.kind, UNKNOWN)
    if isinstance(atom, AtLeast):
        return Reading(atom.fact.name, frozenset(), atom.cut.value(day), settles, ())
    if atom is not None:
        return Reading(atom.fact.name, frozenset(atom.values), None, settles, ())
    return Reading(None, frozenset(), None, settles, step.parts)


@lru_cache(maxsize=1 << 10)
def _together(rivals: int, chosen: tuple[Alone, ...]) -> tuple[RuledOut, ...]:
    """Each rival with the reason of the first of the answers that rules it out. Many persons have those in common."""
    found: dict[int, RuledOut] = {}
    for alone in reversed(chosen):
        found.update(alone.ruled_out)
    return tuple([found[place] for place in _places(rivals)])


@lru_cache(maxsize=1 << 12)
def _places(bits: int) -> tuple[int, ...]:
    """The places of the bits that are set, lowest first."""
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)


def _explainer(steps: Sequence[Reading], read: Reader, used: set[str]) -> Callable[[int], Reason]:
    """A function from a step to the parts that suffice for its truth, preferring facts that the proof already names."""
    seen: dict[int, Reason] = {}

    def known(part: int) -> int:
        return 0 if part in seen else 1 if steps[part].fact in used else 2

    def explain(place: int) -> Reason:
        if place in seen:
            return seen[place]
        fact, _, _, settles, parts = steps[place]
        truth = read(place)
        if fact is not None:
            used.add(fact)
        elif truth == settles:
            parts = (min([part for part in parts if read(part) == truth], key=known),)
        reason = seen[place] = Reason(place, truth, tuple([explain(part) for part in parts]))
        return reason

    return explain


@lru_cache(maxsize=512)
def evaluator(law: Law, day: date) -> Evaluator:
    """The evaluator of a law on a day, kept for the next person of that day."""
    return Evaluator(law, day)
