"""A disk that loses power: what was synced is there, and of the rest a random half, sector by sector.

The program writes to a real folder through a file system of ours, which also notes every write and every sync. At the
cut, what a disk would hold is put in another folder, and the journal is opened there.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, NamedTuple, cast

import apsw

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sqlite import SETTINGS, SqliteStore, open_sqlite
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from tests.adapters.small_file import NUMBER_KEY, SMALL, AddSmallNote, OpenSmallFile, order

SECTOR = 512
FILES = 3
EARLIEST, LATEST = 50, 900
"""The cut falls after that many calls to the disk: once the tables are there, and after several checkpoints."""


class PowerCut(Exception):
    """The machine stops here."""


class Disk:
    """What each file holds for certain, and what was written to it since, in order."""

    def __init__(self, cut_after: int) -> None:
        self.certain: dict[str, bytearray] = {}
        self.unsynced: dict[str, list[tuple[int, bytes | None]]] = {}
        self.calls_left = cut_after

    @property
    def is_off(self) -> bool:
        return self.calls_left <= 0

    def write(self, name: str, at: int, data: bytes | None) -> None:
        """Note a write, or (no data) a file made shorter."""
        if self._goes_on():
            self.unsynced.setdefault(name, []).append((at, data))

    def sync(self, name: str) -> None:
        if self._goes_on():
            for at, data in self.unsynced.pop(name, []):
                self._keep(name, at, data)

    def delete(self, name: str) -> None:
        if not self.is_off:
            self.certain.pop(name, None)
            self.unsynced.pop(name, None)

    def lose_half(self, chance: random.Random) -> None:
        """Of every sector not synced, one in two is lost."""
        for name, writes in self.unsynced.items():
            for at, data in writes:
                if data is None:
                    if chance.random() < 0.5:
                        self._keep(name, at, None)
                    continue
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        self._keep(name, at + start, data[start : start + SECTOR])

    def _goes_on(self) -> bool:
        """Whether there is still power; raises PowerCut at the moment it goes."""
        if self.is_off:
            return False
        self.calls_left -= 1
        if self.is_off:
            raise PowerCut
        return True

    def _keep(self, name: str, at: int, data: bytes | None) -> None:
        held = self.certain.setdefault(name, bytearray())
        if data is None:
            del held[at:]
            return
        held.extend(bytes(max(0, at - len(held))))
        held[at : at + len(data)] = data


class NotedFile(apsw.VFSFile):
    """A file that tells the disk what is written to it."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self.disk = disk
        self.path = name.filename() if isinstance(name, apsw.URIFilename) else name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.write(self.path, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.disk.write(self.path, newsize, None)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.sync(self.path)  # the real file need not be synced: only what the disk noted counts


class NotedFiles(apsw.VFS):
    """The system's own files, each with a note of what is written to it."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.name = f"noted-{id(self)}"
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return NotedFile(self.disk, name, flags) if name else apsw.VFSFile("", name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.disk.delete(filename)
        super().xDelete(filename, syncdir)


class Cut(NamedTuple):
    """What one power cut left: commands acknowledged before it, and those of them that are gone."""

    acknowledged: int
    lost: int


def cut_once(folder: Path, chance: random.Random, synchronous: str = "FULL") -> Cut:
    """One journal written to until the power goes, and opened again on what the disk kept."""
    disk = Disk(chance.randint(EARLIEST, LATEST))
    acknowledged = _write_until_the_cut(folder / "before.sqlite3", disk, synchronous)
    disk.lose_half(chance)
    after = folder / "after.sqlite3"
    for name, held in disk.certain.items():
        Path(name.replace("before.sqlite3", "after.sqlite3")).write_bytes(held)
    try:
        return Cut(acknowledged, _lost(after, acknowledged))
    finally:
        for file in folder.iterdir():
            file.unlink()


def _write_until_the_cut(path: Path, disk: Disk, synchronous: str) -> int:
    files = NotedFiles(disk)

    def connect() -> Connection:
        connection = apsw.Connection(str(path), vfs=files.name)
        for setting in (*SETTINGS, f"PRAGMA synchronous = {synchronous}", "PRAGMA wal_autocheckpoint = 30"):
            connection.execute(setting).fetchall()
        return cast(Connection, connection)

    acknowledged = 0
    store = None
    try:
        store = SqliteStore(connect)
        record = Record(store, NUMBER_KEY)
        while isinstance(handle(record, SMALL, command(acknowledged)), Done) and not disk.is_off:
            acknowledged += 1
    except PowerCut:
        pass
    finally:
        if store:
            store.close()
        files.unregister()
    return acknowledged


def command(nth: int) -> Order:
    """The nth command of the story that is cut: files are opened, then notes of many lengths go round them."""
    stream = f"file {nth % FILES}"
    note = f"{nth} " + "long letter " * (nth * 7 % 90)
    return order(stream, OpenSmallFile(stream) if nth < FILES else AddSmallNote(note), str(nth))


def _lost(path: Path, acknowledged: int) -> int:
    store = open_sqlite(path)
    try:
        record = Record(store, NUMBER_KEY)
        there = {line.key for nth in range(FILES) for line in record.history(f"file {nth}").lines}
        whole = store.read(lambda connection: connection.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
        assert verify(store).fault is None
        assert whole
        return sum(str(nth) not in there for nth in range(acknowledged))
    finally:
        store.close()
