"""Events and seals stay as written, whoever speaks to the database and however."""

import sqlite3

import psycopg
import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import seal
from ouverture.adapters.journal.verify import verify
from tests.adapters.databases import by_hand, is_sqlite
from tests.adapters.journal.filled import fill, rows
from tests.adapters.small_file import NOON

AN_EVENT = "'ana', 2, 'k', '{}', '2026-11-23', 'now', 'caisse', 'c', 'k'"
COLUMNS = "stream, version, kind, body, day, recorded_at, said_by, cause, key, hash"
BOTH = (
    "UPDATE events SET body = '{}'",
    "UPDATE events SET body = body WHERE stream = 'ana' AND version = 2",
    "UPDATE events SET version = version + 100",
    "DELETE FROM events",
    "DELETE FROM events WHERE stream = 'cy' AND version = 3",
    f"INSERT INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?) ON CONFLICT (stream, version) DO UPDATE SET body = '{{}}'",
    f"INSERT INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?)",
    "UPDATE seals SET root = ?",
    "UPDATE seals SET events = events - 1",
    "DELETE FROM seals",
    "INSERT INTO seals SELECT upto, 1, ?, 'now' FROM seals WHERE upto > 0 ON CONFLICT (upto) DO UPDATE SET events = 1",
)
ON_SQLITE = (
    "UPDATE events SET position = position + 100",
    f"INSERT OR REPLACE INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?)",
    f"REPLACE INTO events ({COLUMNS}) VALUES ({AN_EVENT}, ?)",
    f"REPLACE INTO events (position, {COLUMNS}) VALUES (1, 'zoe', 1, 'k', '{{}}', '2026-11-23', '', '', '', 'k', ?)",
    f"REPLACE INTO events (rowid, {COLUMNS}) VALUES (1, 'zoe', 1, 'k', '{{}}', '2026-11-23', '', '', '', 'k', ?)",
    "UPDATE OR REPLACE events SET version = 1 WHERE stream = 'ana' AND version = 2",
    "INSERT OR REPLACE INTO seals SELECT upto, 1, ?, 'now' FROM seals",
    "INSERT OR REPLACE INTO seals SELECT upto - 1, 1, ?, 'now' FROM seals",
)
ON_POSTGRES = (
    "TRUNCATE events",
    "TRUNCATE seals",
    "TRUNCATE events, seals CASCADE",
    "MERGE INTO events USING (SELECT 1) AS one ON events.version = 2 WHEN MATCHED THEN DELETE",
)
REFUSALS = (sqlite3.IntegrityError, psycopg.errors.RestrictViolation, psycopg.errors.UniqueViolation)


def test_raw_statements_that_would_change_the_record_are_refused(where: str, record: Record) -> None:
    seal(fill(record).store, NOON)
    with by_hand(where) as connection:
        before = rows(connection)
        for statement in (*BOTH, *(ON_SQLITE if is_sqlite(where) else ON_POSTGRES)):
            values = (bytes(32),) * statement.count("?")
            with pytest.raises(REFUSALS):
                connection.execute(statement, values)
            assert rows(connection) == before, statement
    assert verify(record.store).fault is None
