"""A sentence in the two languages the product speaks. The one thing every ring may import."""

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
