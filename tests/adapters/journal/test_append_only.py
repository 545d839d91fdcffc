"""Events and seals stay as written, whoever speaks to the database and however."""

import sqlite3

import psycopg
import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from tests.adapters.databases import by_hand, is_sqlite
from tests.adapters.journal.filled import fill, rows
from tests.adapters.small_file import NOON

AN_EVENT = "?, 'ana', 2, 'k', '{}', '2026-11-23', 'now', 'caisse', 'me', 'c', 'k', 2"
COLUMNS = "mark, stream, version, kind, body, day, recorded_at, said_by, who, cause, key, schema, hash"
ANOTHERS = "?, 'zoe', 1, 'k', '{}', '2026-11-23', '', '', '', '', 'k', 2"
NEXT_EVENT = AN_EVENT.replace("2,", "6,", 1)
A_SEAL = "upto, 1, 1, ?, 0, ?, 'now', ?"
BOTH = (
    "UPDATE events SET body = '{}'",
    "UPDATE events SET body = body WHERE stream = 'ana' AND version = 2",
    "UPDATE events SET version = version + 100",
    "DELETE FROM events",
    "DELETE FROM events WHERE stream = 'cy' AND version = 3",
    f"INSERT INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?) ON CONFLICT (stream, version) DO UPDATE SET body = '{{}}'",
    f"INSERT INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?)",
    f"INSERT INTO events ({COLUMNS}) VALUES ({AN_EVENT.replace('2,', '9,', 1)}, ?)",
    "UPDATE seals SET root = ?",
    "UPDATE seals SET events = events - 1",
    "DELETE FROM seals",
    f"INSERT INTO seals SELECT {A_SEAL} FROM seals WHERE upto > 0 ON CONFLICT (upto) DO UPDATE SET events = 1",
)
ON_SQLITE = (
    f"INSERT INTO events (position, {COLUMNS}) VALUES (-1, {NEXT_EVENT}, ?)",
    f"INSERT INTO events (position, {COLUMNS}) VALUES (0, {NEXT_EVENT}, ?)",
    f"INSERT INTO events (rowid, {COLUMNS}) VALUES (-1, {NEXT_EVENT}, ?)",
    "UPDATE events SET position = position + 100",
    f"INSERT OR REPLACE INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?)",
    f"REPLACE INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?)",
    f"REPLACE INTO events (position, {COLUMNS}) VALUES (1, {ANOTHERS}, ?)",
    f"REPLACE INTO events (rowid, {COLUMNS}) VALUES (1, {ANOTHERS}, ?)",
    "UPDATE OR REPLACE events SET version = 1 WHERE stream = 'ana' AND version = 2",
    f"INSERT OR REPLACE INTO seals SELECT {A_SEAL} FROM seals",
    f"INSERT OR REPLACE INTO seals SELECT upto - 1, {A_SEAL[6:]} FROM seals",
)
ON_POSTGRES = (
    f"INSERT INTO events (position, {COLUMNS}) OVERRIDING SYSTEM VALUE VALUES (-1, {NEXT_EVENT}, ?)",
    f"INSERT INTO events (position, {COLUMNS}) OVERRIDING SYSTEM VALUE VALUES (0, {NEXT_EVENT}, ?)",
    "TRUNCATE events",
    "TRUNCATE seals",
    "TRUNCATE events, seals CASCADE",
    "MERGE INTO events USING (SELECT 1) AS one ON events.version = 2 WHEN MATCHED THEN DELETE",
)
REFUSALS = (
    sqlite3.IntegrityError,
    psycopg.errors.RestrictViolation,
    psycopg.errors.UniqueViolation,
    psycopg.errors.CheckViolation,
)


def test_raw_statements_that_would_change_the_record_are_refused(where: str, record: Record) -> None:
    fill(record).seal(NOON)
    with by_hand(where) as connection:
        before = rows(connection)
        for statement in (*BOTH, *(ON_SQLITE if is_sqlite(where) else ON_POSTGRES)):
            values = (bytes(32),) * statement.count("?")
            if "mark" in statement:
                values = (bytes(16), *values[1:])
            with pytest.raises(REFUSALS):
                connection.execute(statement, values)
            assert rows(connection) == before, statement
    assert verify(record.store).fault is None
