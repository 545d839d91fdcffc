"""Where the vault lies on the disk: a folder beside the journal, in it one for each file, whose names tell nothing.

A name is a keyed digest of what it stands for: of a file, of a content in a file. Nobody without the journal's secret
can ask the disk whether a file holds a document they know.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ouverture.adapters.home import home
from ouverture.adapters.journal.opening import place_of

ENDING = ".papers"
LOCKS = "locks"
MOST_LOCKS = 64
"""Files share them: two of them may wait for each other a moment, never for long."""


def vault_of(environment: Mapping[str, str]) -> Path:
    """The folder of the journal that the settings name: beside its file, or at home for one in PostgreSQL."""
    where = place_of(environment)
    return beside(where) if isinstance(where, Path) else home(environment) / f"postgresql{ENDING}"


def beside(journal: Path) -> Path:
    """The folder that goes with a journal in a file, and with each copy of it."""
    return journal.with_name(f"{journal.name}{ENDING}")


def write(path: Path, content: bytes) -> None:
    """A content on the disk, durably and whole, or not at all; for its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(made, path)
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


@contextmanager
def alone(vault: Path, name: str) -> Iterator[None]:
    """Inside, no other process or thread changes what is kept under that name."""
    lock = vault / LOCKS / f"{int(name[:8], 16) % MOST_LOCKS:02d}"
    lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(lock, os.O_WRONLY | os.O_CREAT, 0o600), "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def overwrite(folder: Path) -> None:
    """Take a folder of contents away, each written over before: what was sealed is on the disk no more."""
    for path in sorted(folder.glob("*")):
        with suppress(FileNotFoundError), path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
    shutil.rmtree(folder, ignore_errors=True)


def files_in(vault: Path) -> set[str]:
    """The names under which files have something in the vault."""
    return {path.name for path in vault.glob("*") if path.is_dir() and path.name != LOCKS}
