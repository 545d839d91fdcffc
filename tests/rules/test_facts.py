"""A fact makes the conditions that read it, and refuses answers it does not know."""

from datetime import date

import pytest

from ouverture.rules.conditions import Among, AtLeast, Not
from ouverture.rules.cuts import Ago, Fixed, Today
from ouverture.rules.facts import Fact
from ouverture.text import Text
from tests.rules.small_laws import fact

SHELF = fact("shelf", "one_of", ["novel", "essay", "map"])
MEMBER = fact("member")
JOINED = fact("joined_on", "date")


def test_among_reads_the_values_named() -> None:
    assert SHELF.among("novel", "map") == Among(SHELF, frozenset({"novel", "map"}))


def test_other_than_is_the_opposite() -> None:
    assert SHELF.other_than("novel") == Not(SHELF.among("novel"))


def test_an_option_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match="shelf has no option 'atlas'"):
        SHELF.among("novel", "atlas")


def test_yes_and_no_are_two_conditions() -> None:
    assert MEMBER.is_yes() == Among(MEMBER, frozenset({True}))
    assert MEMBER.is_no() == Among(MEMBER, frozenset({False}))


def test_a_number_a_date_or_a_cut_can_be_a_threshold() -> None:
    assert JOINED.at_least(date(2020, 5, 1)) == AtLeast(JOINED, Fixed(date(2020, 5, 1).toordinal()))
    assert fact("loans", "whole_number").at_least(3).cut == Fixed(3)  # type: ignore[attr-defined]
    assert JOINED.at_least(Ago(2)) == AtLeast(JOINED, Ago(2))


def test_not_past_is_today_or_later() -> None:
    assert JOINED.not_past() == AtLeast(JOINED, Today())


def test_years_and_months_add_up() -> None:
    assert JOINED.more_than_ago(years=1, months=2) == Not(AtLeast(JOINED, Ago(14)))
    assert JOINED.reached(years=2) == Not(AtLeast(JOINED, Ago(24, complete=True)))


def test_values_come_in_the_order_shown() -> None:
    assert SHELF.values() == ("novel", "essay", "map")
    assert MEMBER.values() == (True, False)
    assert JOINED.values() == ()


def test_weights_are_equal_unless_said() -> None:
    told = Fact("t", "yes_no", Text("", ""), Text("", ""), priors={"yes": 3.0})
    assert (told.weight(True), told.weight(False)) == (3.0, 1.0)
    shelf = Fact("s", "one_of", Text("", ""), Text("", ""), {"x": Text("", "")}, priors={"x": 2.5})
    assert shelf.weight("x") == 2.5
    assert SHELF.weight("novel") == 1.0
