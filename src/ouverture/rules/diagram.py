"""Second reading, exact: which outcomes are still possible, and which unknown facts can still change them.

Kleene's tables say "unknown" of `A and B or not A and C` even when B and C are both true. A reduced ordered decision
diagram over the classes of each fact does not: a fact stands in it if and only if some answer can change the outcome.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, reduce

from ouverture.rules.assessment import Person
from ouverture.rules.conditions import Among, AtLeast
from ouverture.rules.facts import Fact, Value
from ouverture.rules.program import Atom, Program
from ouverture.rules.rulebook import Law

Node = int
FALSE_LEAF, TRUE_LEAF = 0, 1


@dataclass(frozen=True)
class Variable:
    """A fact cut into classes within which no condition can tell two values apart."""

    fact: Fact
    class_of: Mapping[Value, int]
    cuts: tuple[int, ...]
    size: int
    weights: tuple[float, ...]

    def index(self, value: Value) -> int:
        """The class of a known value."""
        return bisect_right(self.cuts, value) if self.cuts else self.class_of[value]

    def example(self, index: int) -> Value:
        """Some value of that class."""
        if not self.cuts:
            return next(value for value, place in self.class_of.items() if place == index)
        return self.cuts[index - 1] if index else self.cuts[0] - 1


class Forest:
    """Hash-consed nodes over ordered variables; leaves are small integers. Equal functions are the same node."""

    def __init__(self, sizes: tuple[int, ...], leaves: int) -> None:
        self.sizes = sizes
        self.level = [len(sizes)] * leaves
        self.kids: list[tuple[Node, ...]] = [()] * leaves
        self._nodes: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._choose: dict[tuple[Node, Node, Node], Node] = {}

    def node(self, level: int, kids: tuple[Node, ...]) -> Node:
        """The node that branches on a variable; a branch that changes nothing is no node."""
        if kids.count(kids[0]) == len(kids):
            return kids[0]
        key = (level, kids)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = len(self.level)
            self.level.append(level)
            self.kids.append(kids)
        return found

    def choose(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """``then`` where the condition holds, ``otherwise`` elsewhere: and, or, not and the decision list in one."""
        if condition == TRUE_LEAF or then == otherwise:
            return then
        if condition == FALSE_LEAF:
            return otherwise
        if then == TRUE_LEAF and otherwise == FALSE_LEAF:
            return condition
        key = (condition, then, otherwise)
        found = self._choose.get(key)
        if found is None:
            level = min(self.level[condition], self.level[then], self.level[otherwise])
            branches = [self._branches(n, level) for n in key]
            found = self.node(level, tuple([self.choose(c, t, o) for c, t, o in zip(*branches, strict=True)]))
            self._choose[key] = found
        return found

    def restrict(self, root: Node, known: Mapping[int, int]) -> Node:
        """The function that is left when the variables in ``known`` (level to class) are answered."""
        if not known:
            return root
        last, levels, kids_of = max(known), self.level, self.kids
        memo: dict[Node, Node] = {}

        # The hot loop of every page that is not settled: names are local, and a node seen before costs no call.
        def walk(node: Node) -> Node:
            level = levels[node]
            if level > last:
                return node
            kids, answer = kids_of[node], known.get(level)
            if answer is not None:
                kid = kids[answer]
                found = memo[kid] if kid in memo else walk(kid)
            else:
                found = self.node(level, tuple([memo[kid] if kid in memo else walk(kid) for kid in kids]))
            memo[node] = found
            return found

        return walk(root)

    def reachable(self, root: Node) -> list[Node]:
        """Every node under ``root``, itself included, leaves too."""
        seen = {root}
        todo = [root]
        for node in todo:
            fresh = [kid for kid in set(self.kids[node]) if kid not in seen]
            seen.update(fresh)
            todo.extend(fresh)
        return todo

    def _branches(self, node: Node, level: int) -> tuple[Node, ...]:
        return self.kids[node] if self.level[node] == level else (node,) * self.sizes[level]


@dataclass(frozen=True)
class Diagram:
    """A decision as a function of the classes of its facts: the forest it stands in, and its root there."""

    variables: tuple[Variable, ...]
    forest: Forest
    root: Node

    @cached_property
    def level(self) -> dict[str, int]:
        """The place of each fact in the order of the variables."""
        return {variable.fact.name: level for level, variable in enumerate(self.variables)}

    def residual(self, person: Person, start: Node | None = None) -> Node:
        """What is left to decide once the person's known facts are put in: of all, or of what is left at ``start``."""
        places = ((self.level.get(name), value) for name, value in person.items())
        known = {level: self.variables[level].index(value) for level, value in places if level is not None}
        return self.forest.restrict(self.root if start is None else start, known)

    def leaves(self, node: Node) -> list[Node]:
        """The leaves that can still be reached, in order."""
        return sorted(n for n in self.forest.reachable(node) if not self.forest.kids[n])

    def matters(self, node: Node) -> list[int]:
        """The levels of the facts of which some answer can still change the outcome: exactly these."""
        return sorted({self.forest.level[n] for n in self.forest.reachable(node) if self.forest.kids[n]})


def outcome_diagram(law: Law, day: date, *, by_ground: bool = False) -> Diagram:
    """The outcome of a law on a day; leaf *n* is the law's *n*-th outcome, the leaf after them: no ground holds.

    ``by_ground`` tells apart grounds that have the same outcome: leaf *n* is then the *n*-th ground.
    """
    kinds: tuple[object, ...] = law.grounds if by_ground else law.outcomes
    leaves = {kind: leaf for leaf, kind in enumerate(kinds)}
    places = [leaves[ground if by_ground else ground.outcome] for ground in law.grounds]
    goals = tuple(zip(law.program.goals.values(), places, strict=True))
    return _diagram(law.program, day, goals, otherwise=len(leaves))


def ground_diagram(law: Law, ground: str, day: date) -> Diagram:
    """Whether one ground holds (leaf 1) or not (leaf 0). The diagrams of one law and day share their forest."""
    return _diagram(law.program, day, ((law.program.goals[ground], TRUE_LEAF),), otherwise=FALSE_LEAF)


def variables(program: Program, day: date) -> tuple[Variable, ...]:
    """The facts of a program cut into classes for a day, in the program's order."""
    return tuple(_variable(program, fact, day) for fact in program.facts)


def _variable(program: Program, fact: Fact, day: date) -> Variable:
    atoms = [program.steps[place].atom for place in program.atoms(fact)]
    cuts = tuple(sorted({atom.cut.value(day) for atom in atoms if isinstance(atom, AtLeast)}))
    if cuts:
        return Variable(fact, {}, cuts, len(cuts) + 1, (1.0 / (len(cuts) + 1),) * (len(cuts) + 1))
    class_of = _classes(program, fact)
    weights = [0.0] * (max(class_of.values()) + 1)
    for value, index in class_of.items():
        weights[index] += fact.weight(value)
    total = sum(weights)
    return Variable(fact, class_of, (), len(weights), tuple(weight / total for weight in weights))


@lru_cache(maxsize=4096)
def _classes(program: Program, fact: Fact) -> Mapping[Value, int]:
    """The values of a discrete fact, grouped where no condition of the program tells them apart."""
    sets = [atom.values for atom in (program.steps[p].atom for p in program.atoms(fact)) if isinstance(atom, Among)]
    signatures: dict[tuple[bool, ...], int] = {}
    return {
        value: signatures.setdefault(tuple(value in values for values in sets), len(signatures))
        for value in fact.values()
    }


def _diagram(program: Program, day: date, goals: tuple[tuple[int, Node], ...], otherwise: Node) -> Diagram:
    shown = variables(program, day)
    ranks = []
    for place, step in enumerate(program.steps):
        if isinstance(step.atom, AtLeast):
            cuts = next(v.cuts for v in shown if v.fact is step.atom.fact)
            ranks.append((place, cuts.index(step.atom.cut.value(day))))
    sizes = tuple(variable.size for variable in shown)
    forest, truth = _grown(program, tuple(ranks), sizes)
    root = otherwise
    for goal, leaf in reversed(goals):
        root = forest.choose(truth[goal], leaf, root)
    return Diagram(shown, forest, root)


@lru_cache(maxsize=64)
def _grown(
    program: Program, ranks: tuple[tuple[int, int], ...], sizes: tuple[int, ...]
) -> tuple[Forest, tuple[Node, ...]]:
    """The truth of every step, in a forest that is the same on all days on which the cuts fall in the same order."""
    forest = Forest(sizes, leaves=len(program.goals) + 2)
    rank = dict(ranks)
    levels = {fact: level for level, fact in enumerate(program.facts)}
    truth: list[Node] = []
    for place, step in enumerate(program.steps):
        if step.atom is not None:
            fact = step.atom.fact
            truth.append(_atom(forest, step.atom, levels[fact], rank.get(place), _classes(program, fact)))
        elif step.kind == "not":
            truth.append(forest.choose(truth[step.parts[0]], FALSE_LEAF, TRUE_LEAF))
        elif step.kind == "all":
            parts = map(truth.__getitem__, step.parts)
            truth.append(reduce(lambda a, b: forest.choose(a, b, FALSE_LEAF), parts, TRUE_LEAF))
        else:
            parts = map(truth.__getitem__, step.parts)
            truth.append(reduce(lambda a, b: forest.choose(a, TRUE_LEAF, b), parts, FALSE_LEAF))
    return forest, tuple(truth)


def _atom(forest: Forest, atom: Atom, level: int, rank: int | None, classes: Mapping[Value, int]) -> Node:
    size = forest.sizes[level]
    if rank is not None:
        return forest.node(level, tuple(TRUE_LEAF if index > rank else FALSE_LEAF for index in range(size)))
    assert isinstance(atom, Among)
    leaves = [FALSE_LEAF] * size
    for value, index in classes.items():
        leaves[index] = TRUE_LEAF if value in atom.values else FALSE_LEAF
    return forest.node(level, tuple(leaves))
