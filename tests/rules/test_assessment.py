"""One person: three values, the first ground that holds, and no more reasons than are needed."""

from datetime import date, timedelta
from itertools import product

import pytest

from ouverture.rules.assessment import FALSE, TRUE, UNKNOWN, Evaluator, Person, Reason, evaluator
from ouverture.rules.conditions import NEVER, Among, AtLeast, Condition, Either, Every, Not
from ouverture.rules.rulebook import Law
from tests.rules.small_laws import everybody, fact, law

TODAY = date(2026, 11, 23)
A, B, C, D = (fact(name) for name in "abcd")
SHELF = fact("shelf", "one_of", ["novel", "essay", "map"])
UNTIL = fact("until", "date")


def evaluate(condition: Condition, person: Person) -> int:
    """The truth of one condition."""
    made = law([A, B, C, D, SHELF, UNTIL], [(condition, "X")])
    return Evaluator(made, TODAY).truths(person)[made.program.goals["g0"]]


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (True, True, TRUE, TRUE),
        (True, False, FALSE, TRUE),
        (False, False, FALSE, FALSE),
        (True, None, UNKNOWN, TRUE),
        (False, None, FALSE, UNKNOWN),
        (None, None, UNKNOWN, UNKNOWN),
    ],
)
def test_unknown_is_neither_yes_nor_no(a: bool | None, b: bool | None, both: int, either: int) -> None:
    for one, other in ((a, b), (b, a)):
        person = {name: value for name, value in (("a", one), ("b", other)) if value is not None}
        assert evaluate(A.is_yes() & B.is_yes(), person) == both
        assert evaluate(A.is_yes() | B.is_yes(), person) == either


def test_not_leaves_unknown_unknown() -> None:
    assert evaluate(~A.is_yes(), {}) == UNKNOWN
    assert evaluate(~A.is_yes(), {"a": True}) == FALSE
    assert evaluate(~A.is_yes(), {"a": False}) == TRUE


def test_no_part_at_all_is_always_or_never() -> None:
    assert evaluate(Every(()), {}) == TRUE
    assert evaluate(NEVER, {}) == FALSE


def test_a_date_is_compared_with_the_day_asked() -> None:
    for days, truth in ((-1, FALSE), (0, TRUE), (1, TRUE)):
        assert evaluate(UNTIL.not_past(), {"until": (TODAY + timedelta(days=days)).toordinal()}) == truth
    assert evaluate(UNTIL.not_past(), {}) == UNKNOWN


def test_every_law_of_four_facts_is_evaluated_as_by_hand() -> None:
    condition = (A.is_yes() | ~B.is_yes()) & ~(C.is_yes() & D.is_no()) | SHELF.other_than("map") & ~(A.is_yes())
    for person in everybody([A, B, C, D, SHELF]):
        assert evaluate(condition, person) == _by_hand(condition, person), person


def test_the_first_ground_that_holds_answers() -> None:
    made = law([A, B], [(A.is_yes(), "X"), (B.is_yes(), "Y"), (Every(()), "Z")])
    assert _body(made, {"a": True, "b": True}) == "X"
    assert _body(made, {"a": False, "b": True}) == "Y"
    assert _body(made, {"a": False, "b": False}) == "Z"


def test_an_unknown_earlier_ground_holds_up_another_outcome_but_not_its_own() -> None:
    made = law([A, B], [(A.is_yes(), "X"), (B.is_yes(), "X"), (Every(()), "Z")])
    assert _body(made, {"b": True}) == "X"
    assert _body(made, {"b": False}) is None
    assert _body(made, {}) is None


def test_two_unknown_grounds_of_two_outcomes_hold_up_both() -> None:
    made = law([A, B, C], [(A.is_yes(), "X"), (B.is_yes(), "Y"), (C.is_yes(), "X")])
    assert _body(made, {"c": True}) is None
    assert _body(made, {"c": True, "b": False}) == "X"


def test_nobody_is_answered_when_no_ground_holds() -> None:
    assert _body(law([A], [(A.is_yes(), "X")]), {"a": False}) is None


def test_a_true_whole_needs_all_its_parts_and_a_true_choice_needs_one() -> None:
    made = law([A, B, C], [(A.is_yes() & (B.is_yes() | C.is_yes()), "X")])
    proof = evaluator(made, TODAY).prove({"a": True, "b": True, "c": True})
    assert proof is not None
    assert proof.because == Reason(4, TRUE, (Reason(0, TRUE), Reason(3, TRUE, (Reason(1, TRUE),))))
    assert proof.facts == {"a", "b"}


def test_a_false_whole_needs_one_part_and_a_false_choice_needs_all() -> None:
    made = law([A, B, C], [(A.is_yes() & B.is_yes(), "X"), (B.is_yes() | C.is_yes(), "Y"), (Every(()), "Z")])
    proof = evaluator(made, TODAY).prove({"a": False, "b": False, "c": False})
    assert proof is not None
    assert [(ground.name, reason.parts) for ground, reason in proof.ruled_out] == [
        ("g0", (Reason(0, FALSE),)),
        ("g1", (Reason(1, FALSE), Reason(3, FALSE))),
    ]
    assert proof.facts == {"a", "b", "c"}


def test_the_grounds_ruled_out_stand_in_their_order_whether_one_answer_or_several_rule_them_out() -> None:
    one, several = A.is_yes() & B.is_yes(), B.is_yes() | C.is_yes()
    made = law([A, B, C, D], [(several, "X"), (one, "Y"), (several & D.is_yes() | several, "W"), (Every(()), "Z")])
    proof = evaluator(made, TODAY).prove({"a": False, "b": False, "c": False})
    assert proof is not None
    assert [ground.name for ground, _ in proof.ruled_out] == ["g0", "g1", "g2"]


def test_a_fact_that_the_proof_already_names_is_preferred() -> None:
    made = law([A, B], [(A.is_yes() & B.is_yes(), "X"), (B.is_no(), "Y")])
    proof = evaluator(made, TODAY).prove({"a": False, "b": False})
    assert proof is not None
    assert proof.facts == {"b"}


def test_a_step_that_was_explained_is_preferred_too() -> None:
    both = B.is_yes() & C.is_yes()
    made = law([A, B, C], [(A.is_yes() & both, "X"), (~both, "Y")])
    proof = evaluator(made, TODAY).prove({"a": False, "b": False, "c": False})
    assert proof is not None
    assert proof.facts == {"b"}


def test_grounds_of_the_same_outcome_need_not_be_ruled_out() -> None:
    made = law([A, B], [(A.is_yes(), "X"), (B.is_yes(), "X")])
    proof = evaluator(made, TODAY).prove({"a": False, "b": True})
    assert proof is not None
    assert proof.ruled_out == ()
    assert proof.facts == {"b"}


def test_the_reason_of_a_not_is_its_part() -> None:
    made = law([A], [(~A.is_yes(), "X")])
    proof = evaluator(made, TODAY).prove({"a": False})
    assert proof is not None
    assert proof.because == Reason(1, TRUE, (Reason(0, FALSE),))


def test_a_proof_is_the_same_whatever_the_order_in_which_the_facts_were_said() -> None:
    made = law(
        [A, B, C], [(A.is_yes() & B.is_yes(), "X"), (B.is_yes() & A.is_yes() & C.is_no(), "Y"), (C.is_yes(), "Z")]
    )
    said = {"a": False, "b": False, "c": True}
    first = Evaluator(made, TODAY).prove(said)
    assert first is not None
    assert first == Evaluator(made, TODAY).prove(dict(reversed(said.items())))
    assert first.facts == {"a", "c"}


def test_two_dates_between_the_same_cuts_rule_out_the_same_and_one_beyond_does_not() -> None:
    made = law([A, UNTIL], [(UNTIL.not_past() & A.is_yes(), "X"), (~A.is_yes(), "Y"), (Every(()), "Z")])
    prove = Evaluator(made, TODAY).prove
    ended, long_ended, valid = (
        prove({"a": True, "until": (TODAY + timedelta(days=days)).toordinal()}) for days in (-1, -900, 0)
    )
    assert ended == long_ended
    assert ended is not None
    assert valid is not None
    assert (ended.ground.outcome.body, valid.ground.outcome.body) == ("Z", "X")
    assert [(ground.name, reason.truth) for ground, reason in ended.ruled_out] == [("g0", FALSE), ("g1", FALSE)]


def test_the_evaluator_of_a_day_is_kept() -> None:
    made = law([A], [(A.is_yes(), "X")])
    assert evaluator(made, TODAY) is evaluator(made, TODAY)
    assert evaluator(made, TODAY) is not evaluator(made, TODAY + timedelta(days=1))


def test_a_law_without_dates_and_a_law_with_one_fact_are_answered() -> None:
    for person, wanted in ((dict[str, bool](), None), ({"a": True}, "X")):
        assert _body(law([A], [(A.is_yes(), "X")]), person) == wanted


def test_facts_that_no_condition_reads_do_not_matter() -> None:
    made = law([A, B], [(A.is_yes(), "X")])
    for b, extra in product((True, False), ("novel", "map")):
        assert _body(made, {"a": True, "b": b, "shelf": extra}) == "X"


def _body(made: Law, person: Person) -> str | None:
    proof = evaluator(made, TODAY).prove(person)
    return proof.ground.outcome.body if proof else None


def _by_hand(condition: Condition, person: Person) -> int:
    """Kleene's tables, the slow way."""
    match condition:
        case Among(fact, values):
            value = person.get(fact.name)
            return UNKNOWN if value is None else TRUE if value in values else FALSE
        case AtLeast(fact, cut):
            value = person.get(fact.name)
            return UNKNOWN if value is None else TRUE if int(value) >= cut.value(TODAY) else FALSE
        case Not(part):
            return {TRUE: FALSE, FALSE: TRUE, UNKNOWN: UNKNOWN}[_by_hand(part, person)]
        case Every(parts) | Either(parts):
            found = {_by_hand(part, person) for part in parts}
            decisive, other = (FALSE, TRUE) if isinstance(condition, Every) else (TRUE, FALSE)
            return decisive if decisive in found else UNKNOWN if UNKNOWN in found else other
    raise TypeError(condition)
