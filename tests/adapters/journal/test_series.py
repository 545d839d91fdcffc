"""Numbers of a series: never one twice, however many give them out."""

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.series import AT_ONCE, issue
from ouverture.adapters.journal.store import Connection
from tests.adapters.databases import is_sqlite
from tests.adapters.journal.issuers import WORK_SECONDS, issue_at_once


def as_it_is(connection: Connection, number: int) -> int:
    return number


def test_numbers_come_one_after_the_other(record: Record) -> None:
    taken = [issue(record.store, "a", as_it_is) for _ in range(AT_ONCE + 5)]
    assert taken == list(range(1, AT_ONCE + 6))
    assert issue(record.store, "b", as_it_is) == 1


def test_a_number_whose_use_failed_is_given_to_the_next(record: Record) -> None:
    def fail(connection: Connection, number: int) -> int:
        raise ValueError(number)

    assert issue(record.store, "a", as_it_is) == 1
    with pytest.raises(ValueError, match="2"):
        issue(record.store, "a", fail)
    assert issue(record.store, "a", as_it_is) == 2


def test_processes_never_give_one_number_twice(where: str, record: Record) -> None:
    processes, each = (4, 5) if is_sqlite(where) else (8, 15)
    record.store.close()
    found = issue_at_once(where, processes, each)
    assert len(set(found.numbers)) == len(found.numbers) == processes * each
    if is_sqlite(where):  # which has one writer at a time
        return
    half = processes * each * WORK_SECONDS / 2
    # Other work on the machine only makes it slower: the better of two counts.
    assert found.seconds < half or issue_at_once(where, processes, each).seconds < half
