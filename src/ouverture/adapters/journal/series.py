"""Numbers given out in a series, by many processes at once: none twice, and none lost when its use fails.

Numbers are put in a pool a hundred at a time, and each is taken out in the transaction that uses it. On PostgreSQL a
process passes over the numbers that others are taking, so nobody waits for anybody's work.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ouverture.adapters.journal.store import Connection, Store

Result = TypeVar("Result")

AT_ONCE = 100
"""How many numbers are put in the pool when it is found empty."""

START = "INSERT INTO series (name, last) VALUES (?, 0) ON CONFLICT (name) DO NOTHING"
ADVANCE = "UPDATE series SET last = last + ? WHERE name = ? RETURNING last"
PUT = "INSERT INTO pool (series, number) VALUES (?, ?)"
TAKE = """
DELETE FROM pool WHERE series = ? AND number = (
    SELECT number FROM pool WHERE series = ? ORDER BY number LIMIT 1 {skip_locked}
) RETURNING number"""


class PoolEmpty(Exception):
    """No number is left that nobody is taking."""


def issue(store: Store, series: str, use: Callable[[Connection, int], Result]) -> Result:
    """Take the next free number of a series and use it, in one durable transaction.

    ``use`` is given the connection of that transaction and the number, from 1 on. When it raises, nothing was written
    and the number is free again; so numbers may come in another order than they were asked for.
    """
    take = TAKE.format(skip_locked=store.skip_locked)

    def act(connection: Connection) -> Result:
        row = connection.execute(take, (series, series)).fetchone()
        if row is None:
            raise PoolEmpty(series)
        return use(connection, row[0])

    while True:
        try:
            return store.write(act)
        except PoolEmpty:
            store.write(lambda connection: _fill(connection, series))


def _fill(connection: Connection, series: str) -> None:
    connection.execute(START, (series,))
    last: int = connection.execute(ADVANCE, (AT_ONCE, series)).fetchone()[0]
    for number in range(last - AT_ONCE + 1, last + 1):
        connection.execute(PUT, (series, number))
