"""Every check, one module each, and which papers each of them is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ouverture.evidence.checks import legible
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.reading.paper_read import PaperRead

Check = Callable[[PaperRead, Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Row:
    """A check and the papers it is for, by their names; none: every paper."""

    check: Check
    papers: frozenset[str] = frozenset()


CHECKS: tuple[Row, ...] = (Row(legible.check),)


def findings(papers: Mapping[str, PaperRead], case: Case) -> tuple[Finding, ...]:
    """Every finding on these papers, given by their names (of ``evidence.papers``): paper by paper, in their order.

    Raises nothing for what the papers hold.
    """
    return tuple(
        found.on(name)
        for name, read in papers.items()
        for row in CHECKS
        if not row.papers or name in row.papers
        for found in row.check(read, case)
    )
