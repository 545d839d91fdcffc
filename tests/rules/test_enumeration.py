"""Every combination of the facts of the two doors, answered in columns and compared with the exact diagram."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, reduce
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from bench.core_rules import core_law
from ouverture.law.rulebook import rulebook
from ouverture.rules.columns import Column, Columns, encode
from ouverture.rules.diagram import Diagram, Node, Variable, outcome_diagram
from ouverture.rules.facts import Fact, Value

TODAY = date(2026, 11, 23)
AT_ONCE = 1 << 21
"""About so many combinations are answered at a time."""
OPEN = -1
Leaves = NDArray[np.int16]


def neutral(fact: Fact) -> Value:
    """The answer of somebody whom a fact does not concern: no, none, the last choice, or the least number."""
    values = fact.values()
    return ("none" if "none" in values else values[-1]) if values else 0


class Space:
    """All combinations of the answers to the facts of a diagram; a fact that is ``fixed`` has one answer only."""

    def __init__(self, diagram: Diagram, fixed: Mapping[str, Value], *, with_unknown: bool) -> None:
        self.forest, self.root = diagram.forest, diagram.residual(fixed)
        self.names = [variable.fact.name for variable in diagram.variables]
        self.free = [name not in fixed for name in self.names]
        self.with_unknown = with_unknown
        self.codes = [self._answers(variable, fixed) for variable in diagram.variables]
        self.sizes = [len(codes) for codes in self.codes]
        self.split = next(level for level in range(len(self.sizes) + 1) if prod(self.sizes[level:]) <= AT_ONCE)
        self.leaves, self.table = cache(self._leaves), cache(self._table)

    def __len__(self) -> int:
        return prod(self.sizes)

    def blocks(self) -> Iterator[tuple[dict[str, Column], Leaves]]:
        """Persons in columns, and for each the leaf of the diagram, OPEN where unknown answers leave several."""
        size = prod(self.sizes[self.split :])
        last = {self.names[level]: self._repeated(level) for level in range(self.split, len(self.sizes))}
        for chosen in product(*map(range, self.sizes[: self.split])):
            known = {at: index for at, index in enumerate(chosen) if self.free[at] and index < self.forest.sizes[at]}
            first = {self.names[at]: np.broadcast_to(self.codes[at][index], size) for at, index in enumerate(chosen)}
            yield first | last, self.leaves(self.forest.restrict(self.root, known))

    def _answers(self, variable: Variable, fixed: Mapping[str, Value]) -> Column:
        """The codes tried: one of each class and, if wanted, unknown."""
        name = variable.fact.name
        if name in fixed:
            return encode([fixed], [variable.fact])[name]
        known = [{name: variable.example(index)} for index in range(variable.size)]
        return encode([*known, {}] if self.with_unknown else known, [variable.fact])[name]

    def _repeated(self, level: int) -> Column:
        each = np.repeat(self.codes[level], prod(self.sizes[level + 1 :]))
        return np.tile(each, prod(self.sizes[self.split : level]))

    def _leaves(self, node: Node) -> Leaves:
        """All combinations from the split on. A fact before it that still stands in the node is an unknown one."""
        if self.forest.level[node] >= self.split:
            return self.table(node, self.split)
        return reduce(agreed, [self.leaves(kid) for kid in self.forest.kids[node]])

    def _table(self, node: Node, level: int) -> Leaves:
        if level == len(self.sizes):
            return np.array([node], np.int16)
        kids = self.forest.kids[node] if self.forest.level[node] == level else (node,) * self.forest.sizes[level]
        parts = [self.table(kid, level + 1) for kid in (kids if self.free[level] else kids[:1])]
        unknown = [reduce(agreed, parts)] if self.with_unknown and self.free[level] else []
        return np.concatenate([*parts, *unknown])


def agreed(one: Leaves, other: Leaves) -> Leaves:
    """The leaf that both halves have, OPEN where they differ."""
    return np.where(one == other, one, np.int16(OPEN))


def test_no_combination_is_unanswered_and_columns_find_the_ground_of_the_diagram() -> None:
    """The whole law, all facts of the two doors in all their classes, every other fact at its neutral answer."""
    law = rulebook().on(TODAY)
    core = core_law(TODAY).program.facts
    fixed = {fact.name: neutral(fact) for fact in law.program.facts if fact not in core}
    space = Space(outcome_diagram(law, TODAY, by_ground=True), fixed, with_unknown=False)
    columns = Columns(law, TODAY)
    tried = 0
    for persons, leaves in space.blocks():
        found = columns.decide(persons)
        assert found.min() > OPEN, "a combination for which no ground holds"
        assert np.array_equal(found, leaves)
        tried += len(leaves)
    assert tried == len(space)
    print(f"{tried:,} combinations of {len(core)} facts, the other {len(fixed)} fixed: all answered, all alike")


def test_with_unknown_facts_columns_are_never_surer_than_the_exact_reading_and_never_at_odds_with_it() -> None:
    """The grounds of the two doors alone, every fact in all its classes or unknown."""
    law = core_law(TODAY)
    space = Space(outcome_diagram(law, TODAY), {}, with_unknown=True)
    columns = Columns(law, TODAY)
    outcomes = np.array([*(law.outcomes.index(ground.outcome) for ground in law.grounds), OPEN], np.int16)
    tried = decided = exact_only = 0
    for persons, leaves in space.blocks():
        exact = np.where(leaves == len(law.outcomes), np.int16(OPEN), leaves)
        kleene = outcomes[columns.decide(persons)]
        sure = kleene != OPEN
        assert np.array_equal(sure, sure & (kleene == exact))
        tried += len(leaves)
        decided += int(np.count_nonzero(sure))
        exact_only += int(np.count_nonzero(exact != OPEN)) - int(np.count_nonzero(sure))
    assert tried == len(space)
    print(f"{tried:,} combinations, unknown included: {decided:,} decided, {exact_only:,} more by the exact reading")
