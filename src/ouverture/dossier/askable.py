"""Which papers an office may ask for: those the law wants for the ground, and those it has declared itself (I8, G8)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ouverture.dossier.application.events import Fact
from ouverture.dossier.law_of_a_day import law_on
from ouverture.dossier.words import table
from ouverture.evidence.checklist import checklist
from ouverture.evidence.papers import PAPERS
from ouverture.evidence.requirements.identity import civil_status, identity
from ouverture.law.rulebook import rulebook

IDENTITY_PAPERS = frozenset(option.paper.name for option in identity.options)
"""Titles of identity or stay: enough for the waiting number (R114-7 III)."""
CIVIL_STATUS_PAPERS = frozenset(option.paper.name for option in civil_status.options)
"""Papers that confirm the civil status, for the permanent number."""


class Want(NamedTuple):
    """One thing to prove, and the papers one of which proves it. ``later``: it may follow the claim."""

    requirement: str
    papers: tuple[str, ...]
    basis: str
    certain: bool
    essential: bool
    later: bool


def wants(ground: str, facts: tuple[Fact, ...], day: date) -> tuple[Want, ...]:
    """What the law wants of this person for this ground on that day; an unknown fact leaves a want uncertain."""
    changes = rulebook().changes
    known = bisect_right(changes, day)
    # Asked for the first day of the period between two changes of the law: the same law, so one answer to remember.
    return _wants(ground, facts, changes[known - 1] if known else day)


@lru_cache(maxsize=4096)
def _wants(ground: str, facts: tuple[Fact, ...], day: date) -> tuple[Want, ...]:
    law = law_on(day)
    lines = checklist(dict(facts), law.ground.get(ground), law, day).papers
    found: dict[str, Want] = {}
    for line in lines:
        before = found.get(line.requirement)
        found[line.requirement] = Want(
            line.requirement,
            (*(before.papers if before else ()), line.paper.name),
            before.basis if before else line.articles[0].name if line.articles else "",
            (before.certain if before else False) or line.condition is None,
            line.essential,
            line.deadline is not None,
        )
    return tuple(found.values())


def missing(ground: str, facts: tuple[Fact, ...], given: Iterable[str], day: date) -> tuple[tuple[str, str], ...]:
    """The essential papers certainly wanted and not given, each with its basis; none that may follow later."""
    have = frozenset(given)
    return tuple(
        (want.papers[0], want.basis)
        for want in wants(ground, facts, day)
        if want.certain and want.essential and not want.later and have.isdisjoint(want.papers)
    )


def basis(paper: str, ground: str, facts: tuple[Fact, ...], caisse: str, day: date) -> str | None:
    """The article, or the declared local rule, by which this caisse may ask for the paper; None when there is none."""
    by_law = next((want.basis for want in wants(ground, facts, day) if paper in want.papers), None)
    return by_law or _local(paper, caisse, day)


def _local(paper: str, caisse: str, day: date) -> str | None:
    for name, row in table("local_rules").items():
        if row["paper"] == paper and row["caisse"] == caisse and row["since"] <= day:
            return f"local:{name}"
    return None


def is_known(paper: str) -> bool:
    """Whether the paper has a name here, by law or by a declared local rule."""
    return paper in PAPERS or any(row["paper"] == paper for row in table("local_rules").values())
