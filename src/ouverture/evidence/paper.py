"""A paper: what it proves, where it comes from, whether a copy will do, and how fresh it must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ouverture.evidence.citation import Citation
from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

CopyKind = Literal["copy", "original", "copy_or_original"]
Translation = Literal["none", "country_of_birth", "country_of_issue"]
"""Which country decides on translation, apostille and legalisation."""


@dataclass(frozen=True)
class CopyRule:
    """Whether a copy will do, in words, and the articles that say so."""

    kind: CopyKind
    says: Text
    articles: tuple[Citation, ...]

    def to_json(self) -> dict[str, Any]:
        """The rule as plain values."""
        return {
            "kind": self.kind,
            "says": self.says._asdict(),
            "articles": [citation.to_json() for citation in self.articles],
        }


@dataclass(frozen=True)
class Paper:
    """A document. ``proves`` names facts and rules of the law; ``essential``: without it nothing can be decided.

    ``valid`` says how fresh it must be, None when no text limits its age. The first article is the one it rests on.
    """

    name: str
    label: Text
    where_to_get: Text
    proves: tuple[str, ...]
    copy: CopyRule
    translation: Translation
    valid: Text | None
    essential: bool
    articles: tuple[Citation, ...]

    @property
    def certainty(self) -> Certainty:
        """How sure the first article makes us."""
        return self.articles[0].certainty

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of the facts files it stands for."""
        return tuple(dict.fromkeys(row for citation in self.articles for row in citation.rows))


def paper(
    name: str,
    fr: str,
    en: str,
    get: tuple[str, str],
    copy: CopyRule,
    *articles: Citation,
    proves: str = "",
    translation: Translation = "none",
    valid: tuple[str, str] | None = None,
    essential: bool = True,
) -> Paper:
    """A paper as the modules of ``papers`` write it. ``proves``: names of facts and rules, separated by spaces."""
    fresh = Text(*valid) if valid else None
    return Paper(name, Text(fr, en), Text(*get), tuple(proves.split()), copy, translation, fresh, essential, articles)
