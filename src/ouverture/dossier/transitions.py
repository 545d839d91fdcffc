"""Which event leads from which stage to which: what the moves declare, and what trying their changes shows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from ouverture.dossier.examples import examples
from ouverture.dossier.file import Aggregate, File
from ouverture.dossier.kernel import Event, values


class Step(NamedTuple):
    """A kind of event that leads from a stage to a stage. ``beside``: of another item than the one it is about."""

    start: str
    kind: str
    end: str
    beside: bool = False


class StageChanges(NamedTuple):
    """The steps of an aggregate, and what decides where an event leads from a stage.

    ``says``: the fields of the event that do; ``past``: the starts and kinds for which what came before does.
    """

    first: str
    steps: frozenset[Step]
    says: dict[tuple[str, str], frozenset[str]]
    past: frozenset[tuple[str, str]]

    def ends(self, start: str, kind: str) -> frozenset[str]:
        """The stages to which the event may lead from ``start``."""
        return frozenset(one.end for one in self.steps if one[:2] == (start, kind) and not one.beside)


class _Tried(NamedTuple):
    """One example, the state it gave, and the step that this was."""

    happened: Event
    after: Any
    step: Step


def transitions(aggregate: Aggregate) -> StageChanges:
    """Every step of the aggregate.

    Where a move declares its end, that is taken; where it does not, every example of the event is tried in every state
    that other examples led to. A step is told apart by the step before it: no change in this room remembers more.
    """
    found: set[Step] = set()
    deciding: dict[tuple[str, str], set[str]] = {}
    naming: dict[str, set[str]] = {}
    usual: dict[tuple[str, str], set[str]] = {}
    for state in _states(aggregate, nothing := getattr(File(), aggregate.name)):
        for kind in aggregate.transitions:
            tried = list(_tried(aggregate, state, kind))
            found.update(one.step for one in tried)
            found.update(step for one in tried for step in _beside(aggregate, state, one))
            _note(deciding, tried)
            if tried:
                usual.setdefault(tried[0].step[:2], set()).add(tried[0].step.end)
            naming.setdefault(kind.kind, set()).update(_naming(aggregate, state, kind))
    first = aggregate.stage_of(nothing, examples(next(iter(aggregate.transitions)).kind)[0])
    says = {key: frozenset(fields - naming[key[1]]) for key, fields in deciding.items()}
    past = frozenset(key for key, ends in usual.items() if len(ends) > 1)
    return StageChanges(first, _steps(aggregate, found), says, past)


def _steps(aggregate: Aggregate, found: set[Step]) -> frozenset[Step]:
    declared = {
        Step(start, kind.kind, move.to)
        for kind, move in aggregate.transitions.items()
        if move.to
        for start in move.come_from
    }
    undeclared = {kind.kind for kind, move in aggregate.transitions.items() if move.to is None}
    own = declared | {one for one in found if not one.beside and one.kind in undeclared}
    return frozenset(own | {one for one in found if one.beside and one._replace(beside=False) not in own})


def _states(aggregate: Aggregate, nothing: Any) -> Iterator[Any]:
    known: set[tuple[Event, Step, Step | None]] = set()
    waiting: deque[tuple[Any, Step | None]] = deque([(nothing, None)])
    while waiting:
        state, before = waiting.popleft()
        yield state
        for kind in aggregate.transitions:
            for happened, after, step in _tried(aggregate, state, kind):
                if (happened, step, before) not in known:
                    known.add((happened, step, before))
                    waiting.append((after, step))


def _tried(aggregate: Aggregate, state: Any, kind: type[Event]) -> Iterator[_Tried]:
    """What each example of the kind gives, where it may come."""
    move = aggregate.transitions[kind]
    for happened in examples(kind.kind):
        start = aggregate.stage_of(state, happened)
        if start in move.come_from:
            after = move.change(state, happened)
            yield _Tried(happened, after, Step(start, kind.kind, aggregate.stage_of(after, happened)))


def _beside(aggregate: Aggregate, state: Any, tried: _Tried) -> Iterator[Step]:
    """The steps that the event makes other items take."""
    for kind in aggregate.transitions:
        about = examples(kind.kind)[0]
        start, end = aggregate.stage_of(state, about), aggregate.stage_of(tried.after, about)
        if start != end:
            yield Step(start, tried.step.kind, end, beside=True)


def _note(deciding: dict[tuple[str, str], set[str]], tried: list[_Tried]) -> None:
    """The fields in which an example differs from the first one, when it leads elsewhere from the same stage."""
    for one in tried[1:]:
        if one.step.start == tried[0].step.start and one.step.end != tried[0].step.end:
            deciding.setdefault(one.step[:2], set()).update(_differing(tried[0].happened, one.happened))


def _naming(aggregate: Aggregate, state: Any, kind: type[Event]) -> Iterator[str]:
    """The fields that say which item an event is about: another value meets another stage."""
    first, *others = examples(kind.kind)
    met = aggregate.stage_of(state, first)
    for other in others:
        if aggregate.stage_of(state, other) != met:
            yield from _differing(first, other)


def _differing(one: Event, other: Event) -> Iterator[str]:
    said = values(other)
    return (name for name, value in values(one).items() if said[name] != value)
