"""The look-up tables hold nothing of their own: made again from the events, they say the same."""

from ouverture.adapters.journal.rebuild import Rebuilt, rebuild
from ouverture.adapters.journal.record import Record
from tests.adapters.databases import by_hand
from tests.adapters.journal.filled import fill, rows
from tests.adapters.small_file import DAY, SMALL


def test_what_is_made_again_equals_what_was_there(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as connection:
        before = rows(connection)
        assert rebuild(record, SMALL, DAY) == Rebuilt(files=3, events=11)
        assert rows(connection) == before


def test_tables_lost_or_wrong_come_back_right(where: str, record: Record) -> None:
    fill(record)
    with by_hand(where) as connection:
        before = rows(connection)
        connection.execute("DELETE FROM work")
        connection.execute("DELETE FROM numbers WHERE person = 'bo'")
        connection.execute("INSERT INTO work VALUES ('nobody', 1, 'a', 'b', '', '')")
        connection.execute("UPDATE numbers SET person = 'cy' WHERE standing = 'live'")
        rebuild(record, SMALL, DAY)
        assert rows(connection) == before
