"""A disk that refuses one call, or all calls from one on: full, failing, or suddenly only to be read.

The same story of commands is told again and again; each time another call of SQLite to its files fails. A command that
fails is sent again under its key. Whatever was acknowledged is there in the end, once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast

import apsw

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sqlite import SETTINGS, SqliteStore, open_sqlite
from ouverture.adapters.journal.store import Connection, NotOurs
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.recall import Recall
from tests.adapters.journal.power import FILES, command
from tests.adapters.small_file import NUMBER_KEY, SMALL

COMMANDS = 12
REFUSALS: dict[str, type[apsw.Error]] = {
    "full": apsw.FullError,
    "failing": apsw.IOError,
    "read-only": apsw.ReadOnlyError,
}
"""What SQLite is told, by the words for it. A disk that is full, or only to be read, still reads."""
READS = frozenset({"xRead", "xFileSize"})


class Fault(NamedTuple):
    """Which call fails (from 0 on), how, and whether all that follow do too."""

    at: int
    how: str
    for_good: bool


class FaultyDisk:
    """Counts every call, and refuses those of its fault while it is ``on``."""

    def __init__(self, fault: Fault) -> None:
        self.fault, self.calls, self.on = fault, 0, True

    def asked(self, call: str) -> None:
        """Note a call; raises what the fault says."""
        nth, self.calls = self.calls, self.calls + 1
        due = nth >= self.fault.at if self.fault.for_good else nth == self.fault.at
        if self.on and due and (self.fault.how == "failing" or call not in READS):
            raise REFUSALS[self.fault.how]


class FaultyFile(apsw.VFSFile):
    """A file of such a disk."""

    def __init__(self, disk: FaultyDisk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self.disk = disk

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self.disk.asked("xRead")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.asked("xWrite")
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.disk.asked("xTruncate")
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.asked("xSync")

    def xFileSize(self) -> int:  # noqa: N802
        self.disk.asked("xFileSize")
        return super().xFileSize()


class FaultyFiles(apsw.VFS):
    """The system's own files, through such a disk."""

    def __init__(self, disk: FaultyDisk) -> None:
        self.disk = disk
        self.name = f"faulty-{id(self)}"
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        self.disk.asked("xOpen")
        return FaultyFile(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.disk.asked("xDelete")
        super().xDelete(filename, syncdir)


class Told(NamedTuple):
    """How a story ended: calls to the disk, commands acknowledged before the disk was mended, how often one failed."""

    calls: int
    acknowledged: int
    failed: int


def tell(folder: Path, fault: Fault) -> Told:
    """The story on such a disk, then each command again when it is mended; AssertionError: one is lost, or twice."""
    path, disk = folder / "story.sqlite3", FaultyDisk(fault)
    heard, failed = set[int](), 0
    with _story(path, disk) as record:
        recall = Recall(SMALL)
        for nth in range(COMMANDS if record else 0):
            assert record
            try:
                if isinstance(handle(record, SMALL, command(nth), recall), Done):
                    heard.add(nth)
            except apsw.Error:
                failed += 1
        disk.on = False
    calls = disk.calls
    try:
        _check(path, heard)
    finally:
        for file in folder.iterdir():
            file.unlink()
    return Told(calls, len(heard), failed)


@contextmanager
def _story(path: Path, disk: FaultyDisk) -> Iterator[Record | None]:
    """The journal on the faulty disk; None when it could not even be made."""
    files = FaultyFiles(disk)

    def connect() -> Connection:
        connection = apsw.Connection(str(path), vfs=files.name)
        settings = (*SETTINGS, "PRAGMA mmap_size = 0", "PRAGMA wal_autocheckpoint = 30", "PRAGMA cache_size = 10")
        for setting in settings:
            connection.execute(setting).fetchall()
        return cast(Connection, connection)

    store = None
    try:
        try:
            store = SqliteStore(connect)
            record = Record(store, NUMBER_KEY)
        except (apsw.Error, NotOurs):
            record = None
        yield record
    finally:
        disk.on = False
        if store:
            store.close()
        files.unregister()


def _check(path: Path, heard: set[int]) -> None:
    store = open_sqlite(path)
    try:
        record = Record(store, NUMBER_KEY)
        there = _keys(record)
        assert all(there[str(nth)] for nth in heard), f"lost: {sorted(nth for nth in heard if not there[str(nth)])}"
        for nth in range(COMMANDS):
            assert isinstance(handle(record, SMALL, command(nth)), Done), nth
        again = _keys(record)
        assert set(again) == {str(nth) for nth in range(COMMANDS)}
        assert all(again[key] == times for key, times in there.items()), "a command sent again was done again"
        assert verify(store).fault is None
        assert store.read(lambda connection: connection.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    finally:
        store.close()


def _keys(record: Record) -> Counter[str]:
    """How many lines each order has written."""
    return Counter(line.key for nth in range(FILES) for line in record.history(f"file {nth}").lines)
