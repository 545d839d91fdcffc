"""What an office may not ask of a person, why, and the sentence to answer."""

from __future__ import annotations

from dataclasses import dataclass

from ouverture.evidence.citation import Citation
from ouverture.rules.conditions import Condition
from ouverture.rules.rulebook import Certainty
from ouverture.text import Text


@dataclass(frozen=True)
class NotToBeAsked:
    """``what`` may not be asked when ``when`` holds. ``answer`` is written for the person to send or to say.

    ``case`` says the condition after "if". The first article is the one it rests on: before it was in force, nothing
    is claimed.
    """

    name: str
    what: Text
    when: Condition
    case: Text
    answer: Text
    articles: tuple[Citation, ...]

    @property
    def certainty(self) -> Certainty:
        """How sure the first article makes us."""
        return self.articles[0].certainty


def not_asked(
    name: str,
    what: tuple[str, str],
    when: Condition,
    case: tuple[str, str],
    answer: tuple[str, str],
    *articles: Citation,
) -> NotToBeAsked:
    """A limit as the modules of ``limits`` write it."""
    return NotToBeAsked(name, Text(*what), when, Text(*case), Text(*answer), articles)
