"""Pages as a reader gives them, written in the test."""

from __future__ import annotations

from datetime import date

from ouverture.evidence.checks import Case, Line, Named, PaperRead, Place, Quality, Read

TODAY = date(2026, 11, 28)
GOOD = Quality(1240, 1754, sharp=0.7, bright=0.95, contrast=0.8, glare=None, cut=0, letter=24)
HANNAH = Named("Whitfield", "", ("Hannah", "Jane"))


def page(*lines: str, number: int = 1, quality: Quality | None = None, sure: float = 1.0) -> Read:
    written = tuple(
        Line(text, Place(0.1, 0.05 + 0.04 * row, min(0.95, 0.1 + 0.012 * len(text)), 0.075 + 0.04 * row), sure)
        for row, text in enumerate(lines)
    )
    return Read(number, written, "picture" if quality else "text", quality)


def paper(*pages: Read) -> PaperRead:
    return PaperRead(pages)


def case(person: Named = HANNAH, today: date = TODAY, **more: object) -> Case:
    return Case(**{"today": today, "claimed_on": today, "person": person, **more})  # type: ignore[arg-type]
