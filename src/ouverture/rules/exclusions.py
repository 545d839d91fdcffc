"""Which steps cannot be true of one person: what is true of one makes the other false, with any facts missing.

Read off the conditions alone (an answer is one value, a step and its contrary), so that it holds in three values: where
the one step is known to be true, the other is known to be false. Not every pair that excludes each other is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from ouverture.rules.conditions import Among
from ouverture.rules.facts import Value
from ouverture.rules.program import Step

Answers = dict[str, frozenset[Value]]


class Given:
    """What follows from one step being true: other steps, and the answers that are left for some facts."""

    def __init__(self, steps: Sequence[Step], place: int) -> None:
        self._steps = steps
        self._known: dict[int, bool | None] = {}
        self._left: Answers = {}
        self._assume(place, true=True)

    def excludes(self, place: int) -> bool:
        """Whether the step of that place is then known to be false."""
        return self._judge(place) is False

    def _assume(self, place: int, *, true: bool) -> None:
        self._known[place] = true
        step = self._steps[place]
        if step.kind == "not":
            self._assume(step.parts[0], true=not true)
        elif step.kind == ("all" if true else "any"):
            for part in step.parts:
                self._assume(part, true=true)
        else:
            self._narrow(_left(self._steps, place, true=true))

    def _narrow(self, left: Answers) -> None:
        for name, answers in left.items():
            self._left[name] = self._left.get(name, answers) & answers

    def _judge(self, place: int) -> bool | None:
        if place not in self._known:
            self._known[place] = self._judged(self._steps[place])
        return self._known[place]

    def _judged(self, step: Step) -> bool | None:
        if step.atom is not None:
            return self._answered(step.atom) if isinstance(step.atom, Among) else None
        if step.kind == "not":
            contrary = self._judge(step.parts[0])
            return None if contrary is None else not contrary
        settles, unknown = step.kind == "any", False
        for part in step.parts:
            judged = self._judge(part)
            if judged is settles:
                return settles
            unknown |= judged is None
        return None if unknown else not settles

    def _answered(self, atom: Among) -> bool | None:
        left = self._left.get(atom.fact.name)
        if left is None:
            return None
        return True if left <= atom.values else False if left.isdisjoint(atom.values) else None


def _left(steps: Sequence[Step], place: int, *, true: bool) -> Answers:
    """The answers that a true (or false) step leaves, for the facts that it narrows."""
    step = steps[place]
    if step.kind == "not":
        return _left(steps, step.parts[0], true=not true)
    if step.atom is not None:
        return _of_an_atom(step.atom, true=true) if isinstance(step.atom, Among) else {}
    each = [_left(steps, part, true=true) for part in step.parts]
    return _all_of(each) if step.kind == ("all" if true else "any") else _any_of(each)


def _of_an_atom(atom: Among, *, true: bool) -> Answers:
    values = frozenset(atom.values)
    return {atom.fact.name: values if true else frozenset(atom.fact.values()) - values}


def _all_of(each: Iterable[Answers]) -> Answers:
    both: Answers = {}
    for left in each:
        both |= {name: both.get(name, answers) & answers for name, answers in left.items()}
    return both


def _any_of(each: Sequence[Answers]) -> Answers:
    if not each:
        return {}
    in_every = reduce(frozenset.intersection, (frozenset(left) for left in each))
    return {name: frozenset[Value]().union(*(left[name] for left in each)) for name in in_every}
