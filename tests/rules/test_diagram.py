"""The exact reading, held against trying every completion of every person."""

from collections.abc import Sequence
from datetime import date

import pytest

from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.conditions import NEVER
from ouverture.rules.diagram import FALSE_LEAF, TRUE_LEAF, ground_diagram, outcome_diagram, variables
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law
from tests.rules.small_laws import everybody, fact, law

DAY = date(2026, 11, 23)
A, B, C = fact("a"), fact("b"), fact("c")
KIND = fact("kind", "one_of", ("x", "y", "z", "w"))
SINCE = fact("since", "date")
FACTS: Sequence[Fact] = (A, B, C, KIND)

LAWS: dict[str, Law] = {
    "kleene is not enough": law(FACTS, [((A.is_yes() & B.is_yes()) | (A.is_no() & C.is_yes()), "in"), (~NEVER, "out")]),
    "three outcomes": law(
        FACTS, [(KIND.among("x") & A.is_yes(), "one"), (KIND.among("x", "y"), "two"), (B.is_no() | C.is_yes(), "one")]
    ),
    "order decides": law(FACTS, [(A.is_yes(), "first"), (~A.is_no() | B.is_yes(), "second"), (~NEVER, "third")]),
}


def completions(person: Person) -> list[Person]:
    """Everybody this person may turn out to be."""
    known = [one for one in everybody(FACTS) if len(one) == len(FACTS)]
    return [one for one in known if all(one[name] == value for name, value in person.items())]


def outcome_of(of: Law, person: Person) -> int:
    """The leaf of a person about whom everything is known."""
    truths = evaluator(of, DAY).truths(person)
    holding = [ground for ground in of.grounds if truths[of.program.goals[ground.name]] == 2]
    return of.outcomes.index(holding[0].outcome) if holding else len(of.outcomes)


@pytest.mark.parametrize("name", LAWS)
def test_what_can_still_come_out_is_exactly_what_some_completion_gives(name: str) -> None:
    of = LAWS[name]
    diagram = outcome_diagram(of, DAY)
    for person in everybody(FACTS):
        possible = {outcome_of(of, full) for full in completions(person)}
        assert set(diagram.leaves(diagram.residual(person))) == possible, person


@pytest.mark.parametrize("name", LAWS)
def test_a_fact_matters_if_and_only_if_some_answer_can_change_the_outcome(name: str) -> None:
    of = LAWS[name]
    diagram = outcome_diagram(of, DAY)
    for person in everybody(FACTS):
        matters = {diagram.variables[level].fact.name for level in diagram.matters(diagram.residual(person))}
        assert matters == {one.name for one in FACTS if one.name not in person and _changes(of, person, one)}, person


def _changes(of: Law, person: Person, one: Fact) -> bool:
    """Whether two completions that differ in this fact alone end differently."""
    others = {tuple(sorted((k, v) for k, v in full.items() if k != one.name)) for full in completions(person)}
    return any(len({outcome_of(of, dict(rest) | {one.name: v}) for v in one.values()}) > 1 for rest in others)


def test_values_that_no_condition_tells_apart_are_one_class() -> None:
    of = law(FACTS, [(KIND.among("x") | KIND.among("x", "y"), "in")])
    (variable,) = variables(of.program, DAY)
    assert [variable.index(value) for value in ("x", "y", "z", "w")] == [0, 1, 2, 2]
    assert variable.size == 3
    assert variable.weights == (0.25, 0.25, 0.5)
    assert [variable.example(index) for index in range(3)] == ["x", "y", "z"]


def test_a_date_is_cut_where_the_conditions_cut_it() -> None:
    of = law((SINCE,), [(SINCE.more_than_ago(months=3), "in"), (SINCE.at_least(date(2026, 11, 1)), "recent")])
    (variable,) = variables(of.program, DAY)
    assert variable.cuts == (date(2026, 8, 23).toordinal(), date(2026, 11, 1).toordinal())
    for index in range(variable.size):
        assert variable.index(variable.example(index)) == index
    assert [variable.index(date(2026, 8, day).toordinal()) for day in (22, 23)] == [0, 1]
    assert variable.weights == (1 / 3, 1 / 3, 1 / 3)


def test_one_ground_is_a_yes_or_a_no() -> None:
    of = LAWS["three outcomes"]
    diagram = ground_diagram(of, "g0", DAY)
    assert diagram.leaves(diagram.root) == [FALSE_LEAF, TRUE_LEAF]
    assert diagram.leaves(diagram.residual({"kind": "x", "a": True})) == [TRUE_LEAF]
    assert diagram.leaves(diagram.residual({"kind": "y"})) == [FALSE_LEAF]
    assert ground_diagram(of, "g1", DAY).forest is diagram.forest


def test_grounds_of_one_outcome_can_be_told_apart_on_demand() -> None:
    of = LAWS["three outcomes"]
    assert len(of.outcomes) == 2
    apart = outcome_diagram(of, DAY, by_ground=True)
    assert apart.leaves(apart.residual({"kind": "z", "c": True})) == [2]
    together = outcome_diagram(of, DAY)
    assert together.leaves(together.residual({"kind": "z", "c": True})) == [0]


def test_the_same_function_is_the_same_node_however_it_is_written() -> None:
    one = (A.is_yes() & B.is_yes()) | (A.is_yes() & B.is_no())
    other = A.is_yes() & (C.is_yes() | ~C.is_yes())
    of = law(FACTS, [(one, "in"), (other, "also")])
    first, second = ground_diagram(of, "g0", DAY), ground_diagram(of, "g1", DAY)
    assert first.root == second.root
    assert [first.variables[level].fact for level in first.matters(first.root)] == [A]
