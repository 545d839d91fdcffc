"""Sixty scans with a planted defect and forty clean ones, read and checked; the table goes to docs/papers.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import NamedTuple

from ouverture.adapters.ocr.reader import ProcessReader
from ouverture.evidence.checks import Finding
from ouverture.services.papers.checking import read_and_check
from tests.campaign.report import Trial
from tests.papers_drawn.planted import CLEAN, PLANTED, Planted, with_defects, without

PAGE = Path(__file__).resolve().parents[2] / "docs" / "papers.md"
RECALL, FALSE_ALARMS = 0.95, 0.02
PLANTED_PAPERS, CLEAN_PAPERS = (sum(row[0] for row in rows) for rows in (PLANTED, CLEAN))
HEAD = """# How well papers are read

Written by `script/campaign --part scans`; do not edit. Invented papers, drawn as a scanner or a phone gives them: seven
fonts, slant, grain, a lamp to one side, perspective, held any way. Nobody's real paper was ever read for this, and real
papers are harder: these figures compare one version of the product with the next.

A defect is found when the check it was planted for fails (for a page that cannot be read: fails or says that somebody
has to look). A false alarm is a check that fails on a clean paper. "To be looked at" is neither: the product does not
know, and says so.
"""


class Judged(NamedTuple):
    """One paper with every finding on it."""

    planted: Planted
    findings: tuple[Finding, ...]

    @property
    def found(self) -> bool:
        """Whether the check that had to find the defect did."""
        defect = self.planted.defect
        return defect is not None and any(
            one.check == defect.check and one.outcome in defect.outcomes for one in self.findings
        )

    def count(self, outcome: str) -> int:
        """How many checks came out so."""
        return sum(one.outcome == outcome and not one.advice for one in self.findings)


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """Both halves; ``share`` of 1 is all of them, and writes the page."""
    step = max(1, round(1 / share))
    reader = ProcessReader()
    judged: dict[str, list[Judged]] = {}

    def half(name: str, papers: Iterable[Planted]) -> list[Judged]:
        judged[name] = [_judged(reader, one) for one in papers]
        return judged[name]

    def recall() -> str:
        found = half("defects", with_defects(seed, step))
        share_found = sum(one.found for one in found) / len(found)
        missed = Counter(one.planted.defect.name for one in found if one.planted.defect and not one.found)
        assert share_found >= RECALL, f"recall {share_found:.2f}: {dict(missed)}"
        return f"recall {share_found:.2f}"

    def alarms() -> str:
        found = half("clean", without(seed, step))
        each = sum(one.count("failed") for one in found) / len(found)
        said = [f"{one.planted.paper.name}: {finding.check}" for one in found for finding in one.findings
                if finding.outcome == "failed" and not finding.advice]  # fmt: skip
        assert each <= FALSE_ALARMS, f"{each:.2f} false alarms a paper: {said}"
        return f"{each:.2f} false alarms a paper, {_looked_at(found):.2f} checks to be looked at"

    yield [
        Trial("scans with a planted defect, found by its own check", ceil(PLANTED_PAPERS / step), recall),
        Trial("clean scans: no check fails", ceil(CLEAN_PAPERS / step), alarms),
    ]
    reader.close()
    if share == 1.0:
        PAGE.write_text(HEAD + _tables(judged["defects"], judged["clean"], seed), "utf-8")


def _judged(reader: ProcessReader, planted: Planted) -> Judged:
    _, found = read_and_check(reader, planted.files, planted.paper.name, planted.paper.case)
    judged = Judged(planted, found)
    if planted.defect is None or not judged.found:
        said = [f"{one.check}={one.outcome}" for one in found if one.outcome != "passed"]
        wanted = planted.defect.name if planted.defect else "clean"
        if said or planted.defect:
            print(f"  {wanted}: {planted.paper.name}, {planted.paper.case.person.birth}: {', '.join(said)}", flush=True)
    return judged


def _looked_at(found: list[Judged]) -> float:
    return sum(one.count("inconclusive") for one in found) / len(found)


def _tables(defects: list[Judged], clean: list[Judged], seed: int) -> str:
    rows = Counter(one.planted.defect for one in defects)
    found = Counter(one.planted.defect for one in defects if one.found)
    lines = [f"\nSeed {seed}.\n", "| planted defect | check | papers | found |", "| --- | --- | --- | --- |"]
    lines += [f"| {one.name} | {one.check} | {count} | {found[one]} |" for one, count in rows.items() if one]
    lines.append(f"| **all** |  | **{len(defects)}** | **{sum(found.values())}** |")
    lines += ["", "| clean paper | papers | checks that failed | checks to be looked at |", "| --- | --- | --- | --- |"]
    for name in dict.fromkeys(one.planted.paper.name for one in clean):
        here = [one for one in clean if one.planted.paper.name == name]
        failed, unsure = (sum(one.count(outcome) for one in here) for outcome in ("failed", "inconclusive"))
        lines.append(f"| {name} | {len(here)} | {failed} | {unsure} |")
    failed, unsure = (sum(one.count(outcome) for one in clean) for outcome in ("failed", "inconclusive"))
    lines.append(f"| **all** | **{len(clean)}** | **{failed}** | **{unsure}** |")
    return "\n".join(lines) + "\n"
