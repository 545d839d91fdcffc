"""What is owed is always said in words."""

from datetime import date

import pytest

from ouverture.dossier.duty import Obligation, duties
from ouverture.text import Text


@pytest.mark.parametrize("act", duties())
def test_every_duty_has_its_words_even_when_what_it_was_about_has_gone(act: str) -> None:
    """As in a row of work from which the file has moved on: the queue of a helper broke on it."""
    owed = Obligation(duties()[act], date(2026, 11, 23), "")
    for said in (owed.says, owed.otherwise):
        assert said.fr
        assert "{" not in said.fr + said.en


@pytest.mark.parametrize("act", duties())
def test_what_sets_a_day_is_no_english_words_in_french(act: str) -> None:
    assert "promise" not in Text.in_two(duties()[act].source).fr
