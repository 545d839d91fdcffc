"""Every combination of the facts of the two doors, answered in columns and compared with the exact diagram.

All of them: ``script/campaign --part combinations``. The tests take a share, drawn
anew each time from a seed they print.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, reduce
from itertools import product
from math import prod
from random import Random

import numpy as np
from numpy.typing import NDArray

from bench.core_rules import core_law
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import Person
from ouverture.rules.columns import Column, Columns, encode
from ouverture.rules.diagram import Diagram, Node, Variable, outcome_diagram, variables
from ouverture.rules.facts import Fact, Value

TODAY = date(2026, 11, 23)
AT_ONCE = 1 << 21
"""About so many combinations are answered at a time."""
OPEN = -1
OF_EVERYBODY = (
    "activity",
    "work_kind",
    "nationality",
    "lives_in",
    "other_cover",
    "in_france_since",
    "stay_document",
    "stay_document_until",
    "family_tie",
    "relative_insured",
)
Leaves = NDArray[np.int16]


def neutral(fact: Fact) -> Value:
    """The answer of somebody whom a fact does not concern: no, none, the last choice, or the least number."""
    values = fact.values()
    return ("none" if "none" in values else values[-1]) if values else 0


def examples(shown: Sequence[Variable]) -> dict[str, list[Value]]:
    """An answer of each class of each fact."""
    return {variable.fact.name: [variable.example(index) for index in range(variable.size)] for variable in shown}


class Space:
    """All combinations of the answers tried for each fact of a diagram, and of unknown if wanted."""

    def __init__(self, diagram: Diagram, tried: Mapping[str, Sequence[Value]], *, with_unknown: bool) -> None:
        self.forest, self.root = diagram.forest, diagram.root
        self.names = [variable.fact.name for variable in diagram.variables]
        self.classes = [[v.index(value) for value in tried[v.fact.name]] for v in diagram.variables]
        self.with_unknown = with_unknown
        self.codes = [self._codes(variable.fact, tried[variable.fact.name]) for variable in diagram.variables]
        self.sizes = [len(codes) for codes in self.codes]
        self.split = next(level for level in range(len(self.sizes) + 1) if prod(self.sizes[level:]) <= AT_ONCE)
        self.leaves, self.table = cache(self._leaves), cache(self._table)

    def __len__(self) -> int:
        return prod(self.sizes)

    def blocks(self, drawn: Callable[[], bool]) -> Iterator[tuple[dict[str, Column], Leaves]]:
        """Persons in columns, and for each the leaf of the diagram, OPEN where unknown answers leave several.

        The first block, and each of the others that is ``drawn``.
        """
        size = prod(self.sizes[self.split :])
        last = {self.names[level]: self._repeated(level) for level in range(self.split, len(self.sizes))}
        for nth, chosen in enumerate(product(*map(range, self.sizes[: self.split]))):
            if nth and not drawn():
                continue
            first = {self.names[at]: np.broadcast_to(self.codes[at][place], size) for at, place in enumerate(chosen)}
            known = {at: self.classes[at][p] for at, p in enumerate(chosen) if p < len(self.classes[at])}
            yield first | last, self.leaves(self.forest.restrict(self.root, known))

    def _codes(self, fact: Fact, values: Sequence[Value]) -> Column:
        unknown: list[Person] = [{}] if self.with_unknown else []
        return encode([*({fact.name: value} for value in values), *unknown], [fact])[fact.name]

    def _repeated(self, level: int) -> Column:
        each = np.repeat(self.codes[level], prod(self.sizes[level + 1 :]))
        return np.tile(each, prod(self.sizes[self.split : level]))

    def _leaves(self, node: Node) -> Leaves:
        """All combinations from the split on. A fact before it that still stands in the node is an unknown one."""
        if self.forest.level[node] >= self.split:
            return self.table(node, self.split)
        kids, classes = self.forest.kids[node], self.classes[self.forest.level[node]]
        return reduce(agreed, [self.leaves(kids[index]) for index in classes])

    def _table(self, node: Node, level: int) -> Leaves:
        if level == len(self.sizes):
            return np.array([node], np.int16)
        kids = self.forest.kids[node] if self.forest.level[node] == level else (node,) * self.forest.sizes[level]
        parts = [self.table(kids[index], level + 1) for index in self.classes[level]]
        return np.concatenate([*parts, reduce(agreed, parts)] if self.with_unknown else parts)


def agreed(one: Leaves, other: Leaves) -> Leaves:
    """The leaf that both halves have, OPEN where they differ."""
    return np.where(one == other, one, np.int16(OPEN))


def of_the_whole_law(seed: int, share: float) -> str:
    """No combination is unanswered, and columns find the ground of the diagram.

    The facts of the two doors take every answer that the whole law tells apart, or (those that say more about one kind
    of person) that the doors tell apart; every other fact its neutral answer.
    """
    law, doors = rulebook().on(TODAY), examples(variables(core_law(TODAY).program, TODAY))
    whole = examples(variables(law.program, TODAY))
    fixed = {fact.name: [neutral(fact)] for fact in law.program.facts if fact.name not in doors}
    tried = {**doors, **{name: whole[name] for name in OF_EVERYBODY}, **fixed}
    space = Space(outcome_diagram(law, TODAY, by_ground=True), tried, with_unknown=False)
    columns = Columns(law, TODAY)
    count = 0
    for persons, leaves in space.blocks(lottery(seed, share)):
        found = columns.decide(persons)
        assert found.min() > OPEN, "a combination for which no ground holds"
        assert np.array_equal(found, leaves)
        count += len(leaves)
    assert count == len(space) or share < 1
    return (f"{count:,} of {len(space):,} combinations of {len(doors)} facts, the other {len(fixed)} fixed: "
            "all answered, all alike")  # fmt: skip


def with_unknown_facts(seed: int, share: float) -> str:
    """Columns are never surer than the exact reading and never at odds with it.

    The grounds of the two doors alone, every fact in all its classes or unknown.
    """
    law = core_law(TODAY)
    tried = examples(variables(law.program, TODAY))
    space = Space(outcome_diagram(law, TODAY), tried, with_unknown=True)
    columns = Columns(law, TODAY)
    outcomes = np.array([*(law.outcomes.index(ground.outcome) for ground in law.grounds), OPEN], np.int16)
    count = decided = exact_only = 0
    for persons, leaves in space.blocks(lottery(seed, share)):
        exact = np.where(leaves == len(law.outcomes), np.int16(OPEN), leaves)
        kleene = outcomes[columns.decide(persons)]
        sure = kleene != OPEN
        assert np.array_equal(sure, sure & (kleene == exact))
        count += len(leaves)
        decided += int(np.count_nonzero(sure))
        exact_only += int(np.count_nonzero(exact != OPEN)) - int(np.count_nonzero(sure))
    assert count == len(space) or share < 1
    return (f"{count:,} of {len(space):,} combinations, unknown included: {decided:,} decided, "
            f"{exact_only:,} more by the exact reading")  # fmt: skip


def lottery(seed: int, share: float) -> Callable[[], bool]:
    """Says of each block in turn whether it is tried."""
    random = Random(seed)
    return lambda: random.random() < share
