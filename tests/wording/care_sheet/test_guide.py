"""The guide to the paper care sheet: complete, counted by the clock, and its sums right to the cent."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from ouverture.clock.deadlines import DeadlineError
from ouverture.wording.care_sheet.guide import Amount, Note, guide

NOTES: list[Note] = [
    *(block.note for block in guide().blocks),
    *(situation.note for situation in guide().situations),
    *guide().attach,
    *guide().send,
    *guide().returns,
    *(amount.note for amount in guide().amounts),
]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: str(note.says.en)[:40])
def test_every_sentence_is_there_in_both_languages_with_its_source(note: Note) -> None:
    assert note.says.fr
    assert note.says.en
    assert note.says.fr != note.says.en
    assert "!" not in note.says.fr + note.says.en
    assert note.certainty in ("H", "M", "L")
    assert note.rows


def test_the_person_and_the_doctor_each_have_their_part_and_both_sign() -> None:
    by = {block.name: block.by for block in guide().blocks}
    assert by["patient"] == "person"
    assert by["acts"] == "doctor"
    assert by["signatures"] == "both"
    assert len(by) == len(guide().blocks) == 7


def test_every_state_of_the_number_has_its_advice() -> None:
    assert [situation.name for situation in guide().situations] == ["none", "waiting", "permanent", "card"]


@pytest.mark.parametrize(
    ("care_on", "last"),
    [
        (date(2026, 2, 10), date(2028, 3, 31)),
        (date(2026, 3, 31), date(2028, 3, 31)),
        (date(2026, 4, 1), date(2028, 6, 30)),
    ],
)
def test_the_two_years_run_from_the_quarter_after_the_care(care_on: date, last: date) -> None:
    counted = guide().send_by(care_on)
    assert counted.due == last
    assert "CSS L160-11" in counted.articles


def test_a_day_no_calendar_reaches_is_refused_in_words() -> None:
    with pytest.raises(DeadlineError):
        guide().send_by(date(1850, 1, 1))


@pytest.mark.parametrize("amount", guide().amounts, ids=lambda amount: str(amount.note.rows[0]))
def test_what_comes_back_is_the_base_times_the_rate_rounded_less_the_deduction(amount: Amount) -> None:
    before = (Decimal(amount.base) * amount.rate / 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert amount.repaid == before - amount.deduction
    assert amount.base <= amount.paid


def test_the_number_of_the_example_is_hidden() -> None:
    number = next(line for line in guide().blocks[0].written if line.startswith("N°"))
    assert "•" in number
    assert sum(sign.isdigit() for sign in number) < 13
