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
from typing import TYPE_CHECKING, Any, NamedTuple

from cryptography.exceptions import InvalidTag

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sealing import Gone
from ouverture.adapters.journal.store import is_out_of_reach
from ouverture.adapters.vault.folders import NotKept
from ouverture.services.papers.vault_ports import Leaf, PageGone

if TYPE_CHECKING:
    from ouverture.adapters.vault.shelves import Drawer, Shelves

INDEX = "index"
NAME_DIGITS = 40


class _Index(NamedTuple):
    leaves: tuple[Leaf, ...] = ()
    notes: Mapping[str, str] = {}


class SealedVault:
    """The vault on its shelves, for the files of one journal."""

    def __init__(self, shelves: Shelves, record: Record) -> None:
        self.shelves = shelves
        self._sealing = record.sealing
        self._secret = hmac.digest(record.keyring.lookup, b"ouverture: names in the vault", "sha256")

    def leaves(self, stream: str) -> tuple[Leaf, ...]:
        """The pages of a file, in their order; none for one that was erased. Raises PageGone for a broken index.

        Raises OSError, as all that reads here, when the disk cannot be read now.
        """
        return self._index(stream).leaves

    def notes(self, stream: str) -> Mapping[str, str]:
        """What was read in them, by the digest of each content."""
        return self._index(stream).notes

    def content(self, stream: str, digest: str) -> bytes:
        """A content as it was kept; raises PageGone, or OSError when the disk cannot be read now."""
        try:
            found = self._sealing.content(stream, digest, self._kept(stream, digest))
        except (NotKept, InvalidTag, Gone) as problem:
            raise PageGone(type(problem).__name__) from problem
        if hashlib.sha256(found).hexdigest() != digest:
            raise PageGone("altered")
        return found

    def weight(self, stream: str, digest: str) -> int:
        """How many bytes a content has, sealed; 0 for one that is not there."""
        return self.shelves.weight(self.name(stream), self.content_name(stream, digest))

    @contextmanager
    def opened(self, stream: str) -> Iterator[_Shelf]:
        """The pages of a file, for one alone; what changed is kept when the block ends well."""
        with self.shelves.alone(self.name(stream)) as drawer:
            shelf = _Shelf(self, stream, drawer, self._index(stream))
            yield shelf
            self._settle(stream, drawer, shelf)

    def _settle(self, stream: str, drawer: Drawer, shelf: _Shelf) -> None:
        kept = {digest for leaf in shelf.leaves for digest in leaf.contents}
        shelf.notes = {digest: note for digest, note in shelf.notes.items() if digest in kept}
        if shelf.is_changed:
            said = json.dumps({"leaves": shelf.leaves, "notes": shelf.notes})
            self._write(stream, drawer, INDEX, said.encode())
        if shelf.is_changed or shelf.known - kept:
            self._let_go(stream, drawer, kept)

    def _let_go(self, stream: str, drawer: Drawer, kept: set[str]) -> None:
        """Take away what no page holds: what was let go of, and what a change that was cut short left behind."""
        wanted = {self.content_name(stream, name) for name in (INDEX, *kept)}
        for name in set(self.shelves.names(self.name(stream))) - wanted:
            drawer.remove(name)

    def forget(self, stream: str) -> None:
        """Take away all that was kept for a file."""
        self.shelves.forget(self.name(stream))

    def name(self, stream: str) -> str:
        """The name under which the contents of a file are kept."""
        return self._named(stream)

    def faults(self, stream: str) -> Iterator[str]:
        """The contents of a file that are not what was kept: the page each belongs to, by its name; "" for all."""
        try:
            leaves = self.leaves(stream)
        except (PageGone, OSError):
            yield ""
            return
        for leaf in leaves:
            try:
                for digest in leaf.contents:
                    self.content(stream, digest)
            except (PageGone, OSError):
                yield leaf.name

    def _index(self, stream: str) -> _Index:
        try:
            written = self._sealing.content(stream, INDEX, self._kept(stream, INDEX))
        except (NotKept, Gone):
            return _Index()
        except InvalidTag as problem:
            raise PageGone(type(problem).__name__) from problem
        said: dict[str, Any] = json.loads(written)
        return _Index(tuple(Leaf(*each) for each in said["leaves"]), said["notes"])

    def _kept(self, stream: str, name: str) -> bytes:
        """What is kept under a name. A disk that cannot be read now does not say that a page is gone."""
        try:
            return self.shelves.read(self.name(stream), self.content_name(stream, name))
        except OSError as problem:
            if is_out_of_reach(problem):
                raise
            raise PageGone(type(problem).__name__) from problem

    def _write(self, stream: str, drawer: Drawer, name: str, content: bytes) -> None:
        try:
            sealed = self._sealing.closed_content(stream, name, content)
        except Gone as problem:
            raise PageGone("erased") from problem
        drawer.write(self.content_name(stream, name), sealed)

    def content_name(self, stream: str, name: str) -> str:
        """The name under which a content of a file is kept: of its digest, or of the index."""
        return self._named(f"{stream}/{name}")

    def _named(self, said: str) -> str:
        return hmac.digest(self._secret, said.encode(), "sha256").hex()[:NAME_DIGITS]


class _Shelf:
    """The pages of one file while nobody else changes them."""

    def __init__(self, vault: SealedVault, stream: str, drawer: Drawer, index: _Index) -> None:
        self.leaves, self.notes = index
        self._vault, self._stream, self._drawer, self._before = vault, stream, drawer, index
        self.known = {digest for leaf in index.leaves for digest in leaf.contents}
        """What was kept, or is since: what no page holds in the end goes."""

    @property
    def is_changed(self) -> bool:
        """Whether the index is to be written again."""
        return (self.leaves, self.notes) != self._before

    def put(self, content: bytes) -> str:
        """Keep a content; its digest."""
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self.known:
            self._vault._write(self._stream, self._drawer, digest, content)
            self.known.add(digest)
        return digest

    def draw_name(self) -> str:
        """A name for a new page: it says nothing of it."""
        return secrets.token_hex(6)
