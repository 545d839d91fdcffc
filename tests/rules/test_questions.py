"""Which question next."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from ouverture.rules.conditions import NEVER, Condition
from ouverture.rules.diagram import Node, outcome_diagram
from ouverture.rules.facts import Fact
from ouverture.rules.questions import Questioner
from tests.rules.small_laws import fact, law

DAY = date(2026, 11, 23)
A, B, C, D = fact("a"), fact("b"), fact("c"), fact("d")
KIND = fact("kind", "one_of", ("x", "y", "z"))


def questioner(condition: Condition, *facts: Fact, exact_up_to: int = 12) -> Questioner:
    """A questioner for whether one condition holds."""
    return Questioner(outcome_diagram(law(facts, [(condition, "in"), (~NEVER, "out")]), DAY), exact_up_to)


def by_trying(asked: Questioner, node: Node) -> float:
    """The least expected cost, by trying every order: slow and plainly right."""
    diagram = asked.diagram
    levels = diagram.matters(node)
    costs = []
    for level in levels:
        variable = diagram.variables[level]
        after = [diagram.forest.restrict(node, {level: index}) for index in range(variable.size)]
        rest = sum(w * by_trying(asked, n) for w, n in zip(variable.weights, after, strict=True))
        costs.append(variable.fact.cost + rest)
    return min(costs, default=0.0)


def test_nothing_is_asked_once_no_answer_can_change_the_outcome() -> None:
    asked = questioner(A.is_yes() | B.is_yes(), A, B)
    assert asked.next({"a": True}) is None
    assert asked.next({"a": False}) is B
    assert asked.next({"a": False, "b": False}) is None


def test_the_likely_end_is_asked_first() -> None:
    rare, common = replace(A, priors={"yes": 1.0, "no": 9.0}), replace(B, priors={"yes": 9.0, "no": 1.0})
    assert questioner(rare.is_yes() | common.is_yes(), rare, common).next({}) is common
    assert questioner(rare.is_yes() & common.is_yes(), rare, common).next({}) is rare


def test_a_heavy_question_waits_for_a_light_one() -> None:
    heavy = replace(A, cost=5.0)
    assert questioner(heavy.is_yes() | B.is_yes(), heavy, B).next({}) is B


def test_a_question_that_makes_no_sense_yet_waits_while_its_context_matters() -> None:
    detail = replace(B, after=("a",), cost=0.1)
    asked = questioner(A.is_yes() & detail.is_yes(), A, detail)
    assert asked.next({}) is A
    assert asked.next({"a": True}) is detail


def test_what_is_not_known_is_not_asked_again() -> None:
    asked = questioner(A.is_yes() | B.is_yes(), A, B)
    assert asked.next({}, frozenset({"a"})) is B
    assert asked.next({}, frozenset({"a", "b"})) is None
    assert asked.next({}, frozenset({"elsewhere"})) is A


CONDITIONS = {
    "or of ands": (A.is_yes() & B.is_yes()) | (C.is_yes() & D.is_yes()),
    "choice first": (KIND.among("x") & A.is_yes()) | (KIND.among("y") & B.is_yes()) | (KIND.among("z") & C.is_no()),
    "at least two": (A.is_yes() & B.is_yes()) | (A.is_yes() & C.is_yes()) | (B.is_yes() & C.is_yes()),
    "either or": (A.is_yes() & B.is_no()) | (A.is_no() & B.is_yes()),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_the_expected_number_is_the_optimum_found_by_trying_everything(name: str) -> None:
    asked = questioner(CONDITIONS[name], A, B, C, D, KIND)
    best = by_trying(asked, asked.diagram.root)
    assert asked.optimum(asked.diagram.root) == pytest.approx(best)
    assert asked.expected(asked.diagram.root) == pytest.approx(best)


@pytest.mark.parametrize("name", CONDITIONS)
def test_looking_one_question_ahead_is_never_better_than_the_optimum_nor_far_from_it(name: str) -> None:
    asked = questioner(CONDITIONS[name], A, B, C, D, KIND, exact_up_to=0)
    best = by_trying(asked, asked.diagram.root)
    assert best - 1e-9 <= asked.expected(asked.diagram.root) <= 1.2 * best


def test_looking_one_question_ahead_takes_the_question_after_which_the_order_of_the_vocabulary_is_shortest() -> None:
    rare, sure = replace(A, priors={"yes": 1.0, "no": 9.0}), replace(C, priors={"yes": 9.0, "no": 1.0})
    asked = questioner(rare.is_yes() | B.is_yes() | sure.is_yes(), rare, B, sure, exact_up_to=0)
    assert asked.next({}) is sure
    assert asked.next({}) is sure
    # 1 for the sure one; else (1 time in 10) the rare one, and (9 times in 10 of these) the last.
    assert asked.expected(asked.diagram.root) == pytest.approx(1 + 0.1 * (1 + 0.5))
    assert asked.next({"c": False}) is B
    assert asked.next({"c": False}, frozenset({"b"})) is rare


def test_costs_count_in_what_is_expected() -> None:
    dear = replace(B, cost=3.0)
    for exact in (0, 12):
        asked = questioner(A.is_yes() & dear.is_yes(), A, dear, exact_up_to=exact)
        assert asked.next({}) is A
        assert asked.expected(asked.diagram.root) == pytest.approx(1 + 0.5 * 3)
    assert asked.optimum(asked.diagram.root) == pytest.approx(2.5)


def test_a_context_that_no_longer_matters_is_not_waited_for() -> None:
    detail = replace(B, after=("a", "nowhere"))
    for exact in (0, 12):
        asked = questioner((A.is_yes() & C.is_yes()) | detail.is_yes(), A, detail, C, exact_up_to=exact)
        assert asked.next({"c": False}) is detail
        assert asked.next({"c": True}) is A


def test_the_order_in_which_conditions_are_written_changes_nothing() -> None:
    parts = (A.is_yes() & B.is_yes(), C.is_yes() & D.is_no(), KIND.among("x"))
    asked = [questioner(one | two | three, A, B, C, D, KIND) for one, two, three in permutations(parts)]
    assert len({one.expected(one.diagram.root) for one in asked}) == 1
    assert len({one.next({}) for one in asked}) == 1


def test_the_expected_number_of_five_facts_in_a_row_is_the_known_one() -> None:
    asked = questioner(A.is_yes() & B.is_yes(), A, B)
    assert asked.expected(asked.diagram.root) == pytest.approx(1.5)
    assert asked.levels(asked.diagram.root) == frozenset({0, 1})
    assert asked.expected(asked.diagram.residual({"a": False})) == 0.0
