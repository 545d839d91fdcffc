"""Nobody without an answer, nobody with two, no ground that never answers: found when they are there."""

from datetime import date

import pytest

from ouverture.rules.conditions import NEVER, Condition
from ouverture.rules.diagram import outcome_diagram
from ouverture.rules.enumeration import contradictions, example, idle, unanswered
from ouverture.rules.rulebook import Ground, Law, Outcome, Start, Verdict
from tests.rules.small_laws import NOTHING, fact

DAY = date(2026, 11, 23)
A, B = fact("a"), fact("b")
KIND = fact("kind", "one_of", ("x", "y", "z"))


def law(*grounds: tuple[str, str, Condition, str]) -> Law:
    """Grounds as (name, tier, condition, outcome)."""
    return Law(
        (A, B, KIND),
        [
            Ground(name, tier, when, Outcome(Verdict.COVERED, body, ""), Start(NOTHING), NOTHING, "H", ())
            for name, tier, when, body in grounds
        ],
        (),
    )


def test_a_person_without_an_answer_is_shown() -> None:
    assert unanswered(law(("g", "t", A.is_yes(), "in"), ("h", "t", KIND.among("x", "y"), "out")), DAY) == {
        "a": False,
        "kind": "z",
    }


def test_a_law_that_answers_everybody_has_nobody_to_show() -> None:
    assert unanswered(law(("g", "t", A.is_yes(), "in"), ("h", "t", A.is_no(), "out")), DAY) is None
    assert unanswered(law(("g", "t", ~NEVER, "in")), DAY) is None


def test_two_grounds_of_a_tier_that_answer_one_person_differently_are_named() -> None:
    clash = law(("g", "t", A.is_yes(), "in"), ("h", "t", B.is_yes(), "out"), ("i", "t", A.is_no() & B.is_no(), "rest"))
    assert [(one.name, other.name) for one, other in contradictions(clash, DAY)] == [("g", "h")]


@pytest.mark.parametrize(
    "second",
    [("h", "other tier", B.is_yes(), "out"), ("h", "t", B.is_yes(), "in"), ("h", "t", A.is_no(), "out")],
    ids=["another tier", "the same outcome", "never both"],
)
def test_what_does_not_contradict_is_not_named(second: tuple[str, str, Condition, str]) -> None:
    assert list(contradictions(law(("g", "t", A.is_yes(), "in"), second), DAY)) == []


def test_a_ground_that_an_earlier_one_always_forestalls_is_idle() -> None:
    shadowed = law(
        ("g", "t", A.is_yes(), "in"), ("h", "t", A.is_yes() & B.is_yes(), "out"), ("i", "t", A.is_no(), "no")
    )
    assert [ground.name for ground in idle(shadowed, DAY)] == ["h"]
    same = law(("g", "t", A.is_yes(), "in"), ("h", "t", A.is_yes() & B.is_yes(), "in"), ("i", "t", A.is_no(), "no"))
    assert [ground.name for ground in idle(same, DAY)] == ["h"]
    assert idle(law(("g", "t", A.is_yes(), "in"), ("h", "t", A.is_no(), "out")), DAY) == []


def test_an_example_ends_where_it_should() -> None:
    of = law(("g", "t", A.is_yes() & KIND.among("y"), "in"), ("h", "t", ~NEVER, "out"))
    diagram = outcome_diagram(of, DAY)
    for leaf in (0, 1):
        person = example(diagram, leaf)
        assert person is not None
        assert diagram.leaves(diagram.residual(person)) == [leaf]
    assert example(diagram, len(of.outcomes)) is None
