"""The quick proof and the exact diagram never give two answers."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.diagram import outcome_diagram
from tests.law.persons import persons

SEED = 20260131
TODAY = date(2026, 11, 23)
COMPLETE, PARTIAL = 10_000, 10_000


@pytest.mark.parametrize("day", [TODAY, date(2019, 6, 1)], ids=str)
def test_complete_persons_get_the_same_ground_from_both(day: date) -> None:
    print(f"seed {SEED}")
    law = rulebook().on(day)
    diagram, prove = outcome_diagram(law, day, by_ground=True), evaluator(law, day).prove
    for person in islice(persons(law, day, Random(SEED)), COMPLETE // 2):
        proof = prove(person)
        assert proof is not None, person
        assert diagram.residual(person) == law.grounds.index(proof.ground), person


def test_partial_persons_never_get_two_answers() -> None:
    print(f"seed {SEED}")
    law = rulebook().on(TODAY)
    diagram, prove = outcome_diagram(law, TODAY), evaluator(law, TODAY).prove
    shares = {"proved": 0, "decided by the diagram alone": 0, "open": 0}
    for person in _partial(PARTIAL):
        proof, node = prove(person), diagram.residual(person)
        if proof is not None:
            assert node == law.outcomes.index(proof.ground.outcome), person
            shares["proved"] += 1
        else:
            shares["open" if diagram.matters(node) else "decided by the diagram alone"] += 1
    print(shares)
    assert shares["proved"] > PARTIAL // 10
    assert shares["open"] > PARTIAL // 10


def _partial(how_many: int) -> list[Person]:
    random, law = Random(SEED), rulebook().on(TODAY)
    drawn = [persons(law, TODAY, random, known) for known in (0.9, 0.6, 0.3)]
    return [next(drawn[number % len(drawn)]) for number in range(how_many)]
