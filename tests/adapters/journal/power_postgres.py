"""PostgreSQL on a disk that loses power: what it had synced is there, and of the rest a random half, sector by sector.

The server is killed with all its processes, and its folder is then made what a disk would hold. For certain are: all as
it stood at its last checkpoint, its control file, and its log up to the place that it said was synced. Every other
sector that changed since is, one time in two, what it was before. Then the server starts on that and recovers.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import Done, handle
from tests.adapters.databases import Postgres
from tests.adapters.journal.power import FILES, SECTOR, Cut, command
from tests.adapters.small_file import NUMBER_KEY, SMALL

FEWEST, MOST = 4, 60
"""Commands before the cut."""
SEGMENT = 16 * 1024 * 1024
"""Bytes of one file of the server's log."""
ALWAYS_SYNCED = ("global/pg_control",)


def ready_to_cut(server: Postgres) -> tuple[str, Path]:
    """An empty journal on the server, and a copy of its folder as a checkpoint left it; the server is stopped."""
    where = server.fresh()
    open_store({SETTING: where}).close()
    server.stop()
    certain = server.folder / "certain"
    shutil.copytree(server.folder / "data", certain)
    return where, certain


def cut_server_once(
    server: Postgres, where: str, certain: Path, chance: random.Random, synchronous: bool = True
) -> Cut:
    """One journal written to until the power goes, and opened again on what the disk kept. ``server`` is stopped."""
    data = server.folder / "data"
    _made_as(certain, data)
    server.start()
    acknowledged, synced = _write_until_the_cut(server, where, chance, synchronous)
    for path in _written_since(data, certain):
        _lose_half(path, data, certain, synced, chance)
    (data / "postmaster.pid").unlink(missing_ok=True)
    server.start()
    try:
        return Cut(acknowledged, _lost(where, acknowledged))
    finally:
        server.crash()


def _made_as(certain: Path, data: Path) -> None:
    """Put back what is no longer as it stood; a file bears the time at which it was last written."""
    for path in [*_written_since(data, certain)]:
        before = certain / path.relative_to(data)
        if before.exists():
            shutil.copyfile(before, path)
            shutil.copystat(before, path)
        else:
            path.unlink()
    for gone in (each for each in _files(certain) if not (data / each.relative_to(certain)).exists()):
        copy = data / gone.relative_to(certain)
        shutil.copy2(gone, copy)
        shutil.chown(copy, data.stat().st_uid, data.stat().st_gid)


def _write_until_the_cut(server: Postgres, where: str, chance: random.Random, synchronous: bool) -> tuple[int, int]:
    """How many commands were acknowledged, and up to which byte the server said its log was synced after that."""
    store = open_store({SETTING: where})
    if not synchronous:
        store.write(lambda spoken: spoken.execute("SET synchronous_commit = off"))
    record, wanted = Record(store, NUMBER_KEY), chance.randint(FEWEST, MOST)
    for nth in range(wanted):
        assert isinstance(handle(record, SMALL, command(nth)), Done)
    with psycopg.connect(server.url(), autocommit=True) as asked:
        (synced,) = asked.execute("SELECT pg_current_wal_flush_lsn() - '0/0'::pg_lsn").fetchone() or (0,)
        server.crash()
    store.close()
    return wanted, int(synced)


def _written_since(data: Path, certain: Path) -> Iterator[Path]:
    for path in _files(data):
        before = certain / path.relative_to(data)
        if not before.exists() or _stamp(before) != _stamp(path):
            yield path


def _files(folder: Path) -> list[Path]:
    return sorted(Path(where) / name for where, _, names in os.walk(folder) for name in names)


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _lose_half(path: Path, data: Path, certain: Path, synced: int, chance: random.Random) -> None:
    """Of every sector that was not synced, one in two is as it was before."""
    name = path.relative_to(data).as_posix()
    if name in ALWAYS_SYNCED:
        return
    before, now = certain / name, bytearray(path.read_bytes())
    held = (before.read_bytes() if before.exists() else b"").ljust(len(now), b"\0")
    first = _log_begins(name)
    for at in range(0, len(now), SECTOR):
        is_certain = first is not None and first + at < synced
        if not is_certain and chance.random() < 0.5:
            now[at : at + SECTOR] = held[at : at + SECTOR]
    path.write_bytes(now)


def _log_begins(name: str) -> int | None:
    """The place in the log where a file of it begins; None for any other file."""
    folder, _, file = name.rpartition("/")
    if folder != "pg_wal" or len(file) != 24:
        return None
    return int(file[8:16], 16) * (1 << 32) + int(file[16:], 16) * SEGMENT


def _lost(where: str, acknowledged: int) -> int:
    store = open_store({SETTING: where})
    try:
        record = Record(store, NUMBER_KEY)
        there = {line.key for nth in range(FILES) for line in record.history(f"file {nth}").lines}
        assert verify(store).fault is None
        return sum(str(nth) not in there for nth in range(acknowledged))
    finally:
        store.close()
