"""One bit of a journal's file turned over, again and again: named, told as damage, or nothing changed."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ouverture.adapters.journal.copies import read_beside, write_beside
from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.moving import copy_whole
from ouverture.adapters.journal.opening import NoJournal
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import Seal
from ouverture.adapters.journal.series import issue
from ouverture.adapters.journal.store import Damaged, WrongSchema
from ouverture.adapters.worker.sending import Undelivered, send_due
from ouverture.adapters.worker.waking import wake_due
from ouverture.services.casework.ports import Asked, Reading
from tests.adapters.journal.filled import fill
from tests.adapters.journal.stored import stored_values
from tests.adapters.small_file import NOON, SMALL

KEY = "ab" * 32
TABLES = (
    "events", "seals", "readings", "outbox", "work", "owed", "numbers", "people", "keys", "secrets", "series", "pool",
    "troubles",
)  # fmt: skip


def settings(path: Path) -> dict[str, str]:
    return {"OUVERTURE_JOURNAL": str(path), "OUVERTURE_KEY": KEY, "OUVERTURE_HOME": str(path.parent)}


def journal_in(folder: Path) -> Path:
    """A journal at rest, with something in every table."""
    path = folder / "journal.sqlite3"
    record = fill(open_record(settings(path)))
    record.note_reading(Reading("ana", "agent-1", "to answer a call", "the file", NOON))
    _worked_in(record)
    record.seal(NOON)
    record.store.close()
    return path


def _worked_in(record: Record) -> None:
    """What the worker and an agent leave in the tables, and no event says."""
    store = record.store
    send_due(store, _OneIsDown(), lambda claimed, bounced: None, NOON)
    wake_due(store, _fails_for_ana, NOON + timedelta(days=40))
    record.assign(record.owed(Asked())[0], "agent-1")
    issue(store, "permanent", lambda connection, number: None)


class _OneIsDown:
    """A post that takes the first message and cannot take another."""

    def __init__(self) -> None:
        self._taken = 0

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> None:
        self._taken += 1
        if self._taken > 1:
            raise Undelivered("it is down")


def _fails_for_ana(stream: str, now: datetime) -> None:
    if stream == "ana":
        raise KeyError(stream)


def turn_over(folder: Path, chance: random.Random, times: int) -> Counter[str]:
    """What became of that many flips, each of the whole file: "named", "damaged", "refused" or "harmless"."""
    path = journal_in(folder)
    whole, held = path.read_bytes(), content(path)
    found: Counter[str] = Counter()
    for _ in range(times):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        torn = flipped(path, whole, at, bit)
        fate = fate_of(torn)
        if fate == "harmless":
            assert content(torn) == held, f"byte {at}, bit {bit}: something changed, and nothing was said"
        found[fate] += 1
    return found


def turn_over_rows(folder: Path, chance: random.Random, times: int) -> Counter[str]:
    """The same, each flip in a byte that holds a value: none may be harmless, whatever the table and the column."""
    path = journal_in(folder)
    whole, found = path.read_bytes(), Counter[str]()
    places = [(value, at) for value in stored_values(path) for at in value.at]
    for value, at in chance.sample(places, min(times, len(places))):
        bit = 1 << chance.randrange(8)
        fate = fate_of(flipped(path, whole, at, bit))
        assert fate != "harmless", f"{value.tree}, {value.column}: byte {at}, bit {bit}, and nothing was said"
        found[fate] += 1
    return found


def turn_over_copy(folder: Path, chance: random.Random, times: int) -> Counter[str]:
    """The same, each flip anywhere in a copy at rest, whose file of the seal bears the digest: each is named."""
    copy, found = folder / "copy.sqlite3", Counter[str]()
    copy_whole(journal_in(folder), copy)
    write_beside(copy, Seal())
    whole = copy.read_bytes()
    assert not read_beside(copy).faults
    for _ in range(times):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        assert read_beside(copy).faults, f"byte {at}, bit {bit} of the copy, and nothing was said"
        found["named"] += 1
    return found


def flipped(path: Path, whole: bytes, at: int, bit: int) -> Path:
    """A journal with one bit turned over, in a file of its own."""
    torn = path.with_name("torn.sqlite3")
    for end in ("-wal", "-shm"):
        torn.with_name(f"{torn.name}{end}").unlink(missing_ok=True)
    torn.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
    return torn


def fate_of(path: Path) -> str:
    try:
        record = open_record(settings(path), make=False, read_only=True)
    except Damaged:
        return "damaged"
    except (NoJournal, WrongSchema, WrongKey):
        return "refused"
    try:
        return "named" if examine(record, SMALL, lambda state, day: (), NOON).faults else "harmless"
    except Damaged:
        return "damaged"
    finally:
        record.store.close()


def content(path: Path) -> list[Any]:
    """Every row of every table."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]
    finally:
        connection.close()
