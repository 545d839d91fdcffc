"""The record of files tampered with, act by act and bit by bit: named, or nothing that is read has changed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.adapters.databases import running_postgres
from tests.adapters.journal.flips import turn_over, turn_over_copy, turn_over_rows
from tests.adapters.journal.tamperings import ACTS, WITH_A_SEAL, is_named, old_copy_is_named
from tests.campaign.report import Trial

FLIPS = 1650
Turn = Callable[[Path, random.Random, int], Counter[str]]


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """Every act, whatever the share; of the flips, the share."""
    with TemporaryDirectory(prefix="ouverture-campaign-") as folder, running_postgres() as server:
        numbers = count()
        places: dict[str, Callable[[], str]] = {
            "SQLite": lambda: str(Path(folder) / f"{next(numbers)}.sqlite3"),
            "PostgreSQL": server.fresh,
        }
        yield [
            *(_acts(name, fresh) for name, fresh in places.items()),
            *(_with_a_seal(name, fresh) for name, fresh in places.items()),
            *_flips(Path(folder), seed, max(1, round(FLIPS * share))),
        ]


def _acts(name: str, fresh: Callable[[], str]) -> Trial:
    def run() -> str:
        silent = [act.what for act in ACTS if not is_named(fresh(), act)]
        assert not silent, f"not named: {silent}"
        return f"{len(ACTS)} of {len(ACTS)} named"

    return Trial(f"tampering by a hand that may write anything, {name}", len(ACTS), run)


def _with_a_seal(name: str, fresh: Callable[[], str]) -> Trial:
    times = len(WITH_A_SEAL) + (name == "SQLite")

    def run() -> str:
        silent = [act.what for act in WITH_A_SEAL if not is_named(fresh(), act, with_seal=True)]
        if name == "SQLite" and not old_copy_is_named(fresh()):
            silent.append("an older copy put back")
        assert not silent, f"not named: {silent}"
        return f"{times} of {times} named: {', '.join(act.what for act in WITH_A_SEAL)}" + (
            ", an older copy put back" if name == "SQLite" else ""
        )

    return Trial(f"what only a seal kept outside tells, {name}", times, run)


def _flips(folder: Path, seed: int, times: int) -> Iterator[Trial]:
    def run(turn: Turn, name: str) -> str:
        place = folder / name
        place.mkdir()
        found = turn(place, random.Random(seed), times)
        told = ", ".join(f"{found[fate]:,} {fate}" for fate in ("named", "damaged", "refused") if found[fate])
        silent = "; none changed anything in silence" if found["harmless"] else ""
        return f"{told}, {found['harmless']:,} changed nothing that is read{silent}"

    yield Trial("one bit of the file turned over, free space included", times, lambda: run(turn_over, "file"))
    yield Trial("one bit of what the file stores turned over", times, lambda: run(turn_over_rows, "rows"))
    yield Trial("one bit of a copy at rest turned over", times, lambda: run(turn_over_copy, "copy"))
