"""Messages to the person as rows: what each says and where it goes are sealed in it when it is queued, and stay.

A message carried by another channel says what its first sending said: the row is new, the words are the same.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

from ouverture.adapters.journal.sealing import Sealing
from ouverture.adapters.journal.store import Connection, Store
from ouverture.services.casework.ports import Outgoing, Told
from ouverture.text import Text

MESSAGE = (
    "INSERT INTO outbox (id, stream, version, message, channel, content, told, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
ROWS = (
    "SELECT id, stream, version, message, channel, content, told, due, sent_at FROM outbox"
    " WHERE stream = ? AND (message = ? OR ?) ORDER BY version"
)
FIRST = (
    "SELECT id, stream, version, message, channel, content, told, due, sent_at FROM outbox"
    " WHERE stream = ? AND message = ? ORDER BY version LIMIT 1"
)
NOT_KEPT = Text(
    "Les mots de ce message n'ont pas été gardés : il a été écrit avant que nous les gardions.",
    "The words of this message were not kept: it was written before we kept them.",
)
ERASED = Text("Les mots de ce message ont été effacés avec le dossier.", "The words were erased with the file.")

content_of = json.JSONEncoder(sort_keys=True).encode


class Row(NamedTuple):
    """One row of the outbox."""

    id: str
    stream: str
    version: int
    message: int
    channel: str
    content: str
    told: str
    due: str
    sent_at: str | None

    @property
    def bound_to(self) -> str:
        """What the words are sealed with: with anything else of the row changed, they cannot be opened."""
        return json.dumps([self.id, self.version, self.message, self.channel, self.content], separators=(",", ":"))


def row_of(sealing: Sealing, store: Store, stream: str, version: int, message: Outgoing) -> Row:
    """A message as it will be written, its words sealed."""
    row = Row(
        f"{stream}/{version}",
        stream,
        version,
        message.message,
        message.channel,
        content_of(message.content),
        "",
        message.due.isoformat(),
        None,
    )
    words = message.words or _said_first(sealing, store, stream, message.message)
    if words is None:
        return row
    told = json.dumps({"fr": words.fr, "en": words.en, "to": message.address}, ensure_ascii=False)
    return row._replace(told=sealing.closed(stream, row.bound_to, told))


def _said_first(sealing: Sealing, store: Store, stream: str, message: int) -> Text | None:
    found = store.read(lambda connection: connection.execute(FIRST, (stream, message)).fetchone())
    if found is None or not found[6]:
        return None
    said = opened(sealing, Row(*found), sealing.wrapped(stream))
    return Text(said["fr"], said["en"])


def write_row(connection: Connection, row: Row) -> None:
    """Write one message; the store raises Clash when it is there already."""
    connection.execute(MESSAGE, row[:-1])


def opened(sealing: Sealing, row: Row, wrapped: bytes | None) -> dict[str, Any]:
    """What a row says ("fr", "en") and where it goes ("to"); raises InvalidTag when the row is not what was written."""
    if not row.told:
        return {"fr": NOT_KEPT.fr, "en": NOT_KEPT.en, "to": ""}
    if not wrapped:
        return {"fr": ERASED.fr, "en": ERASED.en, "to": ""}
    said: dict[str, Any] = json.loads(sealing.read(row.stream, row.bound_to, row.told, wrapped))
    return said


def told(sealing: Sealing, store: Store, stream: str, message: int | None) -> tuple[Told, ...]:
    """What was told in a file, word for word: one message, or every one."""
    asked = (stream, message or 0, message is None)
    rows = store.read(lambda connection: connection.execute(ROWS, asked).fetchall())
    wrapped = sealing.wrapped(stream) if rows else None
    return tuple(_told(sealing, Row(*row), wrapped) for row in rows)


def _told(sealing: Sealing, row: Row, wrapped: bytes | None) -> Told:
    said = opened(sealing, row, wrapped)
    words = Text(said["fr"], said["en"])
    due = date.fromisoformat(row.due[:10])  # a moment once it was tried in vain
    return Told(row.message, row.version, row.channel, due, words, said["to"], row.sent_at)
