"""The answer to a letter that asks for papers. Start here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ouverture.evidence.checklist import checklist
from ouverture.evidence.circumstances import Circumstances, circumstances
from ouverture.rules.assessment import Person
from ouverture.rules.rulebook import Ground, Law
from ouverture.text import Text
from ouverture.wording.demands.answer import draft, explained, paragraph
from ouverture.wording.demands.demand import Demand, LocalRule, Sending
from ouverture.wording.demands.judging import Bench
from ouverture.wording.demands.reading import askings, matter_of

__all__ = ["Demand", "LetterRead", "LocalRule", "Sending", "explained", "paragraph", "read_letter"]

LONGEST_LETTER = 20_000
"""Characters read: some six pages; a longer paste is no letter."""


@dataclass(frozen=True)
class LetterRead:
    """The demands of a letter in order, and the answer drafted (None when the letter asks for nothing we can see)."""

    demands: tuple[Demand, ...]
    answer: Text | None

    def to_json(self) -> dict[str, Any]:
        """The reading as plain values."""
        answer = self.answer._asdict() if self.answer else None
        return {"demands": [demand.to_json() for demand in self.demands], "answer": answer}


def read_letter(
    letter: str,
    person: Person,
    ground: Ground | None,
    law: Law,
    on: date,
    *,
    sent: Mapping[str, Sending] | None = None,
    declared: Iterable[LocalRule] = (),
) -> LetterRead:
    """What ``letter`` asks of ``person``, and what each demand is worth as the law stands ``on`` that day.

    ``ground``: the one found, None when it is not settled. ``sent``: what was already sent, by name of paper of the
    checklist (or of ``data/papers.toml``). ``declared``: the local rules of the person's caisse. Raises nothing for a
    text it cannot read: such lines come back as not understood.
    """
    text = letter[:LONGEST_LETTER]
    rules = {rule.paper: rule for rule in declared}
    unsettled = () if ground else _open_facts(circumstances(person, ground, law, on))
    bench = Bench(checklist(person, ground, law, on), sent or {}, rules, matter_of(text), unsettled)
    demands = tuple(bench.judge(asking) for asking in askings(text))
    return LetterRead(demands, draft(demands) if demands else None)


def _open_facts(where: Circumstances) -> tuple[str, ...]:
    """The missing facts of the first ground that may still answer."""
    possible = (ground for ground in where.law.grounds if ground.name in where.grounds)
    missing = (where.missing(ground.when) for ground in possible)
    return next((facts for facts in missing if facts), ())
