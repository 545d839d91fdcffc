"""The diagram is exact: a fact matters if and only if some answer to it can still change the outcome."""

from datetime import date, timedelta
from itertools import product

import pytest

from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.conditions import Every
from ouverture.rules.diagram import (
    FALSE_LEAF,
    TRUE_LEAF,
    Diagram,
    Forest,
    ground_diagram,
    outcome_diagram,
    variables,
)
from ouverture.rules.rulebook import Law
from tests.rules.small_laws import everybody, fact, law

TODAY = date(2026, 11, 23)
A, B, C = (fact(name) for name in "abc")
SHELF = fact("shelf", "one_of", ["novel", "essay", "map", "atlas"])
UNTIL, YEARS = fact("until", "date"), fact("years", "whole_number")
FACTS = [A, B, C, SHELF]
MADE = law(
    FACTS,
    [
        (A.is_yes() & B.is_yes() | ~A.is_yes() & C.is_yes(), "X"),
        (SHELF.among("map", "atlas") & B.is_no(), "Y"),
        (SHELF.among("novel"), "X"),
        (Every(()), "Z"),
    ],
)


def matters(diagram: Diagram, person: Person) -> set[str]:
    return {diagram.variables[level].fact.name for level in diagram.matters(diagram.residual(person))}


def test_kleene_says_unknown_where_the_diagram_knows() -> None:
    person = {"b": True, "c": True}
    assert evaluator(MADE, TODAY).prove(person) is None
    diagram = outcome_diagram(MADE, TODAY)
    assert diagram.leaves(diagram.residual(person)) == [0]
    assert matters(diagram, person) == set()


def test_every_person_gets_exactly_the_outcomes_that_can_still_come_out() -> None:
    diagram = outcome_diagram(MADE, TODAY)
    for person in everybody(FACTS):
        outcomes = {MADE.outcomes.index(_outcome(MADE, whole)) for whole in _completions(person)}
        assert set(diagram.leaves(diagram.residual(person))) == outcomes, person


def test_a_fact_matters_if_and_only_if_some_answer_changes_the_outcome() -> None:
    diagram = outcome_diagram(MADE, TODAY)
    for person in everybody(FACTS):
        assert matters(diagram, person) == {f.name for f in FACTS if _can_change(person, f.name)}, person


def test_grounds_can_be_told_apart_too() -> None:
    diagram = outcome_diagram(MADE, TODAY, by_ground=True)
    assert diagram.leaves(diagram.root) == [0, 1, 2, 3]
    person: Person = {"a": False, "b": True, "c": False, "shelf": "novel"}
    assert diagram.residual(person) == 2


def test_a_person_whom_no_ground_answers_ends_at_the_last_leaf() -> None:
    made = law([A], [(A.is_yes(), "X")])
    diagram = outcome_diagram(made, TODAY)
    assert diagram.residual({"a": False}) == 1
    assert diagram.leaves(diagram.root) == [0, 1]


def test_one_ground_is_true_or_false() -> None:
    diagram = ground_diagram(MADE, "g1", TODAY)
    assert diagram.residual({"shelf": "map", "b": False}) == TRUE_LEAF
    assert diagram.residual({"shelf": "essay"}) == FALSE_LEAF
    assert matters(diagram, {}) == {"shelf", "b"}


def test_the_diagrams_of_one_law_and_day_share_their_forest() -> None:
    assert ground_diagram(MADE, "g0", TODAY).forest is outcome_diagram(MADE, TODAY).forest


def test_facts_that_are_not_read_are_passed_over() -> None:
    diagram = outcome_diagram(law([A], [(A.is_yes(), "X")]), TODAY)
    assert diagram.residual({"a": True, "colour": "blue"}) == 0


def test_values_that_no_condition_tells_apart_are_one_class() -> None:
    shelf = next(variable for variable in variables(MADE.program, TODAY) if variable.fact is SHELF)
    assert shelf.size == 3
    assert shelf.index("map") == shelf.index("atlas")
    assert shelf.weights == (0.25, 0.25, 0.5)
    assert [shelf.example(index) for index in range(3)] == ["novel", "essay", "map"]


def test_a_date_is_parted_at_its_cuts() -> None:
    made = law([UNTIL], [(UNTIL.not_past() & ~UNTIL.at_least(date(2027, 1, 1)), "X"), (Every(()), "Y")])
    (until,) = variables(made.program, TODAY)
    assert until.cuts == (TODAY.toordinal(), date(2027, 1, 1).toordinal())
    assert until.weights == (1 / 3, 1 / 3, 1 / 3)
    for value, index in ((TODAY - timedelta(days=1), 0), (TODAY, 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 2)):
        assert until.index(value.toordinal()) == index
        assert until.index(until.example(index)) == index
    diagram = outcome_diagram(made, TODAY)
    assert [diagram.residual({"until": until.example(index)}) for index in range(3)] == [1, 0, 1]


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 6, 1), date(2020, 1, 1)])
def test_cuts_may_change_places_from_day_to_day(day: date) -> None:
    made = law([UNTIL], [(UNTIL.not_past() & ~UNTIL.at_least(date(2027, 1, 1)), "X"), (Every(()), "Y")])
    diagram = outcome_diagram(made, day)
    for value in (day - timedelta(days=1), day, date(2026, 12, 31), date(2027, 1, 1), date(2030, 1, 1)):
        inside = day <= value < date(2027, 1, 1)
        assert diagram.residual({"until": value.toordinal()}) == (0 if inside else 1), value


def test_numbers_are_parted_too() -> None:
    diagram = outcome_diagram(law([YEARS], [(YEARS.at_least(15), "X"), (Every(()), "Y")]), TODAY)
    assert [diagram.residual({"years": years}) for years in (0, 14, 15, 40)] == [1, 1, 0, 0]


def test_a_branch_that_changes_nothing_is_no_node() -> None:
    forest = Forest((2, 2), leaves=2)
    assert forest.node(0, (TRUE_LEAF, TRUE_LEAF)) == TRUE_LEAF
    node = forest.node(0, (FALSE_LEAF, TRUE_LEAF))
    assert forest.node(0, (FALSE_LEAF, TRUE_LEAF)) == node
    assert forest.reachable(node) == [node, FALSE_LEAF, TRUE_LEAF]


def test_choose_is_and_or_not_and_the_decision_list() -> None:
    forest = Forest((2, 2), leaves=4)
    one, two = forest.node(0, (FALSE_LEAF, TRUE_LEAF)), forest.node(1, (FALSE_LEAF, TRUE_LEAF))
    both = forest.choose(one, two, FALSE_LEAF)
    either = forest.choose(one, TRUE_LEAF, two)
    neither = forest.choose(one, FALSE_LEAF, TRUE_LEAF)
    listed = forest.choose(one, 3, forest.choose(two, 2, 0))
    for a, b in product((0, 1), repeat=2):
        known = {0: a, 1: b}
        assert forest.restrict(both, known) == (a & b)
        assert forest.restrict(either, known) == (a | b)
        assert forest.restrict(neither, known) == 1 - a
        assert forest.restrict(listed, known) == (3 if a else 2 if b else 0)
    assert forest.choose(TRUE_LEAF, one, two) == one
    assert forest.choose(FALSE_LEAF, one, two) == two
    assert forest.choose(one, two, two) == two


def test_restrict_skips_what_is_not_there() -> None:
    forest = Forest((2, 3, 2), leaves=2)
    node = forest.node(0, (forest.node(2, (FALSE_LEAF, TRUE_LEAF)), TRUE_LEAF))
    assert forest.restrict(node, {}) == node
    assert forest.restrict(node, {1: 2}) == node
    assert forest.restrict(node, {2: 0}) == forest.node(0, (FALSE_LEAF, TRUE_LEAF))


def _outcome(made: Law, person: Person) -> object:
    proof = evaluator(made, TODAY).prove(person)
    assert proof is not None
    return proof.ground.outcome


def _completions(person: Person) -> list[Person]:
    open_facts = [one for one in FACTS if one.name not in person]
    return [
        {**person, **{one.name: value for one, value in zip(open_facts, values, strict=True)}}
        for values in product(*(one.values() for one in open_facts))
    ]


def _can_change(person: Person, name: str) -> bool:
    if name in person:
        return False
    given = next(one for one in FACTS if one.name == name)
    return any(
        len({_outcome(MADE, {**whole, name: value}) for value in given.values()}) > 1 for whole in _completions(person)
    )
