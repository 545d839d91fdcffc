"""What one step being true makes false: never more than every person shows, and all that a single answer shows."""

from datetime import date

import pytest

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import evaluator
from ouverture.rules.conditions import NEVER, Condition
from ouverture.rules.exclusions import Given
from tests.rules.small_laws import everybody, fact, law

TODAY = date(2026, 11, 23)
OLD, ILL, COLOUR = fact("old"), fact("ill"), fact("colour", "one_of", ("red", "green", "blue"))
OLD_AND_RED = OLD.is_yes() & COLOUR.among("red")


@pytest.mark.parametrize(
    ("true", "other", "excluded"),
    [
        (OLD.is_yes(), ~OLD.is_yes(), True),
        (OLD.is_yes(), ILL.is_yes(), False),
        (COLOUR.among("red"), COLOUR.among("green", "blue"), True),
        (COLOUR.among("red"), COLOUR.among("red", "blue"), False),
        (COLOUR.among("red", "green"), COLOUR.among("red"), False),
        (COLOUR.among("red") | COLOUR.among("green"), COLOUR.among("blue"), True),
        (COLOUR.among("red") | ILL.is_yes(), COLOUR.among("blue"), False),
        (~COLOUR.among("red"), OLD_AND_RED, True),
        (OLD_AND_RED, ~OLD_AND_RED, True),
        (~(ILL.is_yes() | COLOUR.among("blue")), ILL.is_yes() | COLOUR.among("blue"), True),
        (ILL.is_yes() & OLD_AND_RED, ~OLD.is_yes() | COLOUR.among("blue"), True),
        (ILL.is_yes(), NEVER, True),
    ],
)
def test_a_condition_excludes_another_where_an_answer_cannot_be_both(
    true: Condition, other: Condition, excluded: bool
) -> None:
    facts = [OLD, ILL, COLOUR]
    given = law(facts, [(true, "A"), (other, "B")])
    goals = given.program.goals
    assert Given(given.program.steps, goals["g0"]).excludes(goals["g1"]) is excluded
    holds = [evaluator(law(facts, [(each, "A")]), TODAY) for each in (true, other)]
    both = [person for person in everybody(facts) if all(each.prove(person) for each in holds)]
    assert excluded is not bool(both)


def test_most_grounds_of_the_law_exclude_most_others() -> None:
    program = rulebook().on(TODAY).program
    goals = list(program.goals.values())
    left = sum(
        not given.excludes(other)
        for rank, goal in enumerate(goals)
        for given in [Given(program.steps, goal)]
        for other in goals[:rank]
    )
    assert left < len(goals) ** 2 // 8
