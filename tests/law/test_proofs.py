"""A proof names what it needs: no less, since another answer could undo it, and no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random

import pytest

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, TRUE, Person, Proof, Reason, evaluator
from ouverture.rules.diagram import outcome_diagram
from ouverture.rules.questions import Questioner
from ouverture.rules.rulebook import Law
from tests.law.persons import persons

TODAY = date(2026, 11, 23)
SEED = 20261123
HOW_MANY = 500


@dataclass(frozen=True)
class Proven:
    person: Person
    proof: Proof


@pytest.fixture(scope="module")
def law() -> Law:
    return rulebook().on(TODAY)


@pytest.fixture(scope="module")
def proven(law: Law) -> list[Proven]:
    print(f"seed {SEED}")
    return list(islice(_proven(law, Random(SEED)), HOW_MANY))


def test_the_empty_person_gets_unknown_and_a_first_question(law: Law) -> None:
    diagram = outcome_diagram(law, TODAY)
    assert evaluator(law, TODAY).prove({}) is None
    assert len(diagram.leaves(diagram.residual({}))) == len(law.outcomes)
    first = Questioner(diagram).next({})
    assert first is not None
    assert first.name == "activity"


def test_the_ground_without_its_proof_is_the_one_proven(law: Law, proven: list[Proven]) -> None:
    assert evaluator(law, TODAY).decide({}) is None
    assert all(evaluator(law, TODAY).decide(case.person) is case.proof.ground for case in proven)


def test_the_persons_are_of_many_kinds(proven: list[Proven]) -> None:
    assert len(proven) == HOW_MANY
    assert len({case.proof.ground.name for case in proven}) >= 35
    assert any(len(case.person) > len(case.proof.facts) + 10 for case in proven)


def test_a_proof_names_only_facts_that_are_known(proven: list[Proven]) -> None:
    for case in proven:
        assert case.proof.facts <= case.person.keys(), case.person


def test_the_facts_that_a_proof_names_prove_it_alone(law: Law, proven: list[Proven]) -> None:
    for case in proven:
        alone = {name: case.person[name] for name in case.proof.facts}
        again = evaluator(law, TODAY).prove(alone)
        assert again is not None, case.person
        assert again.ground is case.proof.ground


def test_deleting_a_fact_that_the_proof_names_never_leaves_an_unproved_verdict(law: Law, proven: list[Proven]) -> None:
    for case in proven:
        for name in case.proof.facts:
            rest = _without(case.person, name)
            again = evaluator(law, TODAY).prove(rest)
            if again is not None:
                assert again.facts <= rest.keys()
                _check_by_hand(law, rest, again)


def test_deleting_a_fact_that_the_proof_does_not_name_never_changes_the_ground(law: Law, proven: list[Proven]) -> None:
    for case in proven:
        for name in case.person.keys() - case.proof.facts:
            again = evaluator(law, TODAY).prove(_without(case.person, name))
            assert again is not None, (name, case.person)
            assert again.ground is case.proof.ground


def test_a_proof_has_no_hole(law: Law, proven: list[Proven]) -> None:
    for case in proven:
        _check_by_hand(law, case.person, case.proof)


def _proven(law: Law, random: Random) -> Iterator[Proven]:
    complete, partial = persons(law, TODAY, random), persons(law, TODAY, random, known=0.8)
    for pair in zip(complete, partial, strict=True):
        for person in pair:
            proof = evaluator(law, TODAY).prove(person)
            if proof is not None:
                yield Proven(person, proof)


def _without(person: Person, name: str) -> Person:
    return {other: value for other, value in person.items() if other != name}


def _check_by_hand(law: Law, person: Person, proof: Proof) -> None:
    """The ground holds, each earlier ground with another outcome does not, and each reason follows from its parts."""
    place = law.grounds.index(proof.ground)
    rivals = [ground for ground in law.grounds[:place] if ground.outcome != proof.ground.outcome]
    assert [ground for ground, _ in proof.ruled_out] == rivals
    _check_reason(law, person, proof.because, TRUE)
    for _, reason in proof.ruled_out:
        _check_reason(law, person, reason, FALSE)


def _check_reason(law: Law, person: Person, reason: Reason, truth: int) -> None:
    step = law.program.steps[reason.step]
    assert reason.truth == truth
    if step.atom is not None:
        assert step.atom.fact.name in person
        return
    shown = {part.step for part in reason.parts}
    assert shown <= set(step.parts)
    if (step.kind, truth) in (("all", TRUE), ("any", FALSE)):
        assert shown == set(step.parts)
    elif step.parts:
        assert len(shown) == 1
    for part in reason.parts:
        _check_reason(law, person, part, TRUE + FALSE - truth if step.kind == "not" else truth)
