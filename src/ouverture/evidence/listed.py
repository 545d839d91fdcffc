"""One line of a checklist, ready to be shown: a paper to send, or what may not be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ouverture.evidence.citation import Citation
from ouverture.evidence.not_to_be_asked import NotToBeAsked
from ouverture.evidence.paper import Paper
from ouverture.places.papers import CivilDocumentRule
from ouverture.rules.rulebook import Certainty
from ouverture.text import Text


@dataclass(frozen=True)
class Listed:
    """A paper for this person. ``condition`` ("If you ...") is None when the paper is certainly wanted.

    Papers of one ``one_of`` group replace each other. ``missing`` are the facts that would settle the condition.
    ``may_follow_later`` tells how it can come after the claim, ``deadline`` the rule of ``clock`` that counts that
    time. ``civil_document`` is the rule behind ``translation`` when the country of birth is known. ``certainty`` is the
    less sure of the two articles it rests on (the requirement's and the paper's): "L" when neither was in force.
    """

    paper: Paper
    requirement: str
    why: Text
    condition: Text | None
    missing: tuple[str, ...]
    one_of: str | None
    translation: Text | None
    civil_document: CivilDocumentRule | None
    may_follow_later: Text | None
    deadline: str | None
    articles: tuple[Citation, ...]
    certainty: Certainty

    @property
    def copy(self) -> Text:
        """Whether a copy will do."""
        return self.paper.copy.says

    @property
    def essential(self) -> bool:
        """Whether nothing can be decided without it."""
        return self.paper.essential

    def to_json(self) -> dict[str, Any]:
        """The line as plain values."""
        return {
            "paper": self.paper.name,
            "label": self.paper.label._asdict(),
            "requirement": self.requirement,
            "why": self.why._asdict(),
            "condition": _words(self.condition),
            "missing": list(self.missing),
            "one_of": self.one_of,
            "essential": self.essential,
            "where_to_get": self.paper.where_to_get._asdict(),
            "valid": _words(self.paper.valid),
            "copy": self.paper.copy.to_json(),
            "translation": _words(self.translation),
            "civil_document": self.civil_document.to_json() if self.civil_document else None,
            "may_follow_later": _words(self.may_follow_later),
            "deadline": self.deadline,
            "articles": [citation.to_json() for citation in self.articles],
            "certainty": self.certainty,
        }


@dataclass(frozen=True)
class NotAsked:
    """A limit for this person. ``condition`` ("If you ...") is None when it certainly holds."""

    limit: NotToBeAsked
    condition: Text | None
    missing: tuple[str, ...]
    articles: tuple[Citation, ...]

    def to_json(self) -> dict[str, Any]:
        """The line as plain values."""
        return {
            "name": self.limit.name,
            "what": self.limit.what._asdict(),
            "condition": _words(self.condition),
            "missing": list(self.missing),
            "answer": self.limit.answer._asdict(),
            "articles": [citation.to_json() for citation in self.articles],
            "certainty": self.limit.certainty,
        }


def _words(text: Text | None) -> dict[str, str] | None:
    return text._asdict() if text else None
