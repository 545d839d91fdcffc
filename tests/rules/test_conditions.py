"""Conditions are data: they join flat, turn round, and are equal when they say the same."""

import pytest

from ouverture.rules.conditions import NEVER, Among, AtLeast, Either, Every, Holds, Not
from ouverture.rules.cuts import Fixed
from tests.rules.small_laws import fact

A, B, C = fact("a").is_yes(), fact("b").is_yes(), fact("c").is_yes()


def test_and_joins_flat() -> None:
    assert Every((A, B, C)) == (A & B) & C
    assert Every((A, B, C)) == A & (B & C)


def test_or_joins_flat() -> None:
    assert Either((A, B, C)) == (A | B) | C
    assert Either((A, B, C)) == A | (B | C)


def test_and_keeps_an_or_whole() -> None:
    assert Every((Either((A, B)), C)) == (A | B) & C
    assert Either((A, Every((B, C)))) == A | (B & C)


def test_not_turns_round_and_back() -> None:
    assert Not(A) == ~A
    assert ~~A == A
    assert Not(Every((A, B))) == ~(A & B)


def test_a_condition_can_be_looked_up() -> None:
    one = fact("one", "one_of", ["x", "y"])
    assert one.among("x", "y") == Among(one, frozenset({"y", "x"}))
    assert len({one.among("x"), one.among("x"), Holds("r"), Holds("r")}) == 2


def test_two_facts_of_one_name_are_two_facts() -> None:
    assert fact("a").is_yes() != A


def test_never_has_no_part() -> None:
    assert Either(()) == NEVER


def test_a_condition_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        A.fact = fact("b")  # type: ignore[attr-defined]


def test_a_cut_is_part_of_the_condition() -> None:
    years = fact("years", "whole_number")
    assert years.at_least(3) == AtLeast(years, Fixed(3))
    assert years.at_least(3) != years.at_least(4)
