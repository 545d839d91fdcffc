"""What makes a password too easy to guess: its length, a list of the usual ones, the words of this house."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

SHORTEST = 12
"""Signs of a password (OWASP ASVS 5, 6.2.1 asks for 8 at least and recommends 15; a code comes beside it)."""
WORDS_OF_THE_HOUSE = ("ouverture", "ameli", "assurance", "caisse", "maladie", "cpam", "secu", "vitale")
"""What anybody here would try first (6.1.2, 6.2.11)."""
LEAST_LEFT = 6
"""Signs that must be left of a password once those words and the login are taken out."""

FEWEST_GUESSES = 10**8
"""Guesses as zxcvbn counts them, from 30,000 usual passwords, names, words, keyboards, years and repetitions."""
LONGEST_GUESSED = 72
"""Signs that it is asked about: it takes no more, and what is longer is not guessed sooner."""

Weakness = Literal["short", "usual", "of_the_house"]


def weakness_of(password: str, login: str) -> Weakness | None:
    """Why this password is not taken; None when it is."""
    if len(password) < SHORTEST:
        return "short"
    if _is_usual(password):
        return "usual"
    left = _without(password.casefold(), (login.casefold(), *WORDS_OF_THE_HOUSE))
    return "of_the_house" if len(left) < LEAST_LEFT else None


def _is_usual(password: str) -> bool:
    """Whether it is on a list of usual ones, or made of them in a way that is guessed soon."""
    from django.contrib.auth.password_validation import CommonPasswordValidator
    from zxcvbn import zxcvbn

    listed = password.lower().strip() in CommonPasswordValidator().passwords
    return listed or bool(zxcvbn(password[:LONGEST_GUESSED])["guesses"] < FEWEST_GUESSES)


def _without(password: str, words: Iterable[str]) -> str:
    for word in filter(None, words):
        password = password.replace(word, "")
    return password
