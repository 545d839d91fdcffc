"""The operations on planes: none twice, none for nothing, and few slots."""

from datetime import date

import pytest

from ouverture.law.rulebook import rulebook
from ouverture.rules.planes import EVERYBODY, NOBODY, Gate, Planes, Reading, wiring
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


def test_each_plane_that_is_written_is_read_before_its_slot_is_used_again() -> None:
    wired = wiring(rulebook().on(TODAY), TODAY)
    staying = set(range(2 + len(wired.readings)))
    written, unread = set(staying), set[int]()
    for gate, slot in wired.gates:
        assert {gate.one, gate.other} <= written
        unread -= {gate.one, gate.other}
        assert slot not in unread
        assert slot not in staying
        written.add(slot)
        unread.add(slot)
    assert unread == set(wired.answer)


def test_no_column_is_read_twice_for_the_same() -> None:
    readings = wiring(rulebook().on(TODAY), TODAY).readings
    assert len(readings) == len(set(readings))


def test_of_a_choice_only_the_bits_that_tell_are_read_and_of_a_number_its_cut() -> None:
    letter, since = fact("letter", "one_of", "pqrstuvw"), fact("since", "date")
    given = law((letter, since), [(letter.among("p", "r", "t", "v"), "A"), (since.not_past(), "B")])
    assert wiring(given, TODAY).readings == (
        *(Reading("bit", "letter", bit) for bit in (0, 3)),
        Reading("from", "since", TODAY.toordinal()),
    )


def test_slots_are_used_many_times_over() -> None:
    wired = wiring(rulebook().on(TODAY), TODAY)
    assert {slot for _, slot in wired.gates} == set(range(2 + len(wired.readings), wired.slots))
    assert wired.slots * 5 < len(wired.gates)
