"""One bit of a journal's file turned over, again and again: named, told as damage, or nothing changed."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.opening import NoJournal
from ouverture.adapters.journal.store import Damaged, WrongSchema
from ouverture.services.casework.ports import Reading
from tests.adapters.journal.filled import fill
from tests.adapters.small_file import NOON, SMALL

KEY = "ab" * 32
TABLES = ("events", "seals", "readings", "outbox", "work", "owed", "numbers", "people", "keys", "secrets")


def settings(path: Path) -> dict[str, str]:
    return {"OUVERTURE_JOURNAL": str(path), "OUVERTURE_KEY": KEY, "OUVERTURE_HOME": str(path.parent)}


def journal_in(folder: Path) -> Path:
    """A journal at rest, with something in every table."""
    path = folder / "journal.sqlite3"
    record = fill(open_record(settings(path)))
    record.note_reading(Reading("ana", "agent-1", "to answer a call", "the file", NOON))
    record.seal(NOON)
    record.store.close()
    return path


def turn_over(path: Path, chance: random.Random, times: int) -> Counter[str]:
    """What became of that many flips, each of the whole file: "named", "damaged", "refused" or "harmless"."""
    whole, held = path.read_bytes(), content(path)
    torn = path.with_name("torn.sqlite3")
    found: Counter[str] = Counter()
    for _ in range(times):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        for end in ("-wal", "-shm"):
            torn.with_name(f"{torn.name}{end}").unlink(missing_ok=True)
        torn.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        fate = fate_of(torn)
        if fate == "harmless":
            assert content(torn) == held, f"byte {at}, bit {bit}: something changed, and nothing was said"
        found[fate] += 1
    return found


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
