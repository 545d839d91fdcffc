"""One notice on its own: its days, the answers it goes with, and what it says while a fact is missing."""

from datetime import date

import pytest

from ouverture.law.facts.person import lives_in, nationality
from ouverture.law.rulebook import rulebook
from ouverture.law.warnings.notice import Notice, Shown, depending, notice
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Ground, Verdict
from ouverture.text import Text

DAY = date(2026, 11, 23)
LAW = rulebook().on(DAY)
STUDENT: Ground = LAW.ground["student"]
RESIDENT: Ground = LAW.ground["resident"]
PLAIN = notice("plain", "Une phrase.", "A sentence.", rows="A1")


def _shown(one: Notice, **person: str) -> Shown | None:
    return one.for_person(Reading(person, LAW, DAY))


def test_it_is_said_from_its_first_day_to_the_day_before_its_last() -> None:
    one = notice("dated", "Une phrase.", "A sentence.", rows="A1", since="2020-01-01", until="2021-01-01")
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [one.in_force(day) for day in days] == [False, True, True, False]


def test_without_dates_it_is_said_since_universal_cover_began() -> None:
    assert [PLAIN.in_force(day) for day in (date(2015, 12, 31), date(2016, 1, 1), DAY)] == [False, True, True]


@pytest.mark.parametrize(
    ("one", "student", "resident", "nobody"),
    [
        (PLAIN, True, True, True),
        (notice("a", "Une.", "One.", rows="A1", grounds="student refugee"), True, False, False),
        (notice("b", "Une.", "One.", rows="A1", verdicts=(Verdict.COVERED,)), True, True, False),
        (notice("c", "Une.", "One.", rows="A1", verdicts=(Verdict.KEPT,)), False, False, False),
        (notice("d", "Une.", "One.", rows="A1", routes="s1106"), False, True, False),
        (notice("e", "Une.", "One.", rows="A1", grounds="student", routes="s1106"), False, False, False),
    ],
    ids=lambda value: value.name if isinstance(value, Notice) else None,
)
def test_it_goes_with_the_answers_it_names(one: Notice, student: bool, resident: bool, nobody: bool) -> None:
    assert [one.goes_with(STUDENT), one.goes_with(RESIDENT), one.goes_with(None)] == [student, resident, nobody]


def test_one_that_names_no_case_for_the_unknown_waits_until_it_is_known() -> None:
    one = notice("waits", "Une phrase.", "A sentence.", rows="A1", when=nationality.among("FR"))
    assert not one.shown_when_unknown
    assert _shown(one) is None
    assert _shown(one, nationality="US") is None
    told = _shown(one, nationality="FR")
    assert told == Shown(one)
    assert told.sure


def test_one_that_does_is_told_as_a_possibility_to_those_it_names() -> None:
    france = lives_in.among("france")
    one = notice("maybe", "Une phrase.", "A sentence.", rows="A1", when=nationality.among("FR"), if_unknown=france)
    assert one.shown_when_unknown
    assert _shown(one) is None
    assert _shown(one, lives_in="monaco") is None
    assert _shown(one, lives_in="france", nationality="US") is None
    told = _shown(one, lives_in="france")
    assert told is not None
    assert not told.sure
    assert told.says.en == "May concern you; it depends on: your nationality. A sentence."
    assert told.says.fr == "Peut vous concerner ; cela dépend de : votre nationalité. Une phrase."


def test_a_sentence_that_depends_on_nothing_stays_as_it_is() -> None:
    assert depending(Text("Une phrase.", "A sentence."), ()) == ("Une phrase.", "A sentence.")


def test_what_is_not_said_of_a_notice_is_the_quiet_choice() -> None:
    assert (PLAIN.to_do, PLAIN.about, PLAIN.certainty, PLAIN.sides) == (False, "conditions", "H", ())
