"""What the database itself refuses, put in a journal that a release before 29 November 2026 made.

Those journals let a hand that may add rows put an event, a reading or a seal far ahead, after which nothing could be
written. Such a journal is known by what stands in place of the new refusals (``sqlite_before.sql``,
``postgres_before.sql``), word for word: a trigger that is simply gone was taken out by somebody.
"""

from __future__ import annotations

import re

from ouverture.adapters.journal.store import Connection, statements
from ouverture.text import Text

ADDED = ("seals_cover_what_is_there", "readings_follow_each_other")
"""The triggers that earlier journals do not have at all."""
ADDED_FUNCTIONS = ("refuse_seals_ahead", "refuse_readings_ahead")
"""What they call on PostgreSQL."""
NAMED = re.compile(r"^CREATE (TRIGGER|FUNCTION) (\w+)", re.MULTILINE)
OF_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
OF_POSTGRES = (
    "SELECT p.proname, p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = current_schema() AND p.proname LIKE 'refuse_%'"
)
THIS_SCHEMA_ALONE = "SELECT set_config('search_path', format('%I, pg_temp', current_schema()), true)"
"""Said before functions are made, which keep it: nobody's table of the same name is read in the place of ours."""
WITHOUT_GUARDS = Text(
    "Une version antérieure a fait ce journal : sa base ne refuse pas encore une ligne mise très loin en avant, "
    "qui arrêterait toute écriture. ouverture migrate y met ce qui manque.",
    "An earlier release made this journal: its database does not refuse yet a row put far ahead, "
    "which would stop all writing. ouverture migrate puts in what is missing.",
)


def plain(sql: str) -> str:
    """A statement in one line, as two ways of writing it are compared."""
    return " ".join(sql.split())


def sqlite_before() -> dict[str, str]:
    """The triggers that were replaced, each as it was."""
    return {_name(each): plain(each) for each in statements("sqlite_before")}


def postgres_before() -> dict[str, str]:
    """The bodies of the functions that were replaced, each as it was."""
    return {_name(each): plain(each.split("$$")[1]) for each in statements("postgres_before")}


def sqlite_lacks_guards(connection: Connection) -> bool:
    """Whether it is a journal of before, as it was made then."""
    found = {name: plain(str(sql)) for name, sql in connection.execute(OF_SQLITE).fetchall()}
    return all(found.get(name) == sql for name, sql in sqlite_before().items())


def postgres_lacks_guards(connection: Connection) -> bool:
    """Whether it is a journal of before, as it was made then."""
    found = {name: plain(source) for name, source in connection.execute(OF_POSTGRES).fetchall()}
    return all(found.get(name) == source for name, source in postgres_before().items())


def guard_sqlite(connection: Connection) -> None:
    """Put the refusals of this release in a journal of before; any other stays as it is."""
    if not sqlite_lacks_guards(connection):
        return
    for name in sqlite_before():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in _new("sqlite", {*sqlite_before(), *ADDED}):
        connection.execute(statement)


def guard_postgres(connection: Connection) -> None:
    """The same; whoever owns the tables may."""
    if not postgres_lacks_guards(connection):
        return
    connection.execute(THIS_SCHEMA_ALONE)
    for statement in _new("postgres", {*postgres_before(), *ADDED, *ADDED_FUNCTIONS}):
        connection.execute(statement.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1))


def _new(dialect: str, wanted: set[str]) -> list[str]:
    return [each for each in statements(dialect) if NAMED.search(each) and _name(each) in wanted]


def _name(statement: str) -> str:
    found = NAMED.search(statement)
    assert found is not None, statement
    return found[2]
