"""The vault (``services.papers.vault_ports.Vault``): contents by their digest, sealed under the key of their file.

What pages a file has, in which order, stands in an index sealed like them. A content that no page holds any more is
taken away with the change that let go of it. Whoever erases a file waits for who is writing in it, and the key is read
as it is on that day: nothing is written for a file whose key is gone.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sealing import Gone
from ouverture.adapters.vault.folders import alone, overwrite, write
from ouverture.services.papers.vault_ports import Leaf, PageGone

INDEX = "index"
NAME_DIGITS = 40


class _Index(NamedTuple):
    leaves: tuple[Leaf, ...] = ()
    notes: Mapping[str, str] = {}


class SealedVault:
    """The vault in a folder, for the files of one journal."""

    def __init__(self, folder: Path, record: Record) -> None:
        self.folder = folder
        self._sealing = record.sealing
        self._secret = hmac.digest(record.keyring.lookup, b"ouverture: names in the vault", "sha256")

    def leaves(self, stream: str) -> tuple[Leaf, ...]:
        """The pages of a file, in their order; none for one that was erased. Raises PageGone for a broken index."""
        return self._index(stream).leaves

    def notes(self, stream: str) -> Mapping[str, str]:
        """What was read in them, by the digest of each content."""
        return self._index(stream).notes

    def content(self, stream: str, digest: str) -> bytes:
        """A content as it was kept; raises PageGone."""
        try:
            found = self._sealing.content(stream, digest, self._path(stream, digest).read_bytes())
        except (OSError, InvalidTag, Gone) as problem:
            raise PageGone(type(problem).__name__) from problem
        if hashlib.sha256(found).hexdigest() != digest:
            raise PageGone("altered")
        return found

    def weight(self, stream: str, digest: str) -> int:
        """How many bytes a content has, sealed; 0 for one that is not there."""
        try:
            return self._path(stream, digest).stat().st_size
        except OSError:
            return 0

    @contextmanager
    def opened(self, stream: str) -> Iterator[_Shelf]:
        """The pages of a file, for one alone; what changed is kept when the block ends well."""
        with alone(self.folder, self.name(stream)):
            shelf = _Shelf(self, stream, self._index(stream))
            yield shelf
            self._settle(stream, shelf)

    def _settle(self, stream: str, shelf: _Shelf) -> None:
        kept = {digest for leaf in shelf.leaves for digest in leaf.contents}
        shelf.notes = {digest: note for digest, note in shelf.notes.items() if digest in kept}
        if shelf.is_changed:
            self._write(stream, INDEX, json.dumps({"leaves": shelf.leaves, "notes": shelf.notes}).encode())
        for digest in shelf.known - kept:
            self._path(stream, digest).unlink(missing_ok=True)

    def forget(self, stream: str) -> None:
        """Take away all that was kept for a file."""
        if not self.folder.exists():
            return
        with alone(self.folder, self.name(stream)):
            overwrite(self.folder / self.name(stream))

    def name(self, stream: str) -> str:
        """The name of a file's folder."""
        return self._named(stream)

    def faults(self, stream: str) -> Iterator[str]:
        """The contents of a file that are not what was kept: the page each belongs to, by its name; "" for all."""
        try:
            leaves = self.leaves(stream)
        except PageGone:
            yield ""
            return
        for leaf in leaves:
            try:
                for digest in leaf.contents:
                    self.content(stream, digest)
            except PageGone:
                yield leaf.name

    def _index(self, stream: str) -> _Index:
        try:
            written = self._sealing.content(stream, INDEX, self._path(stream, INDEX).read_bytes())
        except (FileNotFoundError, Gone):
            return _Index()
        except (OSError, InvalidTag) as problem:
            raise PageGone(type(problem).__name__) from problem
        said: dict[str, Any] = json.loads(written)
        return _Index(tuple(Leaf(*each) for each in said["leaves"]), said["notes"])

    def _write(self, stream: str, name: str, content: bytes) -> None:
        try:
            write(self._path(stream, name), self._sealing.closed_content(stream, name, content))
        except Gone as problem:
            raise PageGone("erased") from problem

    def _path(self, stream: str, name: str) -> Path:
        return self.folder / self.name(stream) / self._named(f"{stream}/{name}")

    def _named(self, said: str) -> str:
        return hmac.digest(self._secret, said.encode(), "sha256").hex()[:NAME_DIGITS]


class _Shelf:
    """The pages of one file while nobody else changes them."""

    def __init__(self, vault: SealedVault, stream: str, index: _Index) -> None:
        self.leaves, self.notes = index
        self._vault, self._stream, self._before = vault, stream, index
        self.known = {digest for leaf in index.leaves for digest in leaf.contents}
        """What was on the disk, or is since: what no page holds in the end goes."""

    @property
    def is_changed(self) -> bool:
        """Whether the index is to be written again."""
        return (self.leaves, self.notes) != self._before

    def put(self, content: bytes) -> str:
        """Keep a content; its digest."""
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self.known:
            self._vault._write(self._stream, digest, content)
            self.known.add(digest)
        return digest

    def draw_name(self) -> str:
        """A name for a new page: it says nothing of it."""
        return secrets.token_hex(6)
