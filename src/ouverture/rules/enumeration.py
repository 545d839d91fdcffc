"""Fourth reading: every combination. No person without an answer, none with two that contradict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ouverture.rules.diagram import FALSE_LEAF, Diagram, Node, ground_diagram, outcome_diagram
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Ground, Law


def unanswered(law: Law, day: date) -> dict[str, Value] | None:
    """A person for whom no ground holds, or None: the decision list covers every combination."""
    diagram = outcome_diagram(law, day)
    return example(diagram, leaf=len(law.outcomes))


def contradictions(law: Law, day: date) -> Iterator[tuple[Ground, Ground]]:
    """Grounds of one tier that can both hold for one person and would answer differently."""
    tiers: dict[str, list[Ground]] = {}
    for ground in law.grounds:
        tiers.setdefault(ground.tier, []).append(ground)
    for tier in tiers.values():
        for one, other in combinations(tier, 2):
            if one.outcome != other.outcome and _both(law, one, other, day) != FALSE_LEAF:
                yield one, other


def idle(law: Law, day: date) -> list[Ground]:
    """Grounds that never decide anything, because an earlier one with the same or another outcome always goes first."""
    diagram = outcome_diagram(law, day, by_ground=True)
    reached = set(diagram.leaves(diagram.root))
    return [ground for leaf, ground in enumerate(law.grounds) if leaf not in reached]


def example(diagram: Diagram, leaf: Node) -> dict[str, Value] | None:
    """The facts of some person who ends at that leaf, or None if nobody does."""
    person: dict[str, Value] = {}

    def reaches(node: Node) -> bool:
        if node == leaf:
            return True
        variable = diagram.variables[diagram.forest.level[node]] if diagram.forest.kids[node] else None
        for index, kid in enumerate(diagram.forest.kids[node]):
            if variable is not None and reaches(kid):
                person[variable.fact.name] = variable.example(index)
                return True
        return False

    return person if reaches(diagram.root) else None


def _both(law: Law, one: Ground, other: Ground, day: date) -> Node:
    first, second = ground_diagram(law, one.name, day), ground_diagram(law, other.name, day)
    if first.forest is not second.forest:
        raise AssertionError("one law on one day has one forest")
    return first.forest.choose(first.root, second.root, FALSE_LEAF)
