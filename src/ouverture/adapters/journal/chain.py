"""The chain: each event carries the SHA-256 of the one before it in its file and of all it says itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime

from ouverture.services.casework.ports import Line

START = b""
"""What stands before the first event of a file."""

_plain = json.JSONEncoder(separators=(",", ":")).encode


def link(previous: bytes, line: Line) -> bytes:
    """The hash that ``line`` must carry, 32 bytes, after an event whose hash is ``previous``.

    The position is left out: it is the database's, and the global seal holds the order. Lines of schema 1 knew no actor
    and no schema: their hashes stay what they were.
    """
    stream, version, kind, body, day, recorded_at, said_by, who, cause, key, schema = line[1:12]
    # JSON keeps one field from running into the next; the body is canonical JSON already.
    if schema == 1:
        head = _plain([stream, version, kind, day, recorded_at, said_by, cause, key])
    else:
        head = _plain([schema, stream, version, kind, day, recorded_at, said_by, who, cause, key])
    return hashlib.sha256(b"".join((previous, head.encode(), b"\n", body.encode()))).digest()


def reading_link(previous: bytes, nth: int, written: Sequence[str]) -> bytes:
    """The hash that the nth reading of a file must carry after one whose hash is ``previous``."""
    return hashlib.sha256(previous + _plain([nth, *written]).encode()).digest()


def moment(when: datetime) -> str:
    """A moment as it is recorded: UTC, to the microsecond, so that text sorts as time. ValueError without a zone."""
    if when.tzinfo is None:
        raise ValueError(f"the moment {when.isoformat()} must say its time zone, for example +00:00")
    return when.astimezone(UTC).isoformat(timespec="microseconds")
