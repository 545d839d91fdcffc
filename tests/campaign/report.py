"""One line of the campaign's report, and the page they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).resolve().parents[2] / "docs" / "campaign.md"
HEAD = """# The long tests

Written by `script/campaign`; do not edit.
"""
PART = """
## {title}

Run on {on}, seed {seed}.

|  | times | found |  |
| --- | --- | --- | --- |
"""


class Trial(NamedTuple):
    """Something tried many times. ``run`` says what it found, and raises AssertionError when a promise broke."""

    what: str
    times: int
    run: Callable[[], str]


class StillOpen(Exception):
    """A trial found what is known and not mended: neither kept nor broken. The message says what is open."""


class Outcome(NamedTuple):
    """What a trial found, whether every promise was kept, and whether something known is open still."""

    trial: Trial
    found: str
    kept: bool
    open: bool = False

    @property
    def row(self) -> str:
        verdict = "**open**" if self.open else "kept" if self.kept else "**broken**"
        return f"| {self.trial.what} | {self.trial.times:,} | {self.found} | {verdict} |"


def carry_out(trial: Trial) -> Outcome:
    """A promise that broke is an outcome; the campaign goes on."""
    try:
        return Outcome(trial, trial.run(), True)
    except StillOpen as found:
        return Outcome(trial, str(found), True, open=True)
    except AssertionError as broken:
        said = " ".join(str(broken).split()).replace("|", "/")
        return Outcome(trial, said[:300] or "an assertion failed", False)


def write_part(title: str, on: date, seed: int, outcomes: Iterable[Outcome]) -> None:
    """Put one part in the page, in the place of what it said before; the others stay."""
    parts = _parts(PAGE.read_text("utf-8")) if PAGE.exists() else {}
    rows = "".join(f"{outcome.row}\n" for outcome in outcomes)
    parts[title] = PART.format(title=title, on=on, seed=seed) + rows
    PAGE.write_text(HEAD + "".join(parts.values()), "utf-8")


def _parts(page: str) -> dict[str, str]:
    _, *sections = page.split("\n## ")
    return {section.partition("\n")[0]: f"\n## {section.rstrip()}\n" for section in sections}
