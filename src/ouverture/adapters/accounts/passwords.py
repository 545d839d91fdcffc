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

Weakness = Literal["short", "usual", "of_the_house"]


def weakness_of(password: str, login: str) -> Weakness | None:
    """Why this password is not taken; None when it is."""
    from django.contrib.auth.password_validation import CommonPasswordValidator
    from django.core.exceptions import ValidationError

    if len(password) < SHORTEST:
        return "short"
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return "usual"
    return (
        "of_the_house"
        if len(_without(password.casefold(), (login.casefold(), *WORDS_OF_THE_HOUSE))) < LEAST_LEFT
        else None
    )


def _without(password: str, words: Iterable[str]) -> str:
    for word in filter(None, words):
        password = password.replace(word, "")
    return password
