"""The next question: cheapest first in expectation, never one in vain, never one that was declined."""

from datetime import date

import pytest

from ouverture.rules.conditions import Every
from ouverture.rules.diagram import Diagram, outcome_diagram
from ouverture.rules.facts import Fact, Kind
from ouverture.rules.questions import Questioner
from ouverture.rules.rulebook import Law
from ouverture.text import Text
from tests.rules.small_laws import law

TODAY = date(2026, 11, 23)
NOTHING = Text("", "")


def asked(name: str, kind: Kind = "yes_no", cost: float = 1.0, yes: float = 1.0, after: tuple[str, ...] = ()) -> Fact:
    return Fact(name, kind, NOTHING, NOTHING, priors={"yes": yes}, cost=cost, after=after)


def questioner(made: Law, exact_up_to: int = 12) -> tuple[Questioner, Diagram]:
    diagram = outcome_diagram(made, TODAY)
    return Questioner(diagram, exact_up_to), diagram


def first(made: Law, exact_up_to: int = 12, **person: bool) -> str | None:
    fact = questioner(made, exact_up_to)[0].next(person)
    return fact.name if fact else None


def both(a: Fact, b: Fact) -> Law:
    return law([a, b], [(a.is_yes() & b.is_yes(), "X"), (Every(()), "Y")])


@pytest.mark.parametrize("exact_up_to", [12, 0])
def test_the_fact_that_more_often_settles_it_is_asked_first(exact_up_to: int) -> None:
    assert first(both(asked("a", yes=4.0), asked("b", yes=0.25)), exact_up_to) == "b"
    assert first(both(asked("a", yes=0.25), asked("b", yes=4.0)), exact_up_to) == "a"


@pytest.mark.parametrize("exact_up_to", [12, 0])
def test_of_two_equal_facts_the_cheaper_is_asked_first(exact_up_to: int) -> None:
    assert first(both(asked("a", cost=3.0), asked("b")), exact_up_to) == "b"
    assert first(both(asked("a"), asked("b", cost=3.0)), exact_up_to) == "a"


def test_a_fact_waits_for_the_one_it_comes_after() -> None:
    made = both(asked("a", yes=4.0), asked("b", yes=0.25, after=("a",)))
    assert first(made) == "a"
    assert first(made, a=True) == "b"


def test_it_waits_no_longer_once_that_one_cannot_matter() -> None:
    a, b, c = asked("a"), asked("b", after=("a",)), asked("c")
    made = law([a, b, c], [(c.is_yes() & b.is_yes(), "X"), (c.is_no() & a.is_yes(), "X"), (Every(()), "Y")])
    assert first(made, c=True) == "b"
    assert first(made, c=False) == "a"


def test_nothing_is_asked_once_all_is_settled() -> None:
    made = both(asked("a"), asked("b"))
    assert first(made, a=False) is None
    assert first(made, a=True, b=True) is None


def test_what_was_declined_is_not_asked_again() -> None:
    made = both(asked("a"), asked("b"))
    asking, _ = questioner(made)
    for declined, wanted in ((set[str](), "a"), ({"a"}, "b"), ({"b"}, "a"), ({"a", "b"}, None), ({"colour"}, "a")):
        fact = asking.next({}, frozenset(declined))
        assert (fact.name if fact else None) == wanted, declined


def test_declining_a_fact_frees_those_that_wait_for_it() -> None:
    made = both(asked("a"), asked("b", after=("a",)))
    fact = questioner(made)[0].next({}, frozenset({"a"}))
    assert fact is not None
    assert fact.name == "b"


def test_the_expected_cost_is_weighed_by_the_answers() -> None:
    asking, diagram = questioner(both(asked("a", yes=3.0), asked("b", cost=2.0)))
    assert asking.expected(diagram.root) == pytest.approx(2.5)
    assert asking.optimum(diagram.root) == pytest.approx(2.5)
    assert asking.expected(diagram.residual({"a": True})) == 2.0
    assert asking.expected(diagram.residual({"a": False})) == 0.0


def test_looking_one_question_ahead_costs_no_less_than_the_optimum() -> None:
    facts = [asked(name, yes=weight, cost=cost) for name, weight, cost in _FACTS]
    a, b, c, d = facts
    made = law(facts, [(a.is_yes() & b.is_yes() | c.is_yes() & d.is_no(), "X"), (a.is_no() & d.is_yes(), "Z")])
    exact, diagram = questioner(made)
    near, _ = questioner(made, exact_up_to=0)
    assert exact.expected(diagram.root) == pytest.approx(exact.optimum(diagram.root))
    assert near.expected(diagram.root) >= exact.optimum(diagram.root) - 1e-9
    assert near.optimum(diagram.root) == pytest.approx(exact.optimum(diagram.root))


def test_the_levels_under_a_node_are_the_facts_that_matter() -> None:
    asking, diagram = questioner(both(asked("a"), asked("b")))
    assert asking.levels(diagram.root) == {0, 1}
    assert asking.levels(diagram.residual({"a": True})) == {1}
    assert asking.levels(diagram.residual({"a": False})) == set()


_FACTS = (("a", 2.0, 1.0), ("b", 0.5, 2.0), ("c", 1.0, 0.5), ("d", 3.0, 1.0))
