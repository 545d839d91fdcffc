"""What the installation's key opens: the secrets of one journal, kept in it, wrapped under that key.

Another key opens none of them, and says so when the journal is opened: two keys cannot write in one journal. A new
installation's key wraps the same secrets anew, and no event is written again.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ouverture.adapters.journal.store import Connection, Store, blob

Chance = Callable[[int], bytes]
"""Gives so many random bytes."""

NONCE_BYTES, SECRET_BYTES = 12, 32
FIND = "SELECT name, wrapped FROM secrets"
KEEP = "INSERT INTO secrets (name, wrapped) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"
CHANGE = "UPDATE secrets SET wrapped = ? WHERE name = ?"


class WrongKey(Exception):
    """The journal was sealed under another installation's key."""


class Keyring(NamedTuple):
    """``files`` wraps the key of each file, ``lookup`` makes digests, ``chain`` marks events, ``seals`` signs seals."""

    files: bytes
    lookup: bytes
    chain: bytes
    seals: bytes


def open_keyring(store: Store, key: bytes, chance: Chance = os.urandom, make: bool = True) -> Keyring:
    """The secrets of the journal, made when it has none; raises WrongKey when ``key`` is not the one they are under.

    ``make`` False: a journal without them is told as one whose key is gone.
    """
    found = _written(store)
    missing = set(Keyring._fields) - found.keys()
    if missing and not make:
        raise WrongKey("the journal has lost the secrets that its key opens")
    if missing:
        made = Keyring(*(chance(SECRET_BYTES) for _ in Keyring._fields))
        store.write(lambda connection: keep_keyring(connection, made, key, chance))
        found = _written(store)  # another process may have been first
    return Keyring(*(_unwrapped(key, name, found[name]) for name in Keyring._fields))


def keep_keyring(connection: Connection, ring: Keyring, key: bytes, chance: Chance) -> None:
    """Write the secrets of a journal that has none, wrapped under ``key``."""
    for name, secret in ring._asdict().items():
        connection.execute(KEEP, (name, _wrapped(key, name, secret, chance)))


def wrap_again(connection: Connection, ring: Keyring, key: bytes, chance: Chance = os.urandom) -> None:
    """Put the secrets of a journal under another key of the installation."""
    for name, secret in ring._asdict().items():
        connection.execute(CHANGE, (_wrapped(key, name, secret, chance), name))


def _written(store: Store) -> dict[str, bytes]:
    rows = store.read(lambda connection: connection.execute(FIND).fetchall())
    return {name: blob(wrapped) for name, wrapped in rows}


def _under(key: bytes) -> AESGCM:
    return AESGCM(hmac.digest(key, b"ouverture: secrets of the journal", "sha256"))


def _wrapped(key: bytes, name: str, secret: bytes, chance: Chance) -> bytes:
    nonce = chance(NONCE_BYTES)
    return nonce + _under(key).encrypt(nonce, secret, name.encode())


def _unwrapped(key: bytes, name: str, wrapped: bytes) -> bytes:
    try:
        return _under(key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], name.encode())
    except InvalidTag:
        raise WrongKey("the journal was sealed under another key: give the installation its own key") from None
