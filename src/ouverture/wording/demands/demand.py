"""What is answered to each paper a letter asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ouverture.evidence.listed import Listed, NotAsked
from ouverture.text import Text

Kind = Literal[
    "required",
    "one_of_several",
    "already_supplied",
    "declared_by_the_caisse",
    "depends",
    "without_basis_found",
    "not_understood",
]


@dataclass(frozen=True)
class Sending:
    """A paper already sent: on which day, and what proves it ("registered letter 1A 123 456 7890 1")."""

    on: date
    proof: Text


@dataclass(frozen=True)
class LocalRule:
    """A paper that the person's caisse has declared it asks for, beyond the law, and what it takes instead."""

    paper: str
    since: date
    says: Text


@dataclass(frozen=True)
class Demand:
    """One demand of a letter, and what it is worth.

    ``written``: as in the letter. ``what``: the thing recognised (None: not understood). ``line``: the line of the
    checklist it falls under. ``others``: papers that do as well. ``limits``: what may not be asked that it meets: the
    whole demand when it is without basis, else only the manner of asking. ``depends_on``: names of missing facts.
    ``reason``: in words, what it depends on, or what the caisse declared.
    """

    written: str
    kind: Kind
    what: Text | None
    names: tuple[str, ...] = ()
    line: Listed | None = None
    others: tuple[Text, ...] = ()
    limits: tuple[NotAsked, ...] = ()
    articles: tuple[str, ...] = ()
    sent: Sending | None = None
    depends_on: tuple[str, ...] = ()
    reason: Text | None = None

    @property
    def paper(self) -> str | None:
        """The name of the paper of the checklist, if any."""
        return self.line.paper.name if self.line else None

    def to_json(self) -> dict[str, Any]:
        """The demand as plain values."""
        return {
            "written": self.written,
            "kind": self.kind,
            "what": self.what._asdict() if self.what else None,
            "names": list(self.names),
            "paper": self.paper,
            "others": [other._asdict() for other in self.others],
            "limits": [limit.to_json() for limit in self.limits],
            "articles": list(self.articles),
            "sent": {"on": self.sent.on.isoformat(), "proof": self.sent.proof._asdict()} if self.sent else None,
            "depends_on": list(self.depends_on),
            "reason": self.reason._asdict() if self.reason else None,
        }
