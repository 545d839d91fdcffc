"""The role that docs/security.md gives the program: it adds, and can change or take away nothing that is written."""

from __future__ import annotations

import re

import psycopg
import pytest

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.services.casework.ports import Reading
from tests.adapters.databases import Postgres, by_hand
from tests.adapters.journal.filled import fill
from tests.adapters.small_file import NOON, NUMBER_KEY
from tests.conventions.source_code import ROOT

FORBIDDEN = (
    "UPDATE events SET body = '{}'",
    "DELETE FROM events",
    "TRUNCATE events",
    "DELETE FROM seals",
    "UPDATE readings SET actor = 'x'",
    "DELETE FROM keys",
    "UPDATE secrets SET wrapped = ''",
    "DROP TABLE events",
    "ALTER TABLE events DISABLE TRIGGER USER",
    "DROP TRIGGER events_stay ON events",
    "SET session_replication_role = replica",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
)


def grants(schema: str) -> list[str]:
    """The statements of the page, for the schema of a test."""
    page = (ROOT / "docs" / "security.md").read_text("utf-8")
    (block,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    return [statement.replace("SCHEMA public", f"SCHEMA {schema}") for statement in block.split(";\n") if statement]


def test_the_program_works_under_it_and_changes_nothing(postgres: Postgres) -> None:
    where = postgres.fresh()
    owned = Record(open_store({SETTING: where}), NUMBER_KEY)
    with by_hand(where) as connection:
        schema = connection.execute("SELECT current_schema()").fetchone()[0]
        for statement in grants(schema):
            connection.execute(statement)
    as_program = where.replace("postgres@", "ouverture_program@")
    record = Record(open_store({SETTING: as_program}), NUMBER_KEY)
    fill(record)
    record.note_reading(Reading("ana", "agent-1", "to answer a call", "the file", NOON))
    assert record.forget("bo", NOON)
    owned.seal(NOON)
    with by_hand(as_program) as connection:
        for statement in FORBIDDEN:
            with pytest.raises(psycopg.Error):
                connection.execute(statement)
    assert record.history("ana").version == 5
    record.store.close()
    with by_hand(where) as connection:
        connection.execute("DROP OWNED BY ouverture_program")
        connection.execute("DROP ROLE ouverture_program")
    owned.store.close()
