"""What is personal, sealed at rest: AES-GCM under a key of each file, itself wrapped by a secret of the journal.

Who destroys a file's key destroys what was sealed in it, and the chain of its events still verifies: the chain is over
what is written, and what is written is sealed. A key is used only as it is read with what it opens, never from memory
alone: once it is destroyed, no process opens anything more.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Collection
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ouverture.adapters.journal.keyring import NONCE_BYTES, Chance, WrongKey
from ouverture.adapters.journal.store import Connection, Store, blob

SEALED = '{"sealed":'
"""How a sealed value begins in the body of an event."""

KEY_BYTES = 32
MOST_KEYS = 10_000
"""Keys of files unwrapped and kept at hand in one process; the others are unwrapped again."""
FIND = "SELECT wrapped FROM keys WHERE stream = ?"
GENERATION = "SELECT wrapped FROM secrets WHERE name = 'files'"
KEEP = "INSERT INTO keys (stream, wrapped) VALUES (?, ?) ON CONFLICT (stream) DO NOTHING"

_plain = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


def generation(store: Store) -> bytes | None:
    """What the secret that wraps the keys of files is written as: it changes when the installation's key does."""
    return store.read(_generation)


def _generation(connection: Connection) -> bytes | None:
    row = connection.execute(GENERATION).fetchone()
    return blob(row[0]) if row else None


class Gone(Exception):
    """The key of the file was destroyed."""


class Sealing:
    """Seals and opens what a file says in secret. ``secret`` wraps its keys; ``chance`` gives random bytes."""

    def __init__(self, store: Store, secret: bytes, chance: Chance = os.urandom) -> None:
        self._generation = generation(store)
        self._store = store
        self._chance = chance
        self._wrap = AESGCM(secret)
        self._opened: dict[bytes, AESGCM] = {}
        self._wrapped: dict[str, bytes] = {}

    def seal(self, stream: str, body: str, names: Collection[str]) -> str:
        """The body with the fields ``names`` sealed; those that say nothing stay as they are."""
        said: dict[str, Any] = json.loads(body)
        secret = [name for name in names if said.get(name)]
        if not secret:
            return body
        for name in secret:
            said[name] = {"sealed": self.closed(stream, name, _plain(said[name]))}
        return _plain(said)

    def closed(self, stream: str, name: str, text: str) -> str:
        """One text sealed under the key of a file, which is made when it has none; raises Gone for an erased file.

        A key remembered here may be that of a file erased since: the database refuses what is written in such a file.
        """
        wrapped = self._wrapped.get(stream)
        if wrapped is None:
            wrapped = self._wrapped[stream] = self.wrapped(stream) or self._made(stream)
            if len(self._wrapped) > MOST_KEYS:
                self._wrapped.clear()
        nonce = self._chance(NONCE_BYTES)
        closed = self._key(stream, wrapped).encrypt(nonce, text.encode(), f"{stream}/{name}".encode())
        return base64.b64encode(nonce + closed).decode()

    def closed_content(self, stream: str, name: str, content: bytes) -> bytes:
        """A content sealed under the key of a file as it is written now; raises Gone for an erased file."""
        wrapped = self.wrapped(stream)
        key = self._key(stream, self._made(stream) if wrapped is None else wrapped)
        nonce = self._chance(NONCE_BYTES)
        return nonce + key.encrypt(nonce, content, f"{stream}/{name}".encode())

    def content(self, stream: str, name: str, closed: bytes) -> bytes:
        """What ``closed_content`` sealed; raises Gone, or InvalidTag when it is not what was sealed under that name."""
        key = self._key(stream, self.wrapped(stream) or b"")
        return key.decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], f"{stream}/{name}".encode())

    def opened(self, stream: str, body: str, wrapped: bytes | None) -> str:
        """The body as it was before it was sealed; ``wrapped`` is the key of the file as it is written now.

        What was sealed under a key that is gone says nothing.
        """
        if SEALED not in body:
            return body
        said: dict[str, Any] = json.loads(body)
        for name, value in said.items():
            if isinstance(value, dict) and "sealed" in value:
                said[name] = json.loads(self.read(stream, name, value["sealed"], wrapped)) if wrapped else ""
        return _plain(said)

    def read(self, stream: str, name: str, sealed: str, wrapped: bytes) -> str:
        """A text that ``closed`` sealed; raises InvalidTag when it is not what was sealed under that name."""
        closed = _bytes_of(sealed)
        key = self._key(stream, wrapped)
        return key.decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], f"{stream}/{name}".encode()).decode()

    def wrapped(self, stream: str) -> bytes | None:
        """The key of a file as it is written now; None when it has none yet, empty when it was destroyed."""
        row = self._store.read(lambda connection: connection.execute(FIND, (stream,)).fetchone())
        return blob(row[0]) if row else None

    def check(self, stream: str, wrapped: bytes | None) -> None:
        """Raise WrongKey unless the key of a file, if it has one, is one that this journal wrapped for it."""
        if wrapped:
            self._bare(stream, wrapped)

    def wrapped_again(self, stream: str, wrapped: bytes, secret: bytes) -> bytes:
        """The same key of a file, wrapped by another secret."""
        nonce = self._chance(NONCE_BYTES)
        return nonce + AESGCM(secret).encrypt(nonce, self._bare(stream, wrapped), stream.encode())

    def _made(self, stream: str) -> bytes:
        nonce = self._chance(NONCE_BYTES)
        wrapped = nonce + self._wrap.encrypt(nonce, self._chance(KEY_BYTES), stream.encode())

        def keep(connection: Connection) -> bytes:
            if _generation(connection) != self._generation:
                raise WrongKey("the key of the installation was changed: start this process again")
            connection.execute(KEEP, (stream, wrapped))
            return blob(connection.execute(FIND, (stream,)).fetchone()[0])  # another may have been first

        return self._store.write(keep)

    def _key(self, stream: str, wrapped: bytes) -> AESGCM:
        key = self._opened.get(wrapped)
        if key is None:
            key = AESGCM(self._bare(stream, wrapped))
            if len(self._opened) >= MOST_KEYS:
                self._opened.clear()
            self._opened[wrapped] = key
        return key

    def _bare(self, stream: str, wrapped: bytes) -> bytes:
        if not wrapped:
            raise Gone(stream)
        try:
            return self._wrap.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], stream.encode())
        except InvalidTag:
            raise WrongKey("the journal was sealed under another key: give the installation its own key") from None


def _bytes_of(sealed: str) -> bytes:
    """What base64 says, in the one way we write it; raises InvalidTag for any other, though it say the same."""
    try:
        closed = base64.b64decode(sealed, validate=True)
    except ValueError:
        raise InvalidTag from None
    if base64.b64encode(closed).decode("ascii") != sealed:
        raise InvalidTag
    return closed
