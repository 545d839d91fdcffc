"""The picture of a team, as its page draws it: the table in colours, the bars by day, who holds what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ouverture.services.casework.team import LATE_BANDS, DayOfWork, Load, StageRow, TeamPicture
from ouverture.site.desk.answering import stage_address
from ouverture.text import Language

BANDS = ("long_late", "late", "just_late", "today", "week", "fortnight", "later")
STEPS = (0, 3, 8, 20, 40)
"""From how many acts on a cell is one step darker."""
HEIGHT = 120
"""Of the tallest bar, in units of the picture."""


def context_of(
    picture: TeamPicture, labels: Mapping[str, str], colleagues: Sequence[tuple[str, str]], language: Language
) -> dict[str, Any]:
    """What the template draws."""
    late = sum(one.late for one in picture.stages)
    return {
        "picture": picture,
        "late": late,
        "bands": BANDS,
        "rows": [_row(one, language) for one in picture.stages],
        "ahead_bars": list(_bars(picture.ahead, _usual(picture))),
        "usual": _usual(picture),
        "loads": list(_loads(picture.loads, labels)),
        "colleagues": colleagues,
        "holds_address": stage_address("holds", language),
    }


def _row(one: StageRow, language: Language) -> dict[str, Any]:
    cells = [(count, _colour(nth, count)) for nth, count in enumerate(one.bands)]
    return {"stage": one, "href": stage_address(one.name, language), "cells": cells}


def _colour(band: int, count: int) -> str:
    if not count:
        return ""
    if band < LATE_BANDS:
        return "past"
    return f"h{sum(count > step for step in STEPS)}"


def _usual(picture: TeamPicture) -> int:
    """How many claims were decided on the best half of the known days: what a usual day can do."""
    left = sorted(one.left for one in picture.behind)
    return left[len(left) // 2] if left else 0


def _bars(days: Sequence[DayOfWork], usual: int) -> Iterator[dict[str, Any]]:
    """One bar a day, in percent of the width and units of height."""
    most = max([one.due for one in days] + [1])
    width = 100 / max(1, len(days))
    for nth, one in enumerate(days):
        height = round(HEIGHT * one.due / most, 1)
        yield {
            "day": one, "x": round(nth * width + width * 0.15, 2), "width": round(width * 0.7, 2), "height": height,
            "y": round(HEIGHT - height, 1), "middle": round(nth * width + width / 2, 2),
        }  # fmt: skip


def _loads(loads: Sequence[Load], labels: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    most = max([one.total for one in loads] + [1])
    for one in loads:
        yield {"load": one, "label": labels.get(one.agent, ""), "width": round(100 * one.total / most, 1)}
