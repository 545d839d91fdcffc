"""The vault on the disk: a folder beside the journal's file, in it one for each file, whose names tell nothing.

A name is a keyed digest of what it stands for: of a file, of a content in a file. Nobody without the journal's secret
can ask the disk whether a file holds a document they know.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ENDING = ".papers"
LOCKS = "locks"
MOST_LOCKS = 64
"""Files share them: two of them may wait for each other a moment, never for long."""


class NotKept(Exception):
    """There is no such content."""


def beside(journal: Path) -> Path:
    """The folder that goes with a journal in a file, and with each copy of it."""
    return journal.with_name(f"{journal.name}{ENDING}")


class Folders:
    """The shelves in a folder: in it one for each file, and the locks they share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, file: str, name: str) -> bytes:
        """A content of a file as it is kept now; raises NotKept, or OSError for a disk that fails."""
        try:
            return (self.folder / file / name).read_bytes()
        except FileNotFoundError:
            raise NotKept from None

    def weight(self, file: str, name: str) -> int:
        """How many bytes a content has; 0 for one that is not there."""
        try:
            return (self.folder / file / name).stat().st_size
        except OSError:
            return 0

    @contextmanager
    def alone(self, file: str) -> Iterator[_Drawer]:
        """The drawer of a file: who else wants it waits until the block ends."""
        lock = self.folder / LOCKS / f"{int(file[:8], 16) % MOST_LOCKS:02d}"
        lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(lock, os.O_WRONLY | os.O_CREAT, 0o600), "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield _Drawer(self, file)

    def forget(self, file: str) -> None:
        """Take the folder of a file away, each content written over before: what was sealed is on the disk no more."""
        if not self.folder.exists():
            return
        with self.alone(file):
            for path in sorted((self.folder / file).glob("*")):
                with suppress(FileNotFoundError), path.open("r+b") as content:
                    content.write(bytes(path.stat().st_size))
                    content.flush()
                    os.fsync(content.fileno())
            shutil.rmtree(self.folder / file, ignore_errors=True)

    def files(self) -> set[str]:
        """The names of the files of which something is kept."""
        return {path.name for path in self.folder.glob("*") if path.is_dir() and path.name != LOCKS}

    def names(self, file: str) -> list[str]:
        """The names of the contents kept for a file, in order."""
        return sorted(path.name for path in (self.folder / file).glob("*"))


class _Drawer:
    """The contents of one file, in its folder."""

    def __init__(self, shelves: Folders, file: str) -> None:
        self._shelves, self._file = shelves, file

    def write(self, name: str, content: bytes) -> None:
        """Keep a content."""
        _write(self._shelves.folder / self._file / name, content)

    def remove(self, name: str) -> None:
        """Take a content away."""
        (self._shelves.folder / self._file / name).unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """A content on the disk, durably and whole, or not at all; for its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, path)
    except BaseException:
        with suppress(OSError):  # where not even that can be done, the next change of the file takes it away
            made.unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):  # the name too, and that of a new folder
        with _folder(folder) as handle:
            os.fsync(handle)


@contextmanager
def _folder(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield handle
    finally:
        os.close(handle)
