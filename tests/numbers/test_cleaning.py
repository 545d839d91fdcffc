import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.numbers.cleaning import clean, lookalikes, without_trailing_decimals


@pytest.mark.parametrize(
    ("text", "compact"),
    [
        ("1 85\u00a003\u202f99-404.017/35", "185039940401735"),
        ("１８５", "185"),
        ("2a 004", "2A004"),
        ("٣٤", "34"),
        ("2В", "2B"),
        ("é1", "É1"),
    ],
)
def test_separators_go_and_foreign_characters_become_ours(text: str, compact: str) -> None:
    assert clean(text).compact == compact


def test_foreign_digits_are_mentioned_but_foreign_words_are_not() -> None:
    assert [note.code for note in clean("１８５").notes] == ["foreign_characters"]
    assert clean("numéro 185").notes == ()


@settings(max_examples=500, deadline=None, derandomize=True, database=None)
@given(st.text())
def test_cleaning_is_done_once_for_all(text: str) -> None:
    compact = clean(text).compact
    assert " " not in compact
    assert clean(compact).compact == clean(clean(compact).compact).compact


def test_letters_that_look_like_digits_are_put_right_where_a_digit_belongs() -> None:
    repaired = {found.compact: found.changes.fr for found in lookalikes("29107994O4I2337")}
    assert repaired == {"291079940412337": "O→0, I→1"}


def test_the_letter_of_corsica_is_left_alone() -> None:
    assert [found.compact for found in lookalikes("293O92B00411871")] == ["293092B00411871"]
    assert list(lookalikes("293092B00411871")) == []


@pytest.mark.parametrize("compact", ["0123456789012", "R8123456785FR", "8B123456785FR", "1812345678901"])
def test_a_digit_is_never_read_as_a_letter(compact: str) -> None:
    for found in lookalikes(compact):
        assert all(read == typed or typed.isalpha() for typed, read in zip(compact, found.compact, strict=True))


def test_too_many_changes_are_not_a_reading() -> None:
    assert list(lookalikes("OIOIOIOIOIOIOIO")) == []


@pytest.mark.parametrize("text", ["185039940401735.0", " 185039940401735,00 "])
def test_decimals_added_by_a_program_are_dropped_and_told(text: str) -> None:
    cleaned = without_trailing_decimals(text)
    assert clean(cleaned.compact).compact == "185039940401735"
    assert cleaned.notes[0].code == "trailing_decimals"


def test_grouping_dots_are_not_decimals() -> None:
    assert without_trailing_decimals("1.85.03").notes == ()
