"""The record of files, tried for long: conflicts, kills, power cuts, a server that dies, backups and upgrades."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.opening import SETTING
from tests.adapters.databases import Postgres, by_hand, is_sqlite, running_postgres
from tests.adapters.faulty_files import REFUSALS as OF_FILES
from tests.adapters.faulty_files import Fault as FileFault
from tests.adapters.faulty_files import Told, letters_put, pages_kept
from tests.adapters.journal.conflicts import CONFLICTS, Desks, two_desks
from tests.adapters.journal.disk_faults import REFUSALS, Fault, tell
from tests.adapters.journal.filled import fill
from tests.adapters.journal.kills import Kill, back_up_and_kill, kill_once
from tests.adapters.journal.power import Cut, cut_once
from tests.adapters.journal.power_postgres import cut_server_once, ready_to_cut
from tests.adapters.journal.upgrades import upgrade_and_kill
from tests.campaign.report import Trial

AT_ONCE, KILLS, CUTS, SERVER_CUTS, CONTROLS, BACKUPS, UPGRADES = 1000, 5000, 1000, 500, 100, 200, 50
LIVES = 10
"""How often one journal is killed: each time it is opened again as the last kill left it."""
PROCESSES = 2
Fresh = Callable[[], str]
_fresh: list[Fresh] = []
"""Where a process that kills makes its journals; filled before it starts."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of the record of files, on both databases; ``share`` of 1 is all of it."""
    with TemporaryDirectory(prefix="ouverture-campaign-") as folder, running_postgres() as server:
        numbers = count()
        place = Path(folder)
        databases: dict[str, Fresh] = {
            "SQLite": lambda: str(place / f"{os.getpid()}-{next(numbers)}.sqlite3"),
            "PostgreSQL": server.fresh,
        }
        yield [
            *(_conflict(name, fresh, what, share) for name, fresh in databases.items() for what in CONFLICTS),
            *(_kills(name, fresh, seed, share) for name, fresh in databases.items()),
            *(_cuts(place / "power", synchronous, seed, share) for synchronous in ("FULL", "NORMAL", "OFF")),
            *(_disk_faults(place / "faults", how, share) for how in REFUSALS),
            *(_file_faults(place / "files", how, error, share) for how, error in OF_FILES.items()),
            *(_server_cuts(synchronous, seed, share) for synchronous in (True, False)),
            _backups(place, seed, share),
            _upgrades(place, seed, share),
        ]


def _times(whole: int, share: float, least: int = 1) -> int:
    return max(least, round(whole * share))


def _conflict(name: str, fresh: Fresh, conflict: Callable[[Desks, int], None], share: float) -> Trial:
    times = _times(AT_ONCE, share)

    def run() -> str:
        with two_desks(fresh()) as desks:
            for nth in range(times):
                conflict(desks, nth)
        return f"one won and the other was told, {times:,} times"

    return Trial(f"two at once, {conflict.__name__.replace('_', ' ')}, {name}", times, run)


def _kills(name: str, fresh: Fresh, seed: int, share: float) -> Trial:
    journals = _times(KILLS // LIVES, share)

    def run() -> str:
        _fresh[:] = [fresh]
        with get_context("fork").Pool(PROCESSES) as pool:
            chances = [f"{seed} {nth}" for nth in range(journals)]
            found = [kill for kills in pool.imap_unordered(_killed_again_and_again, chances) for kill in kills]
        acknowledged, unheard = (sum(column) for column in zip(*found, strict=True))
        return f"{acknowledged:,} acknowledged: none lost, none twice ({unheard:,} more were written, not yet heard of)"

    return Trial(f"`kill -9` under load, {name}", journals * LIVES, run)


def _killed_again_and_again(seed: str) -> list[Kill]:
    """One journal whose process is killed, started on what is left, killed again; then the journal goes."""
    where, chance = _fresh[0](), random.Random(seed)
    found = [kill_once(where, chance, life) for life in range(LIVES)]
    if is_sqlite(where):
        for left in Path(where).parent.glob(f"{Path(where).name}*"):
            left.unlink()
    else:
        with by_hand(where) as connection:
            connection.execute("SET client_min_messages = warning")
            connection.execute(f"DROP SCHEMA {where.rpartition('%3D')[2]} CASCADE")
    return found


def _cuts(folder: Path, synchronous: str, seed: int, share: float) -> Trial:
    times = _times(CUTS if synchronous == "FULL" else CONTROLS, share, 20)

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


def _disk_faults(folder: Path, how: str, share: float) -> Trial:
    """Each call to the disk refused alone, then it and all that follow; with less than the whole, some of the calls."""
    step = max(1, round(1 / share))

    def run() -> str:
        folder.mkdir(exist_ok=True)
        calls = tell(folder, Fault(-1, how, for_good=False)).calls
        faults = [Fault(at, how, for_good) for at in range(0, calls, step) for for_good in (False, True)]
        found = [tell(folder, fault) for fault in faults]
        acknowledged, failed = sum(one.acknowledged for one in found), sum(one.failed for one in found)
        return f"{len(faults):,} places: {acknowledged:,} acknowledged, {failed:,} refused; none lost, none twice"

    return Trial(f"a disk that is {how} at each call to it in turn, once and from then on, SQLite", 1, run)


def _file_faults(folder: Path, how: str, error: int, share: float) -> Trial:
    """The same for what lies in files of its own: pages of papers, and letters."""
    step = max(1, round(1 / share))

    def run() -> str:
        folder.mkdir(exist_ok=True)
        numbers = count()
        record = fill(open_record({SETTING: str(folder / f"{how}.sqlite3"), "OUVERTURE_HOME": str(folder)}))

        def pages(fault: FileFault) -> Told:
            return pages_kept(folder / f"{how}-{next(numbers)}", record, "ana", fault)

        def letters(fault: FileFault) -> Told:
            return letters_put(folder / f"{how}-{next(numbers)}", fault)

        found = list[Told]()
        for story in (pages, letters):
            calls = story(FileFault(-1, error, for_good=False)).calls
            faults = [FileFault(at, error, for_good) for at in range(0, calls, step) for for_good in (False, True)]
            found += map(story, faults)
        record.store.close()
        kept, failed = sum(one.acknowledged for one in found), sum(one.failed for one in found)
        return f"{len(found):,} places: {kept:,} kept, {failed:,} refused; none lost, none left by halves"

    return Trial(f"a disk that is {how} at each call of the files of pages and letters in turn", 1, run)


def _server_cuts(synchronous: bool, seed: int, share: float) -> Trial:
    times = _times(SERVER_CUTS if synchronous else CONTROLS // 4, share, 4)

    def run() -> str:
        chance = random.Random(seed)
        with running_postgres() as server:
            found = _cut_again_and_again(server, chance, synchronous, times)
        lost = sum(cut.lost for cut in found)
        said = f"{sum(cut.acknowledged for cut in found):,} acknowledged, {lost:,} lost"
        assert (lost == 0) is synchronous, said
        return said

    expected = "as we set it" if synchronous else "with synchronous_commit=off: must lose"
    return Trial(f"power cut, PostgreSQL {expected}", times, run)


def _cut_again_and_again(server: Postgres, chance: random.Random, synchronous: bool, times: int) -> list[Cut]:
    where, certain = ready_to_cut(server)
    return [cut_server_once(server, where, certain, chance, synchronous) for _ in range(times)]


def _backups(folder: Path, seed: int, share: float) -> Trial:
    times = _times(BACKUPS, share)

    def run() -> str:
        chance, found = random.Random(seed), 0
        for _ in range(times):
            with TemporaryDirectory(dir=folder) as place:
                found += back_up_and_kill(Path(place), chance)
        return f"{found:,} acknowledged before the backup: all of them are in it"

    return Trial("backup taken under load, then `kill -9`", times, run)


def _upgrades(folder: Path, seed: int, share: float) -> Trial:
    times = _times(UPGRADES, share)

    def run() -> str:
        chance, done = random.Random(seed), 0
        for _ in range(times):
            with TemporaryDirectory(dir=folder) as place:
                done += upgrade_and_kill(Path(place), chance)
        return (
            f"{done} were done when killed, {times - done} left the old journal whole and were done again; "
            "each file is what that release read in it"
        )

    return Trial("the journal of commit 7efedb5 migrated, `kill -9` meanwhile", times, run)
