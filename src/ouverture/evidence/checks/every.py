"""Every check, one module each. A check is given a paper, the case and the name it was given under, and says nothing of
papers that it is not for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ouverture.evidence.checks import (
    account,
    expiry,
    foreign_act,
    legible,
    machine_lines,
    right_kind,
    three_months,
    validated,
    whose,
)
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.reading.paper_read import PaperRead

Check = Callable[[PaperRead, Case, str], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    legible.check,
    right_kind.check,
    whose.check,
    machine_lines.check,
    expiry.check,
    validated.check,
    three_months.check,
    account.check,
    foreign_act.check,
)
"""In the order in which a person is told."""


def findings(papers: Mapping[str, PaperRead], case: Case) -> tuple[Finding, ...]:
    """Every finding on these papers, given by their names (of ``evidence.papers``): paper by paper, in their order.

    Raises nothing for what the papers hold.
    """
    return tuple(
        found.on(name) for name, read in papers.items() for check in CHECKS for found in check(read, case, name)
    )
