"""Passwords that are guessed soon are not taken, and those that chance chooses are."""

import re

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from ouverture.adapters.accounts.passwords import SHORTEST, weakness_of
from ouverture.adapters.accounts.secrets import random_password
from tests.adapters.campaign import times

USUAL = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= 6][:3000]
"""The three thousand most usual ones of six signs or more."""
STEP = times(in_campaign=1, otherwise=100)


def test_the_three_thousand_most_usual_ones_are_refused_however_they_are_made_long_enough() -> None:
    """Each written twice, and each filled up with figures; all of them in the campaign, one in a hundred here."""
    assert len(USUAL) == 3000
    for word in USUAL[::STEP]:
        for long in (word * 2, word.ljust(SHORTEST, "x") if len(word) >= SHORTEST else f"{word}123456"):
            assert weakness_of(long, "agent-7") is not None, long


def test_every_usual_one_that_is_long_enough_as_it_is_is_refused() -> None:
    long_enough = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= SHORTEST]
    assert len(long_enough) > 200
    assert [word for word in long_enough[::STEP] if weakness_of(word, "agent-7") is None] == []


def test_a_password_of_chance_is_taken_and_never_the_same() -> None:
    made = {random_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}", each) for each in made)
    assert weakness_of(made.pop(), "agent-7") is None


def test_a_very_long_password_is_taken_quickly() -> None:
    assert weakness_of("word " * 400, "agent-7") in (None, "usual")
    assert weakness_of("seven quiet lanterns " * 400, "agent-7") is None
