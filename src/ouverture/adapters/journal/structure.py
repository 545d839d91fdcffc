"""Is the database still as this program made it: every table, index and trigger, none gone or switched off?"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import cast

from ouverture.adapters.journal.store import Connection, Damaged, Fault, create_tables, whole
from ouverture.text import Text

MADE = "SELECT type, name, tbl_name, sql, rootpage = 0 FROM sqlite_master"
ENABLED = (
    "SELECT c.relname, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND n.nspname = current_schema()"
)
REWRITTEN = (
    "SELECT 'rule', r.rulename FROM pg_rules r WHERE r.schemaname = current_schema() UNION ALL"
    " SELECT 'policy', p.policyname FROM pg_policies p WHERE p.schemaname = current_schema() ORDER BY 1, 2"
)
"""What makes another statement of ours, or hides rows from it: we make none."""
ACTING = ("trigger", "view")
OLDER_INDEXES = {"outbox_of_file", "work_to_wake"}
"""Journals of this schema that were made before 29 November 2026 have these."""
OLDER = {("index", name) for name in OLDER_INDEXES}
FUNCTIONS = (
    "SELECT p.proname, p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = current_schema() AND p.proname LIKE 'refuse_%'"
)
BY_HAND = "CHECK constraint failed"
"""What a sound file may say all the same: a hand put in what the program cannot."""
Made = dict[tuple[str, str], tuple[str, ...]]
MODE = "SELECT current_setting('session_replication_role')"


def sqlite_faults(connection: Connection) -> Iterator[Fault]:
    """What is no longer as it was made; raises Damaged when SQLite itself finds the file broken."""
    for (said,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if said.startswith(BY_HAND):
            yield whole(_changed(said))
        elif said != "ok":
            raise Damaged(said)
    found = {each: made for each, made in _made(connection).items() if each not in OLDER}
    yield from _differences(
        {each: made for each, made in _as_made_by_sqlite().items() if each in found or not _is_made_later(made)}, found
    )


def _is_made_later(made: tuple[str, ...]) -> bool:
    """Whether it may be missing: an index that only makes reading quick is made when the journal is next written in."""
    return made[1].startswith("CREATE INDEX")


def sqlite_acts_otherwise(connection: Connection) -> Iterator[Fault]:
    """Triggers and views alone, without reading the whole file: what would act otherwise while the program writes."""
    expected, found = _as_made_by_sqlite(), _made(connection)
    acting = ({name: made for name, made in each.items() if name[0] in ACTING} for each in (expected, found))
    yield from _differences(*acting)


def postgres_faults(connection: Connection) -> Iterator[Fault]:
    """Triggers that are gone, switched off or not ours, functions that refuse no more, rules, policies."""
    expected_triggers, expected_functions = _as_made_by_postgres()
    rows = connection.execute(ENABLED).fetchall()
    there = {(table, name) for table, name, _ in rows}
    on = {(table, name) for table, name, state in rows if state in ("O", "A", b"O")}
    for table, name in sorted((expected_triggers - on) | (there - expected_triggers)):
        yield whole(_changed(f"trigger {name} ({table})"))
    for kind, name in connection.execute(REWRITTEN).fetchall():
        yield whole(_changed(f"{kind} {name}"))
    functions = {name: _plain(source) for name, source in connection.execute(FUNCTIONS).fetchall()}
    for name, source in expected_functions.items():
        if functions.get(name) != source:
            yield whole(_changed(f"function {name}"))
    if connection.execute(MODE).fetchone()[0] != "origin":
        yield whole(_changed("session_replication_role"))


def _differences(expected: Made, found: Made) -> Iterator[Fault]:
    for kind, name in sorted(expected.keys() | found.keys()):
        if expected.get((kind, name)) != found.get((kind, name)):
            yield whole(_changed(f"{kind} {name}"))


def _changed(what: str) -> Text:
    return Text(
        f"La base n'est plus comme ce programme l'a faite : {what}.",
        f"The database is no longer as this program made it: {what}.",
    )


def _plain(sql: str) -> str:
    return " ".join(sql.split())


@cache
def _as_made_by_sqlite() -> Made:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(cast(Connection, fresh), "sqlite")
    made = _made(cast(Connection, fresh))
    fresh.close()
    return made


def _made(connection: Connection) -> Made:
    """Each table, index and trigger by its kind and name: of which table it is, how it was made, whether it has pages.

    A trigger has none: SQLite does not look at the page it would begin at, and says nothing of one.
    In a damaged file, what should be text may be bytes: it is then no name of ours.
    """
    rows = (map(str, row) for row in connection.execute(MADE).fetchall())
    return {(kind, name): (of, _plain(sql), bare) for kind, name, of, sql, bare in rows}


class _Text:
    """Takes statements down instead of running them."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def execute(self, statement: str) -> None:
        self.statements.append(statement)


@cache
def _as_made_by_postgres() -> tuple[frozenset[tuple[str, str]], dict[str, str]]:
    written = _Text()
    create_tables(cast(Connection, written), "postgres")
    text = "\n\n".join(written.statements)
    triggers = re.findall(r"CREATE TRIGGER (\w+)\s+BEFORE [\w ]+? ON (\w+)", text)
    functions = re.findall(r"CREATE FUNCTION (\w+)\(\).*?AS \$\$(.*?)\$\$", text, re.DOTALL)
    return frozenset((table, name) for name, table in triggers), {name: _plain(body) for name, body in functions}
