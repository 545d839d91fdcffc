"""The papers of a plan as rows to tick: what is in hand is remembered for the visit, by the name of the paper alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ouverture.evidence.listed import Listed
from ouverture.services.answer.plan import Plan


@dataclass(frozen=True)
class PaperRow:
    """A paper to send, whether it is in hand, and how many others it stands for ("one of these is enough")."""

    listed: Listed
    is_ready: bool
    others: tuple[Listed, ...] = ()


def paper_rows(plan: Plan, ticked: frozenset[str]) -> list[PaperRow]:
    """The rows in their order; of papers of which one is enough, the first with the others behind it."""
    return [_row(list(group), ticked) for group in _groups(plan.papers.papers)]


def ready_share(rows: list[PaperRow]) -> float:
    """The part of the papers in hand, in percent."""
    return round(100 * sum(row.is_ready for row in rows) / len(rows), 1) if rows else 0.0


def _row(group: list[Listed], ticked: frozenset[str]) -> PaperRow:
    ready = any(listed.paper.name in ticked for listed in group)
    return PaperRow(group[0], ready, tuple(group[1:]))


def _groups(papers: Iterable[Listed]) -> Iterator[Iterator[Listed]]:
    return (group for _, group in groupby(papers, key=lambda one: one.one_of or one.paper.name))
