"""Third reading: a million persons at once, on bit planes.

A truth is two bits a person, "known true" and "known false", and a machine word holds 64 persons: "all" is the *and* of
the first planes and the *or* of the second, "not" swaps them. A law becomes one list of operations on planes, run over
chunks of persons that stay in the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ouverture.rules.assessment import Person
from ouverture.rules.conditions import Among, AtLeast
from ouverture.rules.facts import Fact
from ouverture.rules.program import Atom
from ouverture.rules.rulebook import Law

Column = NDArray[np.integer[Any]]
UNKNOWN = -1
CHUNK = 1 << 18
"""Persons at a time: some fifty planes of 32 KiB."""
NOBODY, EVERYBODY = 0, 1


class Operation(NamedTuple):
    """A plane: of two earlier planes, or of a column (``left`` is then its fact) against a mask or a cut."""

    act: np.ufunc
    left: int | str
    right: int


class Circuit:
    """The planes of a law on a day, each distinct one once. Planes 0 and 1 hold nobody and everybody."""

    def __init__(self, law: Law, day: date) -> None:
        self.operations: list[Operation] = [Operation(np.bitwise_xor, NOBODY, NOBODY)] * 2
        self._steps, self._day = law.program.steps, day
        self._plane: dict[Operation, int] = {}
        self._truth: dict[int, tuple[int, int]] = {}

    def both(self, a: int, b: int) -> int:
        """Those in both planes."""
        low, high = sorted((a, b))
        return low if low in (NOBODY, high) else high if low == EVERYBODY else self._add(np.bitwise_and, low, high)

    def either(self, a: int, b: int) -> int:
        """Those in one plane or the other."""
        low, high = sorted((a, b))
        return low if low in (EVERYBODY, high) else high if low == NOBODY else self._add(np.bitwise_or, low, high)

    def without(self, a: int, b: int) -> int:
        """Those in the first plane but not in the second, which must be a part of it."""
        return NOBODY if a == b else a if b == NOBODY else self._add(np.bitwise_xor, a, b)

    def truth(self, place: int) -> tuple[int, int]:
        """Where a step of the program is known true, and where known false."""
        if place not in self._truth:
            step = self._steps[place]
            if step.atom is not None:
                self._truth[place] = self._atom(step.atom)
            elif step.kind == "not":
                self._truth[place] = self.truth(step.parts[0])[::-1]
            else:
                true, false = zip(
                    (EVERYBODY, NOBODY),
                    *(self.truth(p)[:: 1 if step.kind == "all" else -1] for p in step.parts),
                    strict=True,
                )
                self._truth[place] = (reduce(self.both, true), reduce(self.either, false))[
                    :: 1 if step.kind == "all" else -1
                ]
        return self._truth[place]

    def _add(self, act: np.ufunc, left: int | str, right: int) -> int:
        operation = Operation(act, left, right)
        if operation not in self._plane:
            self._plane[operation] = len(self.operations)
            self.operations.append(operation)
        return self._plane[operation]

    def _atom(self, atom: Atom) -> tuple[int, int]:
        if isinstance(atom, AtLeast):
            known = self._add(np.greater_equal, atom.fact.name, 0)
            true = self._add(np.greater_equal, atom.fact.name, max(atom.cut.value(self._day), 0))
        else:
            bits = [self._add(np.bitwise_and, atom.fact.name, 1 << bit) for bit in range(width(atom.fact))]
            known = self.without(EVERYBODY, reduce(self.both, bits))
            table = [value in atom.values for value in atom.fact.values()]
            true = self._among(bits, table + [False] * ((1 << len(bits)) - len(table)))
        return true, self.without(known, true)

    def _among(self, bits: Sequence[int], table: Sequence[bool]) -> int:
        """Those whose code is one that the table marks: a choice by the highest bit, then by the next."""
        if len(set(table)) == 1:
            return EVERYBODY if table[0] else NOBODY
        *lower, bit = bits
        half = len(table) // 2
        with_it, without_it = self._among(lower, table[half:]), self._among(lower, table[:half])
        if with_it == without_it:
            return with_it
        return self.either(self.both(bit, with_it), self.both(self.without(EVERYBODY, bit), without_it))


def width(fact: Fact) -> int:
    """How many bits hold the codes of a discrete fact; all of them set means unknown."""
    return len(fact.values()).bit_length()


def winners(circuit: Circuit, law: Law) -> list[int]:
    """For each ground, the plane of those it decides: it holds, and all earlier unknown grounds have its outcome."""
    last = {ground.outcome: rank for rank, ground in enumerate(law.grounds)}
    clear, held_up = EVERYBODY, NOBODY
    waiting: dict[object, int] = {}
    hits: list[int] = []
    for rank, (ground, goal) in enumerate(zip(law.grounds, law.program.goals.values(), strict=True)):
        true, false = circuit.truth(goal)
        ready = circuit.either(clear, circuit.both(held_up, waiting.get(ground.outcome, NOBODY)))
        hits.append(circuit.both(ready, true))
        clear, held_up = circuit.both(clear, false), circuit.both(held_up, false)
        if last[ground.outcome] > rank:
            waiting[ground.outcome] = circuit.without(circuit.without(ready, hits[-1]), clear)
            held_up = circuit.either(held_up, waiting[ground.outcome])
    return hits
