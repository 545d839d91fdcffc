"""A sentence in the two languages the product speaks. The one thing every ring may import."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


class Text(NamedTuple):
    """The same words in French and in English; neither may be empty."""

    fr: str
    en: str

    def to(self, language: Language) -> str:
        """The words in ``language`` ("fr" or "en")."""
        return self.fr if language == "fr" else self.en

    def capitalised(self) -> Text:
        """The words begun with a capital letter, and otherwise as they are."""
        return Text(*(each[:1].upper() + each[1:] for each in self))

    @classmethod
    def in_two(cls, written: str) -> Text:
        """Words of a table that stand in both languages on one line, "fr / en"; one that needs no translation twice."""
        french, _, english = written.partition(" / ")
        return cls(french, english or french)

    def filled(self, **blanks: object) -> Text:
        """The words with each {blank} filled: a Text by language, anything else as it is written.

        Raises KeyError when a blank is left without its filling.
        """
        french = {name: value.fr if isinstance(value, Text) else value for name, value in blanks.items()}
        english = {name: value.en if isinstance(value, Text) else value for name, value in blanks.items()}
        return Text(self.fr.format(**french), self.en.format(**english))
