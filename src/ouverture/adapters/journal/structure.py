"""Is the database still as this program made it: every table, index and trigger, none gone or switched off?"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import cast

from ouverture.adapters.journal.guards import (
    ADDED,
    ADDED_FUNCTIONS,
    plain,
    postgres_before,
    postgres_lacks_guards,
    sqlite_before,
    sqlite_lacks_guards,
)
from ouverture.adapters.journal.store import Connection, Damaged, Fault, create_tables, statements, whole
from ouverture.text import Text

MADE = "SELECT type, name, tbl_name, sql, rootpage = 0 FROM sqlite_master"
TRIGGERS = (
    "SELECT c.relname, t.tgname, t.tgtype, p.proname, t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND n.nspname = current_schema()"
)
"""Each with when it acts, what it calls, and whether it always does."""
TRIGGER = re.compile(r"CREATE TRIGGER (\w+)\s+BEFORE ([\w ]+?) ON (\w+)\s+FOR EACH (\w+)\s+EXECUTE FUNCTION (\w+)\(\)")
WHEN = {"ROW": 1, "STATEMENT": 0, "BEFORE": 2, "INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}
"""How PostgreSQL writes when a trigger acts (tgtype)."""
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
    "SELECT p.proname, p.prosrc, p.prosecdef,"
    " coalesce(p.proconfig = ARRAY[format('search_path=%I, pg_temp', current_schema())], false)"
    " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = current_schema() AND p.proname LIKE 'refuse_%'"
)
"""Each with its text, whether it acts as its owner, and whether it reads the tables of this schema alone."""
FUNCTION = re.compile(r"CREATE FUNCTION (\w+)\(\)(.*?)AS \$\$(.*?)\$\$", re.DOTALL)
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
    expected = _expected(connection)
    yield from _differences(
        {each: made for each, made in expected.items() if each in found or not _is_made_later(made)}, found
    )


def _expected(connection: Connection) -> Made:
    """What this release makes, or what the one did that made a journal which lacks the newest refusals."""
    made = _as_made_by_sqlite()
    if not sqlite_lacks_guards(connection):
        return made
    before = {("trigger", name): sql for name, sql in sqlite_before().items()}
    kept = {each: how for each, how in made.items() if each[1] not in ADDED}
    return {each: (of, before.get(each, sql), bare) for each, (of, sql, bare) in kept.items()}


def _is_made_later(made: tuple[str, ...]) -> bool:
    """Whether it may be missing: an index that only makes reading quick is made when the journal is next written in."""
    return made[1].startswith("CREATE INDEX")


def sqlite_acts_otherwise(connection: Connection) -> Iterator[Fault]:
    """Triggers and views alone, without reading the whole file: what would act otherwise while the program writes."""
    expected, found = _expected(connection), _made(connection)
    acting = ({name: made for name, made in each.items() if name[0] in ACTING} for each in (expected, found))
    yield from _differences(*acting)


def postgres_faults(connection: Connection) -> Iterator[Fault]:
    """Triggers that are gone, switched off or not ours, functions that refuse no more, rules, policies."""
    triggers, functions = _expected_of_postgres(connection)
    rows = connection.execute(TRIGGERS).fetchall()
    there = {(table, name) for table, name, *_ in rows}
    right = {
        (table, name) for table, name, when, calls, on in rows if on and triggers.get((table, name)) == (when, calls)
    }
    for table, name in sorted((triggers.keys() - right) | (there - triggers.keys())):
        yield whole(_changed(f"trigger {name} ({table})"))
    for kind, name in connection.execute(REWRITTEN).fetchall():
        yield whole(_changed(f"{kind} {name}"))
    found = {name: (plain(source), *how) for name, source, *how in connection.execute(FUNCTIONS).fetchall()}
    for name, made in functions.items():
        if found.get(name) != made:
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
    return {(kind, name): (of, plain(sql), bare) for kind, name, of, sql, bare in rows}


Triggers = dict[tuple[str, str], tuple[int, str]]
Functions = dict[str, tuple[str, bool, bool]]


def _expected_of_postgres(connection: Connection) -> tuple[Triggers, Functions]:
    """The same on PostgreSQL: triggers by table and name, functions by name."""
    triggers, functions = _as_made_by_postgres()
    if not postgres_lacks_guards(connection):
        return triggers, functions
    kept = {name: made for name, made in functions.items() if name not in ADDED_FUNCTIONS}
    before = {name: (source, False, False) for name, source in postgres_before().items()}
    return {each: made for each, made in triggers.items() if each[1] not in ADDED}, {**kept, **before}


@cache
def _as_made_by_postgres() -> tuple[Triggers, Functions]:
    text = "\n\n".join(statements("postgres"))
    triggers = {
        (table, name): (sum(map(WHEN.__getitem__, ("BEFORE", each, *acts.split(" OR ")))), function)
        for name, acts, table, each, function in TRIGGER.findall(text)
    }
    functions = {
        name: (plain(body), "SECURITY DEFINER" in how, "SET search_path" in how)
        for name, how, body in FUNCTION.findall(text)
    }
    return triggers, functions
