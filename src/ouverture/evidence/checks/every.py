"""Every check, one module each. A check is given a paper, the case and the name it was given under, and says nothing of
papers that it is not for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ouverture.evidence.checks import (
    account,
    expiry,
    foreign_act,
    legible,
    machine_lines,
    right_kind,
    school_year,
    sealed,
    three_months,
    validated,
    whose,
)
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.name_parts import Named
from ouverture.evidence.reading.kinds import mrz_of
from ouverture.evidence.reading.paper_read import PaperRead

RELATIVES_IDENTITY = "relative_identity_document"
Check = Callable[[PaperRead, Case, str], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    legible.check,
    right_kind.check,
    whose.check,
    sealed.check,
    machine_lines.check,
    expiry.check,
    validated.check,
    three_months.check,
    school_year.check,
    account.check,
    foreign_act.check,
)
"""In the order in which a person is told."""


def findings(papers: Mapping[str, PaperRead], case: Case) -> tuple[Finding, ...]:
    """Every finding on these papers, given by their names (of ``evidence.papers``): paper by paper, in their order.

    A paper is compared with the others too: whoever the person joins is known by their identity document. Raises
    nothing for what the papers hold.
    """
    joined = whom_they_join(papers, case)
    return tuple(
        found.on(name)
        for name, read in papers.items()
        for check in CHECKS
        for found in check(read, case if name == RELATIVES_IDENTITY else joined, name)
    )


def whom_they_join(papers: Mapping[str, PaperRead], case: Case) -> Case:
    """The case with the names of whoever the person joins, when the file does not hold them but their document does."""
    read = papers.get(RELATIVES_IDENTITY)
    proved = [mrz for _, mrz in mrz_of(read, case.today) if mrz.proved] if read and not case.joins else []
    return replace(case, joins=tuple(Named(mrz.primary, "", mrz.secondary) for mrz in proved)) if proved else case
