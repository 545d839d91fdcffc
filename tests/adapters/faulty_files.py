"""A disk that refuses one call of the program's own files, or all from one on: pages of papers and letters lie on it.

The same story is told again and again; each time another call fails. What failed is done again once the disk is mended.
"""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple
from unittest import mock

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import is_out_of_reach
from ouverture.adapters.post.folder import LetterFolder
from ouverture.adapters.vault.folders import Folders
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.adapters.worker.sending import Undelivered
from ouverture.services.papers.vault_ports import Leaf

REFUSALS = {"full": errno.ENOSPC, "failing": errno.EIO, "read-only": errno.EROFS}
CALLS = ("open", "fsync", "replace", "mkdir", "unlink", "scandir")
PAGES = LETTERS = 4


class Fault(NamedTuple):
    """Which call fails (from 0 on), with which number of the system, and whether all that follow do too."""

    at: int
    error: int
    for_good: bool


class Told(NamedTuple):
    """How a story ended: calls to the disk, what was acknowledged before it was mended, how often something failed."""

    calls: int
    acknowledged: int
    failed: int


class FaultyDisk:
    """Counts the calls, and refuses those of its fault while it is ``on``."""

    def __init__(self, fault: Fault) -> None:
        self.fault, self.calls, self.on = fault, 0, True

    def ask(self) -> None:
        """Note a call; raises OSError when its turn has come."""
        nth, self.calls = self.calls, self.calls + 1
        if self.on and (nth >= self.fault.at if self.fault.for_good else nth == self.fault.at) and self.fault.at >= 0:
            raise OSError(self.fault.error, os.strerror(self.fault.error))

    def refusing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, through this disk."""

        def asked(*values: Any, **named: Any) -> Any:
            self.ask()
            return call(*values, **named)

        return asked

    def writing(self, opened: Callable[..., IO[Any]]) -> Callable[..., Any]:
        """The same opening, of a file whose every write goes through this disk, and is cut short when it fails."""

        def asked(*values: Any, **named: Any) -> Any:
            file = opened(*values, **named)
            return _Cut(self, file) if "w" in file.mode or "+" in file.mode else file

        return asked


class _Cut:
    def __init__(self, disk: FaultyDisk, file: IO[Any]) -> None:
        self._disk, self._file = disk, file

    def write(self, content: Any) -> int:
        try:
            self._disk.ask()
        except OSError:
            self._file.write(content[: len(content) // 2])
            self._file.flush()
            raise
        return self._file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _Cut:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@contextmanager
def on(disk: FaultyDisk) -> Iterator[None]:
    """Inside, the files that Python opens lie on such a disk. SQLite opens its own."""
    with ExitStack() as patched:
        for name in CALLS:
            patched.enter_context(mock.patch.object(os, name, disk.refusing(getattr(os, name))))
        patched.enter_context(mock.patch.object(os, "fdopen", disk.writing(os.fdopen)))
        patched.enter_context(mock.patch.object(io, "open", disk.refusing(disk.writing(io.open))))
        yield


def pages_kept(folder: Path, record: Record, stream: str, fault: Fault) -> Told:
    """Pages put in one by one, the first let go of; AssertionError when one that was acknowledged is not there."""
    disk, vault = FaultyDisk(fault), SealedVault(Folders(folder), record)
    heard, problems = set[int](), list[Exception]()
    with on(disk):
        for nth in range(PAGES):
            try:
                _put(vault, stream, nth)
                heard.add(nth)
            except OSError as problem:
                problems.append(problem)
    disk.on = False
    assert all(map(is_out_of_reach, problems)), "what cannot be written now is said as such, in one sentence"
    assert all(vault.content(stream, _digest(vault, stream, nth)) == _page(nth) for nth in heard)
    assert list(vault.faults(stream)) == []
    for nth in range(PAGES):
        _put(vault, stream, nth)
    with vault.opened(stream) as shelf:
        shelf.leaves = shelf.leaves[1:]
    names = {vault.content_name(stream, digest) for leaf in vault.leaves(stream) for digest in leaf.contents}
    assert [leaf.name for leaf in vault.leaves(stream)] == [f"page{nth}" for nth in range(1, PAGES)]
    assert set(vault.shelves.names(vault.name(stream))) == {vault.content_name(stream, "index"), *names}
    vault.forget(stream)
    assert not list(folder.rglob(f"{vault.name(stream)}*"))
    return Told(disk.calls, len(heard), len(problems))


def _put(vault: SealedVault, stream: str, nth: int) -> None:
    with vault.opened(stream) as shelf:
        digest = shelf.put(_page(nth))
        leaf = Leaf(f"page{nth}", "identity_document", digest, digest, "", 0, 9, 12, "2026-11-23T12:00:00+00:00")
        shelf.leaves = tuple(sorted({*shelf.leaves, leaf}))


def _page(nth: int) -> bytes:
    return f"a page that says {nth}".encode() * 50


def _digest(vault: SealedVault, stream: str, nth: int) -> str:
    return next(leaf.digest for leaf in vault.leaves(stream) if leaf.name == f"page{nth}")


def letters_put(folder: Path, fault: Fault) -> Told:
    """Letters put one by one; AssertionError when one that left is not there whole, or one is there by halves."""
    disk, post = FaultyDisk(fault), LetterFolder(folder)
    heard, failed = set[int](), 0
    with on(disk):
        for nth in range(LETTERS):
            try:
                post.send(f"ana/{nth}", "letter", {"fr": f"Bonjour {nth}.", "en": f"Hello {nth}."})
                heard.add(nth)
            except (Undelivered, OSError):
                failed += 1
    disk.on = False
    assert all(_letter(folder, nth) == _whole(nth) for nth in heard)
    for nth in range(LETTERS):
        post.send(f"ana/{nth}", "letter", {"fr": f"Bonjour {nth}.", "en": f"Hello {nth}."})
    assert [_letter(folder, nth) for nth in range(LETTERS)] == [_whole(nth) for nth in range(LETTERS)]
    post.purge("ana")
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    return Told(disk.calls, len(heard), failed)


def _letter(folder: Path, nth: int) -> str:
    return (folder / "to_send" / f"ana%2F{nth}.txt").read_text("utf-8")


def _whole(nth: int) -> str:
    return f"[letter]\n\nBonjour {nth}.\n\n---\n\nHello {nth}.\n"
