"""The seal of the whole journal: running hashes over every event and every reading in order, signed, kept on the way.

A file's own chain cannot tell that its last event, or the whole file, is gone. The seal can. Its text may be printed on
a receipt or deposited elsewhere: who holds it can check the journal against it, a journal written anew included.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Clash, Connection, Store, blob

UNBROKEN = bytes(32)
COLUMNS = "upto, events, files, root, readings, readings_root, sealed_at, signature"
WRITTEN = "SELECT events, root FROM seals WHERE upto = ?"
UP_TO = "SELECT 1 FROM events WHERE position = ?"
LAST = f"SELECT {COLUMNS} FROM seals ORDER BY upto DESC LIMIT 1"
EVERY = f"SELECT {COLUMNS} FROM seals ORDER BY upto DESC"
HASHES = "SELECT position, version, hash FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT 5000"
READ = "SELECT hash FROM readings WHERE position <= ? ORDER BY position LIMIT ? OFFSET ?"
LAST_READING = "SELECT coalesce(max(position), 0) FROM readings"
SEAL = f"INSERT INTO seals ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
MARK = "ouverture-seal-2"
"""How the text of a seal begins: what it is, and under which schema."""


class UnreadableSeal(ValueError):
    """What was given is not the text of a seal."""


class Seal(NamedTuple):
    """The first ``events`` events of the journal, in ``files`` files, have the running hash ``root``; so do readings.

    ``upto`` is the position of the last event covered.
    """

    upto: int = 0
    events: int = 0
    files: int = 0
    root: bytes = UNBROKEN
    readings: int = 0
    readings_root: bytes = UNBROKEN
    sealed_at: str = ""
    signature: bytes = b""

    @property
    def signed(self) -> str:
        """What the signature is over."""
        counts = f"{MARK} {self.upto} {self.events} {self.files} {self.root.hex()}"
        return f"{counts} {self.readings} {self.readings_root.hex()} {self.sealed_at}"

    @property
    def text(self) -> str:
        """The seal as one line, to be kept outside the journal."""
        return f"{self.signed} {self.signature.hex()}"


def read_seal(text: str) -> Seal:
    """The seal that ``Seal.text`` wrote; raises UnreadableSeal with one sentence."""
    try:
        mark, upto, events, files, root, readings, readings_root, sealed_at, signature = text.split()
        if mark != MARK:
            raise ValueError(mark)
        roots = bytes.fromhex(root), bytes.fromhex(readings_root)
        found = Seal(
            int(upto), int(events), int(files), roots[0], int(readings), roots[1], sealed_at, bytes.fromhex(signature)
        )
        if found.text.split() != text.split():  # written otherwise than we write: somebody touched it
            raise ValueError(mark)
        return found
    except ValueError:
        raise UnreadableSeal(f"a seal is one line of nine words that begins with {MARK}") from None


class Signing:
    """Signs seals with Ed25519, under a secret of the journal."""

    def __init__(self, secret: bytes) -> None:
        seed = hmac.digest(secret, b"ouverture: signing of seals", "sha256")
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key()

    @property
    def name(self) -> str:
        """A short name of the key that checks these signatures: another journal has another."""
        return self._public.public_bytes_raw().hex()[:16]

    def signed(self, seal: Seal) -> Seal:
        """The seal with its signature."""
        return seal._replace(signature=self._private.sign(seal.signed.encode()))

    def is_ours(self, seal: Seal) -> bool:
        """Whether this installation signed the seal."""
        try:
            self._public.verify(seal.signature, seal.signed.encode())
        except InvalidSignature:
            return False
        return True


def onward(root: bytes, link: bytes) -> bytes:
    """The running hash after one more event, whose own hash is ``link``."""
    return hashlib.sha256(root + link).digest()


def seal(store: Store, signing: Signing, now: datetime) -> Seal:
    """Seal every event written so far; the last seal, whether new or not.

    A seal that a hand put in is passed over. Where it stands in the way of a new one, that is given and not written.
    """
    upto, read = store.write(lambda connection: _last_positions(connection, store))

    def act(connection: Connection) -> Seal:
        top = last_seal(connection)
        last = top if not top.events or signing.is_ours(top) else _last_of_ours(connection, signing)
        if upto <= last.upto:
            return last
        found = signing.signed(_extended(connection, last, upto, read)._replace(sealed_at=moment(now)))
        if upto > top.upto:
            connection.execute(SEAL, found)
        return found

    try:
        return store.write(act)
    except Clash:  # another worker sealed as much at the same moment: what it wrote holds
        return store.write(act)


def last_seal(connection: Connection) -> Seal:
    """The seal that covers most; an empty one when nothing is sealed yet."""
    row = connection.execute(LAST).fetchone()
    return _of_row(row) if row else Seal()


def _last_of_ours(connection: Connection, signing: Signing) -> Seal:
    return next(filter(signing.is_ours, every_seal(connection)), Seal())


def every_seal(connection: Connection) -> list[Seal]:
    """All seals of the journal, whoever put them in, the last one first."""
    return [_of_row(row) for row in connection.execute(EVERY).fetchall()]


def _of_row(row: Iterable[Any]) -> Seal:
    return Seal._make(bytes(value) if isinstance(value, memoryview) else value for value in row)


def holds(connection: Connection, known: Seal) -> bool:
    """Whether the journal still has what a seal covers, as its own seals say; where none is of that place, it is read.

    A look, not a proof: ``examine`` reads every event against every seal.
    """
    if connection.execute(UP_TO, (known.upto,)).fetchone() is None:
        return False
    covered = known.events, known.root
    written = connection.execute(WRITTEN, (known.upto,)).fetchone()
    if written and (written[0], blob(written[1])) == covered:
        return True
    return seal_of(connection, known.upto)[1:4:2] == covered


def seal_of(connection: Connection, upto: int) -> Seal:
    """An unsigned seal of everything up to a position, from the first event on; of no reading."""
    return _events_onward(connection, Seal(), upto)


def _last_positions(connection: Connection, store: Store) -> tuple[int, int]:
    """Of the events and of the readings. Nothing that is still being written has a lower one."""
    if store.hold_still:
        connection.execute(store.hold_still)
    upto, read = (connection.execute(each).fetchone()[0] for each in (store.last_position, LAST_READING))
    return upto, read


def _extended(connection: Connection, last: Seal, upto: int, read: int) -> Seal:
    readings, readings_root = last.readings, last.readings_root
    while rows := connection.execute(READ, (read, 5000, readings)).fetchall():
        for (link,) in rows:
            readings_root = onward(readings_root, link)
        readings += len(rows)
    return _events_onward(connection, last, upto)._replace(readings=readings, readings_root=readings_root)


def _events_onward(connection: Connection, last: Seal, upto: int) -> Seal:
    at, events, files, root = last[:4]
    while rows := connection.execute(HASHES, (at, upto)).fetchall():
        for _, version, link in rows:
            root = onward(root, link)
            files += version == 1
        at, events = rows[-1][0], events + len(rows)
    return Seal(upto, events, files, root)
