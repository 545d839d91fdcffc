"""Places in the journal are given one after another by the database: what stands where none was given, and stops all.

The database refuses such a row to whoever may only add. Its owner can put one in all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.adapters.journal.store import Connection, Fault
from ouverture.text import Text

HIGHEST = (1 << 63) - 1
"""The last place there is."""
STUCK = "a row was put at the highest place there is, so nothing can be written"
COUNTED = "SELECT count(*), coalesce(max(position), 0) FROM events"
FIRST_LEAP = (
    "SELECT stream, version, position FROM events AS e WHERE position > 1"
    " AND NOT EXISTS (SELECT 1 FROM events WHERE position = e.position - 1) ORDER BY position LIMIT 1"
)
TOP = "SELECT max(position) FROM {table}"
MAY_LOOK = "SELECT has_sequence_privilege('events_position_seq', 'SELECT')"
BEYOND = (
    "SELECT stream, version, position FROM events WHERE position > (SELECT last_value FROM events_position_seq)"
    " ORDER BY position LIMIT 1"
)


def sqlite_leaps(connection: Connection) -> Iterator[Fault]:
    """The first event that does not follow another one: one writer at a time leaves no place free."""
    counted, last = connection.execute(COUNTED).fetchone()
    if counted != last:
        for stream, version, position in connection.execute(FIRST_LEAP).fetchall():
            yield _at(
                stream,
                version,
                position,
                Text(
                    ", et il n'y a rien à celle d'avant. On l'a mis là, ou ce qui le précédait a disparu.",
                    ", and nothing is at the one before. It was put there, or what preceded it is gone.",
                ),
            )


def sqlite_is_stuck(connection: Connection) -> Iterator[Fault]:
    """What stands at the highest place of a table: nothing can be put after it."""
    for table in ("events", "readings"):
        if connection.execute(TOP.format(table=table)).fetchone()[0] == HIGHEST:
            yield Fault(
                "",
                0,
                HIGHEST,
                Text(
                    f"Dans {table}, une ligne a été mise à la plus haute place qui soit : plus rien ne peut être "
                    "écrit. Remettez une copie que verify trouve entière.",
                    f"In {table}, a row was put at the highest place there is: nothing more can be written. "
                    "Put back a copy that verify finds whole.",
                ),
            )


def postgres_leaps(connection: Connection) -> Iterator[Fault]:
    """The first event at a place that was never given; gaps are lawful there, and a reader's role may not look."""
    if not connection.execute(MAY_LOOK).fetchone()[0]:
        return
    for stream, version, position in connection.execute(BEYOND).fetchall():
        yield _at(stream, version, position, Text(", que personne n'a donnée.", ", which nobody gave."))


def _at(stream: str, version: int, position: int, how: Text) -> Fault:
    """An event that stands where it should not, and how that shows."""
    says = Text(
        f"Dossier {stream}, événement {version} : il est à la place {position}{how.fr}",
        f"File {stream}, event {version}: it is at place {position}{how.en}",
    )
    return Fault(stream, version, position, says)
