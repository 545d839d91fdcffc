"""The operations on planes: none twice, none for nothing, and few slots."""

from datetime import date

import pytest

from ouverture.law.rulebook import rulebook
from ouverture.rules.planes import EVERYBODY, NOBODY, Gate, Planes, Reading, wiring
from ouverture.rules.rulebook import Law
from tests.rules.small_laws import fact, law

TODAY = date(2026, 11, 23)
SOME, OTHERS = 2, 3


def with_two_planes() -> Planes:
    """Planes 2 and 3 hold those whose date is known, and those whose date is not past."""
    since = fact("since", "date")
    given = law([since], [(since.not_past(), "A")])
    planes = Planes(given.program.steps, TODAY)
    planes.truth(given.program.goals["g0"])
    assert planes.made[SOME : OTHERS + 1] == [
        Reading("known", "since", 0),
        Reading("from", "since", TODAY.toordinal()),
    ]
    return planes


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (SOME, NOBODY, NOBODY, SOME),
        (SOME, EVERYBODY, SOME, EVERYBODY),
        (SOME, SOME, SOME, SOME),
        (NOBODY, EVERYBODY, NOBODY, EVERYBODY),
        (EVERYBODY, EVERYBODY, EVERYBODY, EVERYBODY),
        (NOBODY, NOBODY, NOBODY, NOBODY),
    ],
)
def test_nobody_everybody_and_the_same_again_need_no_operation(one: int, other: int, both: int, either: int) -> None:
    planes = with_two_planes()
    before = len(planes.made)
    assert planes.both(one, other) == planes.both(other, one) == both
    assert planes.either(one, other) == planes.either(other, one) == either
    assert len(planes.made) == before


def test_taking_away_nobody_or_everything_needs_no_operation() -> None:
    planes = with_two_planes()
    assert planes.apart(SOME, NOBODY) == planes.apart(NOBODY, SOME) == SOME
    assert planes.apart(EVERYBODY, NOBODY) == EVERYBODY
    assert planes.apart(SOME, SOME) == NOBODY
    assert planes.apart(NOBODY, NOBODY) == NOBODY


def test_the_same_operation_is_made_once_whatever_the_order() -> None:
    planes = with_two_planes()
    assert planes.both(SOME, OTHERS) == planes.both(OTHERS, SOME)
    assert planes.either(SOME, OTHERS) == planes.either(OTHERS, SOME)
    assert planes.made[planes.both(SOME, OTHERS)] == Gate("and", SOME, OTHERS)
    assert planes.made[planes.either(SOME, OTHERS)] == Gate("or", SOME, OTHERS)
    assert planes.made[planes.apart(OTHERS, SOME)] == Gate("xor", SOME, OTHERS)
    assert len(planes.made) == len(set(planes.made))


@pytest.mark.parametrize("packed", [False, True])
def test_each_plane_that_is_written_is_read_before_its_slot_is_used_again(packed: bool) -> None:
    wired = wiring(rulebook().on(TODAY), TODAY, packed=packed)
    written, unread = {NOBODY, EVERYBODY}, set[int]()
    for step, slot in wired.steps:
        if isinstance(step, Gate):
            assert {step.one, step.other} <= written
            unread -= {step.one, step.other}
        assert slot not in unread
        assert slot not in (NOBODY, EVERYBODY)
        written.add(slot)
        unread.add(slot)
    assert unread == set(wired.answer)


def readings(given: Law, *, packed: bool = False) -> set[Reading]:
    """What is read of a law; nothing twice."""
    found = [step for step, _ in wiring(given, TODAY, packed=packed).steps if isinstance(step, Reading)]
    assert len(found) == len(set(found))
    return set(found)


def test_a_choice_is_read_by_its_bits_or_where_fewer_by_the_codes_that_the_law_tells_from_the_one_before() -> None:
    few, many = (fact(name, "one_of", "pqrstuvw") for name in ("few", "many"))
    given = law((few, many), [(few.among("r", "s"), "A"), (many.among("p", "r", "t", "v"), "B")])
    of_many = {Reading("bit", "many", 0)}
    assert readings(given) == {*(Reading("from", "few", code) for code in (2, 4, 8)), *of_many}
    assert readings(given, packed=True) == {*(Reading("bit", "few", bit) for bit in (1, 2, 3)), *of_many}


def test_who_has_a_date_is_read_only_where_it_matters() -> None:
    since = fact("since", "date")
    cut = Reading("from", "since", TODAY.toordinal())
    assert readings(law([since], [(since.not_past(), "A")])) == {cut}
    assert readings(law([since], [(~since.not_past(), "A")])) == {cut, Reading("known", "since", 0)}


@pytest.mark.parametrize("packed", [False, True])
def test_slots_are_used_many_times_over(packed: bool) -> None:
    wired = wiring(rulebook().on(TODAY), TODAY, packed=packed)
    assert {slot for _, slot in wired.steps} == set(range(2, wired.slots))
    assert wired.slots * 5 < len(wired.steps)
