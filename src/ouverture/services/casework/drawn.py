"""Lists and first answers drawn from one file on one day, each at most once: what a form offers to choose from."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.words import table
from ouverture.services.casework.choices import LISTS, Choice
from ouverture.services.casework.suggestions import FIRST_ANSWERS
from ouverture.text import Text


class Drawn:
    """What one file gives to choose from on one day; a list is drawn the first time it is asked for."""

    def __init__(self, file: File, day: date) -> None:
        self.file = file
        self.day = day
        self._lists: dict[str, tuple[Choice, ...]] = {}

    def choices(self, name: str) -> tuple[Choice, ...]:
        """The list of this name; KeyError when there is no such list. What a letter left unnamed cannot be chosen."""
        if name not in self._lists:
            self._lists[name] = tuple(one for one in LISTS[name](self.file, self.day) if one.value)
        return self._lists[name]

    def first_answer(self, name: str) -> str:
        """The first answer of this name, as one would type it; "" when the file gives none."""
        return FIRST_ANSWERS[name](self.file, self.day)


def why_empty(name: str) -> Text:
    """What is said when the list of this name is empty."""
    row = table("choices")[name]
    return Text(row["fr"], row["en"])
