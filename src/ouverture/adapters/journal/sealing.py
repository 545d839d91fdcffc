"""Numbers and accounts sealed at rest: AES-GCM under a key of each file, itself wrapped by the installation's key.

Who destroys a file's key destroys what was sealed in it, and the chain of its events still verifies: the chain is over
what is written, and what is written is sealed.
"""

from __future__ import annotations

import base64
import hmac
import json
import os
from collections.abc import Callable, Collection
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ouverture.adapters.journal.store import Connection, Store

SEALED = '{"sealed":'
"""How a sealed value begins in the body of an event."""

NONCE_BYTES, KEY_BYTES = 12, 32
MOST_KEYS = 10_000
"""Keys of files kept at hand in one process; the others are asked for again."""
Chance = Callable[[int], bytes]
FIND = "SELECT wrapped FROM keys WHERE stream = ?"
KEEP = "INSERT INTO keys (stream, wrapped) VALUES (?, ?) ON CONFLICT (stream) DO NOTHING"
FORGET = "DELETE FROM keys WHERE stream = ?"

_plain = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


class WrongKey(Exception):
    """The journal was sealed under another installation's key."""


class Sealing:
    """Seals and opens what a file says in secret. ``key`` is the installation's; ``chance`` gives random bytes."""

    def __init__(self, store: Store, key: bytes, chance: Chance = os.urandom) -> None:
        self._store = store
        self._chance = chance
        self._wrap = AESGCM(hmac.digest(key, b"ouverture: keys of files", "sha256"))
        self._keys: dict[str, AESGCM] = {}

    def seal(self, stream: str, body: str, names: Collection[str]) -> str:
        """The body with the fields ``names`` sealed; those that say nothing stay as they are."""
        said: dict[str, Any] = json.loads(body)
        secret = [name for name in names if said.get(name)]
        if not secret:
            return body
        key = self._keys.get(stream) or self._key(stream) or self._new_key(stream)
        for name in secret:
            nonce = self._chance(NONCE_BYTES)
            closed = nonce + key.encrypt(nonce, _plain(said[name]).encode(), f"{stream}/{name}".encode())
            said[name] = {"sealed": base64.b64encode(closed).decode()}
        return _plain(said)

    def opened(self, stream: str, body: str) -> str:
        """The body as it was before it was sealed; what was sealed under a key that is gone says nothing."""
        if SEALED not in body:
            return body
        said: dict[str, Any] = json.loads(body)
        key = self._keys.get(stream) or self._key(stream)
        for name, value in said.items():
            if isinstance(value, dict) and "sealed" in value:
                said[name] = _open(key, stream, name, value["sealed"]) if key else ""
        return _plain(said)

    def forget(self, stream: str) -> None:
        """Destroy the key of a file: what was sealed in it can never be read again, here or elsewhere."""
        self._store.write(lambda connection: connection.execute(FORGET, (stream,)))
        self._keys.pop(stream, None)

    def _key(self, stream: str) -> AESGCM | None:
        row = self._store.read(lambda connection: connection.execute(FIND, (stream,)).fetchone())
        return self._unwrapped(stream, bytes(row[0])) if row else None

    def _new_key(self, stream: str) -> AESGCM:
        nonce = self._chance(NONCE_BYTES)
        wrapped = nonce + self._wrap.encrypt(nonce, self._chance(KEY_BYTES), stream.encode())

        def keep(connection: Connection) -> bytes:
            connection.execute(KEEP, (stream, wrapped))
            return bytes(connection.execute(FIND, (stream,)).fetchone()[0])  # another may have been first

        return self._unwrapped(stream, self._store.write(keep))

    def _unwrapped(self, stream: str, wrapped: bytes) -> AESGCM:
        try:
            key = AESGCM(self._wrap.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], stream.encode()))
        except InvalidTag:
            raise WrongKey("the journal was sealed under another key: give the installation its own key") from None
        if len(self._keys) >= MOST_KEYS:
            self._keys.clear()
        self._keys[stream] = key
        return key


def _open(key: AESGCM, stream: str, name: str, sealed: str) -> Any:
    closed = base64.b64decode(sealed)
    return json.loads(key.decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], f"{stream}/{name}".encode()))
