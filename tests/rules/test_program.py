"""One list of steps: each distinct step once, parts before wholes."""

import pytest

from ouverture.rules.conditions import NEVER, Condition, Every, Holds
from ouverture.rules.program import Program, Step
from tests.rules.small_laws import fact

A, B, C = fact("a"), fact("b"), fact("c", "date")
RULES: dict[str, Condition] = {"both": A.is_yes() & B.is_yes(), "same": A.is_yes() & B.is_yes(), "far": Holds("both")}


def written(*conditions: Condition) -> Program:
    program = Program(RULES.__getitem__, (A, B, C))
    for place, condition in enumerate(conditions):
        program.add(f"g{place}", condition)
    return program


def test_a_step_is_written_once_however_often_it_is_read() -> None:
    program = written(A.is_yes() & B.is_yes(), Holds("both"), ~(A.is_yes() & B.is_yes()))
    assert [step.kind for step in program.steps] == ["atom", "atom", "all", "not"]
    assert program.goals == {"g0": 2, "g1": 2, "g2": 3}


def test_parts_stand_before_wholes() -> None:
    program = written((A.is_yes() | B.is_no()) & ~C.not_past(), NEVER)
    for place, step in enumerate(program.steps):
        assert all(part < place for part in step.parts)


def test_a_whole_of_one_part_is_that_part() -> None:
    program = written(Every((A.is_yes(),)), Every((A.is_yes(), A.is_yes())))
    assert program.goals == {"g0": 0, "g1": 0}


def test_never_and_always_are_wholes_without_parts() -> None:
    program = written(NEVER, Every(()))
    assert program.steps == [Step("any"), Step("all")]


def test_rules_keep_their_names_at_their_step() -> None:
    program = written(Holds("far"), Holds("same"))
    assert program.rules == {"both": 2, "far": 2, "same": 2}
    assert program.names == {2: ["both", "far", "same"]}


def test_facts_come_in_the_order_of_the_vocabulary() -> None:
    assert written(C.not_past() & B.is_yes()).facts == (B, C)
    assert written(NEVER).facts == ()


def test_the_atoms_of_a_fact_are_found() -> None:
    program = written(A.is_yes() & B.is_yes() & A.is_no())
    assert program.atoms(A) == [0, 2]
    assert program.atoms(C) == []


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition"):
        written(Condition())


def test_a_rule_that_is_not_in_force_is_a_step_of_its_own() -> None:
    program = Program(lambda _: NEVER, ())
    program.add("ground", Holds("one") | Holds("other"))
    assert program.names == {0: ["one"], 1: ["other"]}
