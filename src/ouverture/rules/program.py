"""One list of steps for all conditions: each distinct step once, parts before wholes. Every reading runs this list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ouverture.rules.conditions import NEVER, Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.facts import Fact

Atom = Among | AtLeast


@dataclass(frozen=True)
class Step:
    """An atom, or "all", "any", "not" of earlier steps (their places in the list).

    ``absent`` names a rule that is not in force: false for everybody, and a step of its own, so that a proof can say
    which rule it was.
    """

    kind: Literal["atom", "all", "any", "not"]
    parts: tuple[int, ...] = ()
    atom: Atom | None = None
    absent: str = ""


class Program:
    """Steps in order. ``goals`` maps a ground's name to its step, ``rules`` a rule's name to its step."""

    def __init__(self, rule: Callable[[str], Condition], order: Sequence[Fact]) -> None:
        self._rule = rule
        self._order = order
        self._place: dict[Step, int] = {}
        self.steps: list[Step] = []
        self.goals: dict[str, int] = {}
        self.rules: dict[str, int] = {}
        self.names: dict[int, list[str]] = {}

    def add(self, name: str, condition: Condition) -> None:
        """Write a ground's condition after what is there."""
        self.goals[name] = self._write(condition)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that some condition reads, in the order of the vocabulary (not of the conditions)."""
        read = {step.atom.fact for step in self.steps if step.atom is not None}
        return tuple(fact for fact in self._order if fact in read)

    def atoms(self, fact: Fact) -> list[int]:
        """The places of the steps that read ``fact``."""
        return [place for place, step in enumerate(self.steps) if step.atom is not None and step.atom.fact is fact]

    def _write(self, condition: Condition) -> int:
        match condition:
            case Among() | AtLeast():
                return self._step(Step("atom", atom=condition))
            case Not(part):
                return self._step(Step("not", (self._write(part),)))
            case Every(parts):
                return self._whole("all", parts)
            case Either(parts):
                return self._whole("any", parts)
            case Holds(name):
                return self._write_rule(name)
        raise TypeError(f"not a condition: {condition!r}")

    def _whole(self, kind: Literal["all", "any"], parts: tuple[Condition, ...]) -> int:
        places = tuple(dict.fromkeys(self._write(part) for part in parts))
        return places[0] if len(places) == 1 else self._step(Step(kind, places))

    def _write_rule(self, name: str) -> int:
        if name not in self.rules:
            condition = self._rule(name)
            written = self._step(Step("any", absent=name)) if condition == NEVER else self._write(condition)
            place = self.rules[name] = written
            self.names.setdefault(place, []).append(name)
        return self.rules[name]

    def _step(self, step: Step) -> int:
        if step not in self._place:
            self._place[step] = len(self.steps)
            self.steps.append(step)
        return self._place[step]
