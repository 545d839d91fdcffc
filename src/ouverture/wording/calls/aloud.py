"""How things are said aloud: numbers in groups, and how many words a speech has."""

from __future__ import annotations

import re

from ouverture.text import Text

MOST_WORDS = 120
"""What one can say in about a minute, without being cut."""

NO_BREAK = "\u00a0"
_GROUPS = (1, 2, 2, 2, 3, 3, 2)
_LENGTHS = (13, 15)
_NUMBER = re.compile(r"[0-9]{5}[0-9][0-9AB][0-9]{6}(?:[0-9]{2})?", re.ASCII)


class NotANumber(ValueError):
    """What was typed is not the shape of a social security number; ``text`` says what would be."""

    text = Text(
        "Ce n'est pas un numéro de sécurité sociale : écrivez ses 13 ou 15 caractères, avec ou sans espaces.",
        "This is not a social security number: write its 13 or 15 characters, with or without spaces.",
    )


def grouped(number: str) -> str:
    """A social security number as it is spoken: "1 85 03 99 404 017 35", never cut at the end of a line.

    Raises NotANumber for another shape.
    """
    left = re.sub(r"[\s.\-]", "", number).upper()
    if len(left) not in _LENGTHS or not _NUMBER.fullmatch(left):
        raise NotANumber
    said = []
    for size in _GROUPS:
        said.append(left[:size])
        left = left[size:]
    return NO_BREAK.join(one for one in said if one)


def words_aloud(speech: str) -> int:
    """How many words a speech has; each group of a number counts as one, and so does each sum in words."""
    return sum(any(char.isalnum() for char in word) for word in speech.split())
