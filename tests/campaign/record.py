"""The record of files, tried for long: conflicts, kills and power cuts."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.adapters.databases import running_postgres
from tests.adapters.journal.conflicts import CONFLICTS, Desks, two_desks
from tests.adapters.journal.kills import kill_once
from tests.adapters.journal.power import Cut, cut_once
from tests.campaign.report import Trial

AT_ONCE, KILLS, CUTS = 1000, 1000, 200
Fresh = Callable[[], str]


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of the record of files, on both databases; ``share`` of 1 is all of it."""
    with TemporaryDirectory(prefix="ouverture-campaign-") as folder, running_postgres() as server:
        numbers = count()
        databases: dict[str, Fresh] = {
            "SQLite": lambda: str(Path(folder) / f"{next(numbers)}.sqlite3"),
            "PostgreSQL": server.fresh,
        }
        yield [
            *(_conflict(name, fresh, what, share) for name, fresh in databases.items() for what in CONFLICTS),
            *(_kills(name, fresh, seed, share) for name, fresh in databases.items()),
            *(_cuts(Path(folder) / "power", synchronous, seed, share) for synchronous in ("FULL", "NORMAL", "OFF")),
        ]


def _conflict(name: str, fresh: Fresh, conflict: Callable[[Desks, int], None], share: float) -> Trial:
    times = max(1, round(AT_ONCE * share))

    def run() -> str:
        with two_desks(fresh()) as desks:
            for nth in range(times):
                conflict(desks, nth)
        return f"one won and the other was told, {times:,} times"

    return Trial(f"two at once, {conflict.__name__.replace('_', ' ')}, {name}", times, run)


def _kills(name: str, fresh: Fresh, seed: int, share: float) -> Trial:
    times = max(1, round(KILLS * share))

    def run() -> str:
        chance = random.Random(seed)
        found = [kill_once(fresh(), chance) for _ in range(times)]
        acknowledged, unheard = (sum(column) for column in zip(*found, strict=True))
        return f"{acknowledged:,} acknowledged: none lost, none twice ({unheard:,} more were written, not yet heard of)"

    return Trial(f"`kill -9` under load, {name}", times, run)


def _cuts(folder: Path, synchronous: str, seed: int, share: float) -> Trial:
    times = max(20, round(CUTS * share))

    def run() -> str:
        folder.mkdir(exist_ok=True)
        chance = random.Random(seed)
        found = [_cut(folder, chance, synchronous) for _ in range(times)]
        ruined, lost = found.count(None), sum(cut.lost for cut in found if cut)
        said = f"{sum(cut.acknowledged for cut in found if cut):,} acknowledged, {lost:,} lost, {ruined} files ruined"
        assert (ruined + lost == 0) is (synchronous == "FULL"), said
        return said

    expected = "SQLite as we set it" if synchronous == "FULL" else f"SQLite with synchronous={synchronous}: must lose"
    return Trial(f"power cut, {expected}", times, run)


def _cut(folder: Path, chance: random.Random, synchronous: str) -> Cut | None:
    """None when the file itself is ruined."""
    try:
        return cut_once(folder, chance, synchronous)
    except (sqlite3.DatabaseError, AssertionError):
        return None
