"""Which question next: the one after which the fewest are expected.

The cost of a function is the expected number of questions (weighted by their cost) until the outcome is settled. For a
few facts it is found exactly; for more, each first question is followed by the order of the vocabulary, and the best
first question is taken. Both depend on the function and the vocabulary, never on how the conditions are written.
"""

from __future__ import annotations

from ouverture.rules.assessment import Person
from ouverture.rules.diagram import Diagram, Node
from ouverture.rules.facts import Fact

EXACT_UP_TO = 12
"""With this many facts or fewer the optimum is computed; more would cost milliseconds a question."""


class Questioner:
    """Chooses questions for a diagram and remembers its choices."""

    def __init__(self, diagram: Diagram, exact_up_to: int = EXACT_UP_TO) -> None:
        self.diagram = diagram
        self._exact_up_to = exact_up_to
        self._forest = diagram.forest
        self._weights = [variable.weights for variable in diagram.variables]
        self._costs = [variable.fact.cost for variable in diagram.variables]
        self._in_order: dict[Node, float] = {}
        self._best: dict[Node, tuple[float, int]] = {}
        self._levels: dict[Node, frozenset[int]] = {}
        self._after = [
            frozenset(diagram.level[name] for name in variable.fact.after if name in diagram.level)
            for variable in diagram.variables
        ]

    def next(self, person: Person, declined: frozenset[str] = frozenset()) -> Fact | None:
        """The next fact to ask, never one in ``declined`` ("I don't know"); None when no answer can change anything."""
        return self.next_at(self.diagram.residual(person), declined)

    def next_at(self, node: Node, declined: frozenset[str] = frozenset()) -> Fact | None:
        """The same where ``node`` is what is left to decide."""
        refused = frozenset(self.diagram.level[name] for name in declined if name in self.diagram.level)
        level = self._choice(node) if not refused else self._choice_without(node, refused)
        return None if level is None else self.diagram.variables[level].fact

    def expected(self, node: Node) -> float:
        """The expected cost of following this questioner until the outcome is settled."""
        level = self._choice(node)
        if level is None:
            return 0.0
        weighted = zip(self._weights[level], self._answers(node, level), strict=True)
        return self._costs[level] + sum(weight * self.expected(rest) for weight, rest in weighted)

    def optimum(self, node: Node) -> float:
        """The least expected cost of any way of asking (exponential in the number of facts)."""
        return self._exact(node)[0]

    def levels(self, node: Node) -> frozenset[int]:
        """The levels of the facts that matter under ``node``."""
        found = self._levels.get(node)
        if found is None:
            kids = self._forest.kids[node]
            below = frozenset[int]().union(*[self.levels(kid) for kid in set(kids)])
            found = self._levels[node] = below | {self._forest.level[node]} if kids else below
        return found

    def _sensible(self, levels: frozenset[int]) -> list[int]:
        """The facts that may be asked now: none that waits for another fact that still matters."""
        return [level for level in sorted(levels) if not self._after[level] & levels]

    def _choice(self, node: Node) -> int | None:
        levels = self.levels(node)
        if not levels:
            return None
        if len(levels) <= self._exact_up_to:
            return self._exact(node)[1]
        return self._looked_ahead(node, levels)

    def _choice_without(self, node: Node, refused: frozenset[int]) -> int | None:
        levels = self.levels(node) - refused
        return self._looked_ahead(node, levels) if levels else None

    def _looked_ahead(self, node: Node, levels: frozenset[int]) -> int:
        key = node if levels == self.levels(node) else -1
        found = self._best.get(key) if key >= 0 else None
        if found is None:
            found = min((self._one_then_order(node, level), level) for level in self._sensible(levels))
            if key >= 0:
                self._best[key] = found
        return found[1]

    def _one_then_order(self, node: Node, level: int) -> float:
        weighted = zip(self._weights[level], self._answers(node, level), strict=True)
        return self._costs[level] + sum(weight * self._ordered(rest) for weight, rest in weighted)

    def _ordered(self, node: Node) -> float:
        found = self._in_order.get(node)
        if found is None:
            kids = self._forest.kids[node]
            level = self._forest.level[node]
            found = 0.0
            if kids:
                rest = zip(self._weights[level], kids, strict=True)
                found = self._costs[level] + sum(weight * self._ordered(kid) for weight, kid in rest)
            self._in_order[node] = found
        return found

    def _exact(self, node: Node) -> tuple[float, int]:
        found = self._best.get(~node)
        if found is None:
            found = (0.0, -1)
            levels = self.levels(node)
            if levels:
                found = min((self._one_then_best(node, level), level) for level in self._sensible(levels))
            self._best[~node] = found
        return found

    def _one_then_best(self, node: Node, level: int) -> float:
        weighted = zip(self._weights[level], self._answers(node, level), strict=True)
        return self._costs[level] + sum(weight * self._exact(rest)[0] for weight, rest in weighted)

    def _answers(self, node: Node, level: int) -> list[Node]:
        if self._forest.level[node] == level:
            return list(self._forest.kids[node])
        return [self._forest.restrict(node, {level: index}) for index in range(self._forest.sizes[level])]
